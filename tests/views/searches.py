"""What a search page shows, read out of its HTML, and the reports that the tests of it look in."""

from datetime import date

from lxml import html

from reports.choices import Audience
from reports.commands.publishing import publish
from tests.builders import a_report, a_round, a_section, an_assessment

YEAR_END = date(2016, 12, 31)


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.superuser)


def a_published_text(round, cast, heading, content, audience=Audience.PUBLIC, **overrides):
    report = a_report(round, **overrides)
    a_section(report, title=heading, content=content)
    return published(report, cast, audience)


def two_reports(world, cast):
    """One of 2017 with goals and their answers, one of 2016 with a text alone."""
    afi, first, second = world.afi, *world.goals[:2]
    first.name, second.name = "Gott bemötande", "Budget i balans"
    first.save()
    second.save()
    comment = "<p>Målet är uppnått: 57 av 70 svarade i e-tjänsten, en ökning med 2,5 procent.</p>"
    an_assessment(world.round, first, afi, status="achieved", comment=comment, state="approved")
    comment = "<p>Åtgärder mot sjukfrånvaron behövs. Äldre har svarat.</p>"
    an_assessment(world.round, second, afi, status="not_achieved", comment=comment, state="approved")
    report = a_report(world.round, slug="delar-2017", title="Delårsuppföljning 2017")
    a_section(report, kind="goal_table", title="Måluppföljning")
    newer = published(report, cast)
    earlier = a_round(world.plan, as_of=YEAR_END, state="closed")
    content = "<p>Bedömningarna av bemötandet: sjukfrånvaron minskar. Al och ål är olika.</p>"
    older = a_published_text(
        earlier, cast, "Åtgärder och bedömning", content, slug="ar-2016", title="Årsrapport 2016", as_of=YEAR_END
    )
    return newer, older


def search(client, q, **narrowed):
    response = client.get("/sok/", {"q": q, **narrowed})
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def text_of(element):
    return " ".join(element.text_content().split())


def hits(page):
    """Report → (kind, title) of what was found in it, all in order."""
    return {
        text_of(part.xpath("./h3")[0]): [
            (text_of(hit.xpath(".//*[@class='hit__kind']")[0]), text_of(hit.xpath("./p/a")[0]))
            for hit in part.xpath(".//li[@class='hit']")
        ]
        for part in page.xpath("//section[@class='found-report']")
    }


def excerpts(page):
    return [text_of(each) for each in page.xpath("//p[@class='hit__text']")]


def marks(page):
    return [each.text for each in page.xpath("//mark")]


def heading(page):
    return [text_of(each) for each in page.xpath("//h2")]
