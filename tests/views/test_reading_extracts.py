"""A part of a version as a PDF: who may have it, what it says, and that it is laid out once."""

from io import BytesIO
from threading import BoundedSemaphore

import pikepdf
import pytest
from django.urls import reverse

from followup.core.logos import checked_logo
from followup.core.models import MunicipalityLogo
from goals.models import Goal
from reports.choices import Audience
from reports.commands import extract_pdfs, layout_line
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.models import ExtractPdf
from reports.render import RENDERERS, Format
from reports.sealed import documents
from tests.attached.files import a_png
from tests.builders import a_logo, a_report, a_section, an_assessment
from tests.render.paper_rules import breaches_of_standards
from tests.render.test_pdf import pages_of


@pytest.fixture(autouse=True)
def nothing_at_hand():
    documents._parts.cache_clear()


@pytest.fixture
def report(world):
    for goal in world.goals:
        an_assessment(world.round, goal, world.afi, status="not_achieved", cause="<p>Brist.</p>", state="approved")
    for number, goal in enumerate(world.goals, start=1):
        Goal.objects.filter(pk=goal.pk).update(key=str(number))
    report = a_report(world.round, slug="delar-2017", title="Delårsuppföljning 2017", has_in_brief=True)
    a_section(report, content="<p>Om allt.</p>", title="Inledning")
    a_section(report, kind="goal_table", title="Måluppföljning")
    return report


@pytest.fixture
def rendered(monkeypatch):
    """The titles of what has been laid out."""
    titles = []

    def light(document):
        titles.append(document.title)
        return f"%PDF-1.7 {document.title}".encode()

    monkeypatch.setitem(RENDERERS, Format.PDF, light)
    return titles


def published(report, cast, audience=Audience.PUBLIC):
    return publish(report=report, audience=audience, change_note="", accept_warnings=True, by=cast.controller)


def extract(client, part, version=1):
    return client.get(reverse("reading:extract", args=["socialnamnden", "delar-2017", version, part]))


def test_it_is_laid_out_the_first_time_and_kept(client, report, cast, rendered):
    published(report, cast)
    rendered.clear()
    first = extract(client, "mal-1")
    assert (first.status_code, first["Content-Type"]) == (200, "application/pdf")
    assert first["Content-Disposition"] == 'inline; filename="delar-2017-version-1-utdrag-mal-1.pdf"'
    assert extract(client, "mal-1").content == first.content
    assert len(rendered) == 1
    assert ExtractPdf.objects.get().part == "mal-1"


def test_a_reader_who_has_it_is_told_so(client, report, cast, rendered):
    published(report, cast)
    first = extract(client, "mal-1")
    again = client.get(first.wsgi_request.path, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_the_kept_one_costs_the_same_queries_whatever_the_version_holds(
    client, report, cast, rendered, django_assert_num_queries
):
    published(report, cast)
    extract(client, "mal-1")
    with django_assert_num_queries(3):
        extract(client, "mal-1")


def test_it_is_laid_out_again_when_what_lays_it_out_has_changed(client, report, cast, rendered, monkeypatch):
    published(report, cast)
    extract(client, "mal-1")
    monkeypatch.setattr(extract_pdfs, "print_fingerprint", lambda: "f" * 64)
    rendered.clear()
    extract(client, "mal-1")
    extract(client, "mal-1")
    assert len(rendered) == 1
    assert ExtractPdf.objects.get().fingerprint == "f" * 64


@pytest.mark.parametrize("part", ["mal-99", "avsnitt-inledning", "mal-1-2", "x"])
def test_an_unknown_part_is_not_there_and_nothing_is_laid_out_for_it(client, report, cast, rendered, part):
    published(report, cast)
    rendered.clear()
    assert extract(client, part).status_code == 404
    assert rendered == []
    assert not ExtractPdf.objects.exists()


def test_it_is_for_those_who_may_read_the_version(client, report, cast, rendered):
    published(report, cast, Audience.MEMBERS)
    assert extract(client, "mal-1").status_code == 404
    client.force_login(cast.outsider)
    assert extract(client, "mal-1").status_code == 404
    client.force_login(cast.reader)
    assert extract(client, "mal-1").status_code == 200
    client.logout()
    assert extract(client, "mal-1").status_code == 404


def test_it_is_gone_with_a_withdrawn_version(client, report, cast, rendered):
    publication = published(report, cast)
    extract(client, "mal-1")
    withdraw(publication=publication, reason="Fel siffror.", by=cast.controller)
    assert extract(client, "mal-1").status_code == 410


def test_it_says_what_was_published_whatever_has_changed_since(client, report, cast, world, rendered):
    published(report, cast)
    report.title = "Ett annat namn"
    report.save()
    Goal.objects.update(name="Något annat")
    assert "Utdrag ur Delårsuppföljning 2017: " in extract(client, "mal-1").content.decode()


def test_while_others_wait_in_line_the_reader_is_told_to_come_back(client, report, cast, rendered, monkeypatch):
    published(report, cast)
    kept = extract(client, "mal-2")
    monkeypatch.setattr(layout_line, "_AT_WORK", BoundedSemaphore(1))
    monkeypatch.setattr(layout_line, "SECONDS_IN_LINE", 0.01)
    layout_line._AT_WORK.acquire()
    found = extract(client, "mal-1")
    assert (found.status_code, found["Retry-After"]) == (503, "30")
    assert "Utdraget är inte klart än" in found.content.decode()
    assert extract(client, "mal-2").content == kept.content


def test_no_more_than_a_few_wait(client, report, cast, rendered, monkeypatch):
    published(report, cast)
    line = BoundedSemaphore(1)
    line.acquire()
    monkeypatch.setattr(layout_line, "_IN_LINE", line)
    assert extract(client, "mal-1").status_code == 503


def test_a_rendering_that_fails_lets_the_next_one_in(client, report, cast, rendered, monkeypatch):
    published(report, cast)
    with monkeypatch.context() as patched:
        patched.setitem(RENDERERS, Format.PDF, lambda document: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            extract(client, "mal-1")
    for part in ("mal-1", "mal-2"):
        assert extract(client, part).status_code == 200


def test_the_page_of_the_version_offers_its_parts(client, report, cast, rendered, django_assert_max_num_queries):
    published(report, cast)
    address = reverse("reading:version", args=["socialnamnden", "delar-2017", 1])
    page = client.get(address).content.decode()
    for part in ("i-korthet", "mal-1", "mal-2", "mal-3"):
        assert f'href="{address}utdrag/{part}.pdf"' in page
    with django_assert_max_num_queries(4):
        client.get(address)


def test_a_version_whose_data_holds_too_little_has_no_parts(client, report, cast, rendered, monkeypatch):
    publication = published(report, cast)
    monkeypatch.setattr(documents, "_file", lambda publication, format: b'{"schema_version": "3"}')
    assert documents.sealed_parts(publication) == ()
    assert extract(client, "mal-1").status_code == 404


def test_the_pdf_keeps_both_standards_and_shows_the_logo_of_then(client, report, cast, world):
    a_logo(world.committee.municipality, checked_logo(a_png()))
    published(report, cast)
    MunicipalityLogo.objects.all().delete()
    for part in ("i-korthet", "mal-1"):
        pdf = extract(client, part).content
        assert breaches_of_standards(pdf) == []
        cover = pages_of(pdf)[0]
        assert "Utdrag ur Delårsuppföljning 2017:" in cover
        assert "Version 1, publicerad" in cover
        assert images_in(pdf) > 0


def images_in(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        streams = [item for item in file.objects if isinstance(item, pikepdf.Stream)]
        return sum(item.get("/Subtype") == "/Image" for item in streams)
