"""Every address within a report is the same in its next version, whatever came, moved or was renamed between."""

import json

import pytest
from lxml import html

from goals.models import Goal
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import Section
from tests.builders import a_data_table, a_goal, a_report, a_section, an_assessment, an_assignment, an_indicator

pytestmark = pytest.mark.django_db

KINDS = ("goal_overview", "goal_follow_up", "indicator_table", "assignment_table", "follow_up_table")


@pytest.fixture
def report(world, cast):
    goal = world.goals[0]
    an_indicator(goal, units=[world.afi], key="I 1", name="Väntetid")
    an_assignment(world.plan, goal=goal, key="U1", name="Se över rutinen")
    for unit in (world.afi, world.ifo):
        an_assessment(world.round, goal, unit, status="not_achieved", comment="<p>Köerna växer.</p>", state="approved")
    report = a_report(world.round)
    report.sections.all().delete()
    for kind in KINDS:
        a_section(report, title="", kind=kind)
    a_section(report, title="Kommentar", kind="text", content="<p>Ett.</p>")
    a_section(report, title="Kommentar", kind="text", content="<p>Två.</p>")
    a_data_table(report, ("row", "Lön", "1", "2"), ("row", "Lokaler", "3", "4"), key="kostnader")
    a_section(report, title="Kostnader", kind="data_table", options={"tabell": ["kostnader"]})
    return report


def published(report, cast, note=""):
    version = publish(
        report=report, audience=Audience.PUBLIC, change_note=note, accept_warnings=True, by=cast.controller
    )
    content = {file.format: file.read() for file in version.files.all()}
    return html.fromstring(content["html"].decode()), json.loads(content["json"])


def ids(page):
    return set(page.xpath("//main//*/@id"))


def test_every_address_remains_when_things_come_and_move(report, world, cast):
    before, _data = published(report, cast)
    for number in range(5):
        a_section(report, title="", kind="text", content="<p>Nytt.</p>", position=number)
    a_section(report, title="Kommentar", kind="text", content="<p>Noll.</p>", position=0)
    Section.objects.filter(report=report, content="<p>Två.</p>").update(position=0)
    Section.objects.filter(report=report, title="Kostnader").update(title="Kostnader och intäkter", position=1)
    new = a_goal(world.plan, units=[world.afi], key="i-1", name="Nytt", number="0")
    Goal.objects.filter(pk=new.pk).update(position=0)
    an_indicator(new, units=[world.afi], key="i-1", name="Ny indikator", position=0)
    rows = report.tables.get(key="kostnader").rows
    rows.update(position=5)
    rows.create(position=0, kind="row", label="El", cells=["5", "6"])
    after, _data = published(report, cast, "Mer är med.")
    assert sorted(ids(before) - ids(after)) == []


def test_an_address_leads_to_the_same_thing_as_before(report, cast):
    before, _data = published(report, cast)
    first = a_section(report, title="Kommentar", kind="text", content="<p>Noll.</p>", position=0)
    after, _data = published(report, cast, "Mer är med.")
    for page in (before, after):
        assert page.xpath("string(//*[@id='avsnitt-kommentar']/following-sibling::div)").strip() == "Ett."
        assert page.xpath("string(//*[@id='avsnitt-kommentar-2']/following-sibling::div)").strip() == "Två."
    first.refresh_from_db()
    assert first.anchor == "avsnitt-kommentar-3"


def test_every_section_goal_indicator_and_row_has_a_link_to_itself(report, cast):
    page, _data = published(report, cast)
    links = page.xpath("//main//a[contains(@class, 'row-link')]")
    headings = "//main//section/*[self::h2 or self::h3]/@id | //main//*[@class='item__head']/@id"
    wanted = page.xpath(f"{headings} | //main//*[@class='goal-part__head']/@id | //main//tr/@id")
    assert {f"#{each}" for each in wanted} - {link.get("href") for link in links} == {"#i-korthet"}
    assert all(link.get("href")[1:] in ids(page) for link in links)
    assert all(link.get("aria-label").startswith("Länk till ") for link in links)


def test_rows_of_a_table_are_named_by_their_words(report, cast):
    page, _data = published(report, cast)
    assert {"avsnitt-kostnader-rad-lon", "avsnitt-kostnader-rad-lokaler"} <= ids(page)
