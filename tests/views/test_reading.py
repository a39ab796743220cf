"""What readers meet: only what is published for them, the same bytes for ever, and the way between versions."""

import hashlib

import pytest
from django.test import RequestFactory
from django.urls import reverse

from followup.core.files.reading import read_file
from followup.core.models import stored_file
from reports.choices import Audience
from reports.commands.publishing import disclose, publish
from reports.models import PublicationFile
from reports.views.reading.kept_pages import KeptFirst
from tests.builders import a_report, a_round, a_section, an_assessment

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def report(world):
    an_assessment(
        world.round, world.goals[0], world.afi, status="achieved", comment="<p>Det gick väl.</p>", state="approved"
    )
    report = a_report(world.round, slug="delar-2017", title="Delårsuppföljning 2017")
    a_section(report, kind="goal_table", title="Måluppföljning")
    return report


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


def page(client, version=None):
    if version is None:
        return client.get(reverse("reading:report", args=["socialnamnden", "delar-2017"]))
    return client.get(reverse("reading:version", args=["socialnamnden", "delar-2017", version]))


def file(client, suffix, version=1):
    return client.get(reverse("reading:file", args=["socialnamnden", "delar-2017", version, "delar-2017", suffix]))


def test_nothing_unpublished_is_reachable_by_address(client, report):
    assert page(client).status_code == 404
    assert page(client, 1).status_code == 404
    for suffix in ("html", "pdf", "xlsx", "json", "txt"):
        assert file(client, suffix).status_code == 404
    assert "Delårsuppföljning 2017" not in client.get("/").content.decode()


def test_anyone_reads_what_is_public(client, report, cast):
    published(report, cast)
    found = page(client).content.decode()
    assert "Det gick väl." in found
    assert "Uppnått" in found
    assert "Delårsuppföljning 2017" in client.get("/").content.decode()
    assert "Delårsuppföljning 2017" in client.get("/socialnamnden/").content.decode()


def test_a_members_version_is_for_the_members_until_it_is_disclosed(client, report, cast):
    publication = published(report, cast, Audience.MEMBERS)
    for reader in (None, cast.outsider):
        client.logout()
        if reader:
            client.force_login(reader)
        assert page(client).status_code == 404
        assert file(client, "pdf").status_code == 404
        assert "Delårsuppföljning 2017" not in client.get("/").content.decode()
    client.force_login(cast.reader)
    assert "bara öppen för dem som har en roll i nämnden" in page(client).content.decode()
    before = file(client, "pdf").content
    disclose(publication=publication, by=cast.controller)
    client.logout()
    assert page(client).status_code == 200
    assert file(client, "pdf").content == before


def test_an_older_version_stays_and_says_that_there_is_a_newer(client, report, cast):
    published(report, cast)
    first = file(client, "json").content
    report.title = "Rättad rubrik"
    report.save()
    published(report, cast, note="Rubriken är rättad.")
    assert "Det finns en nyare" in page(client, 1).content.decode()
    assert "Det finns en nyare" not in page(client).content.decode()
    assert "Rubriken är rättad." in page(client).content.decode()
    assert file(client, "json").content == first


def test_an_older_public_version_is_the_newest_for_those_who_may_not_see_the_next(client, report, cast):
    published(report, cast)
    published(report, cast, Audience.MEMBERS, note="Ny text.")
    assert "nyare" not in page(client).content.decode()
    assert page(client, 2).status_code == 404
    client.force_login(cast.reader)
    assert page(client, 2).status_code == 200


def test_files_are_the_sealed_bytes(client, report, cast):
    published(report, cast)
    for sealed in PublicationFile.objects.filter(format__in=["html", "pdf", "xlsx", "json"]):
        response = file(client, sealed.format)
        assert hashlib.sha256(response.content).hexdigest() == sealed.sha256
        assert response["Content-Type"] == sealed.content_type
    assert file(client, "pdf").content.startswith(b"%PDF-")


def test_a_reader_who_has_the_page_gets_304(client, report, cast):
    published(report, cast)
    etag = page(client)["ETag"]
    address = reverse("reading:report", args=["socialnamnden", "delar-2017"])
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304


def test_a_file_is_read_once_and_by_whoever_has_it_not_at_all(client, report, cast, monkeypatch):
    read = []
    published(report, cast)
    monkeypatch.setattr(stored_file, "read_file", lambda sha256: read.append(sha256) or read_file(sha256))
    answer = file(client, "html")
    assert "style-src 'self' 'sha256-" in answer["Content-Security-Policy"]
    assert len(read) == 1
    known = client.get(answer.wsgi_request.path, headers={"if-none-match": answer["ETag"]})
    assert (known.status_code, len(read)) == (304, 1)


def test_the_pages_own_style_is_let_through_by_its_hash_and_no_other(client, report, cast):
    published(report, cast)
    policy = page(client)["Content-Security-Policy"]
    assert "style-src 'self' 'sha256-" in policy
    assert "unsafe-inline" not in policy


def test_a_pdf_is_not_kept_from_the_browsers_own_viewer(client, report, cast):
    published(report, cast)
    assert file(client, "pdf")["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert "default-src 'none'" in file(client, "json")["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["annan-rapport", "rapport"])
def test_a_file_has_one_address(client, report, cast, name):
    published(report, cast)
    assert client.get(f"/socialnamnden/delar-2017/v1/{name}.pdf").status_code == 404


def test_lists_take_as_many_queries_for_many_reports_as_for_one(
    client, report, cast, world, django_assert_max_num_queries
):
    published(report, cast)
    for number in range(5):
        other = a_report(a_round(world.plan), slug=f"rapport-{number}", title=f"Rapport nummer {number}")
        a_section(other, title="Text", content="<p>Text.</p>")
        published(other, cast)
    with django_assert_max_num_queries(3):
        assert "Rapport nummer 4" in client.get("/").content.decode()
    with django_assert_max_num_queries(8):
        client.get("/socialnamnden/")
    page(client)  # a process reads what a version is made of once
    with django_assert_max_num_queries(3):
        page(client)


def test_empty_lists_say_so(client, world):
    assert "Inga rapporter är publicerade än" in client.get("/").content.decode()
    assert "Nämnden har inte publicerat" in client.get("/socialnamnden/").content.decode()


def test_a_report_without_a_date_is_listed_under_the_first_year_of_its_plan(client, world, cast):
    report = a_report(world.round, slug="plan", title="Planen", as_of=None)
    a_section(report, kind="text", title="Inledning", content="<p>Text.</p>")
    publication = published(report, cast)
    assert (publication.as_of, publication.year) == (None, world.plan.year_from)
    for address in (reverse("reading:start"), reverse("reading:committee", args=["socialnamnden"])):
        shown = client.get(address).content.decode()
        assert str(world.plan.year_from) in shown
        assert f">{publication.published_at.year}<" not in shown


def test_readers_who_are_not_signed_in_share_an_answer_for_a_moment(client, report, cast, settings):
    settings.SECONDS_PAGES_ARE_KEPT = 60
    published(report, cast)
    first = page(client)
    told = []
    kept = KeptFirst(lambda environ, start_response: pytest.fail("it was looked up again"))
    environ = RequestFactory().get(reverse("reading:report", args=["socialnamnden", "delar-2017"])).environ
    content = b"".join(kept(environ, lambda *each: told.append(each)))
    ((status, headers),) = told
    assert (status, content) == ("200 OK", first.content)
    assert dict(headers)["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert "Det gick väl." in content.decode()


def test_a_members_version_is_never_shared(client, report, cast, settings):
    settings.SECONDS_PAGES_ARE_KEPT = 60
    published(report, cast, Audience.MEMBERS)
    client.force_login(cast.reader)
    assert page(client).status_code == 200
    client.logout()
    assert page(client).status_code == 404
