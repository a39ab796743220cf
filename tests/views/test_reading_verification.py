"""A reader sees what a version is made of, that it is what was published, and whether a file of theirs is one of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from reports.choices import Audience
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.forms import published_file
from reports.models import Publication, PublicationFile
from tests.builders import a_report, a_section, spoil_file

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def report(world):
    report = a_report(world.round, slug="delar-2017", title="Delår 2017", registry_number="SN 2017-0412")
    a_section(report, content="<p>Text.</p>")
    a_section(report, title="Tomt", content="")
    return report


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


def address(version=1):
    return reverse("reading:verification", args=["socialnamnden", "delar-2017", version])


def shown(client, version=1):
    return client.get(address(version)).content.decode()


def recognised(client, content, version=1):
    answer = client.post(address(version), {"file": SimpleUploadedFile("min.pdf", content)})
    assert answer.status_code == 200
    return answer.content.decode()


def bytes_of(format, version=1):
    return PublicationFile.objects.get(publication__version=version, format=format).read()


def test_the_page_shows_every_file_with_its_sum_and_that_nothing_has_changed(client, report, cast):
    published(report, cast)
    page = shown(client)
    assert "Versionen är oförändrad" in page
    for file in PublicationFile.objects.all():
        assert file.sha256 in page
    for words in ("SN 2017-0412", str(cast.controller), "manifest.json", "delar-2017-version-1.pdf"):
        assert words in page


def test_it_shows_the_checks_that_were_let_pass_and_those_without_remark(client, report, cast):
    published(report, cast)
    page = shown(client)
    assert page.index("Avsnittet ”Tomt” har ingen text.") < page.index("Ett avsnitt visar en tabell som inte finns")


def test_a_changed_file_is_told_of(client, report, cast):
    publication = published(report, cast)
    spoil_file(publication.files.get(format="pdf").sha256)
    page = shown(client)
    assert "Versionen är inte den som publicerades" in page
    assert publication.files.get(format="pdf").sha256 in page
    assert page.count("Oförändrad</span>") == 5


@pytest.mark.parametrize(
    ("format", "words"),
    [("pdf", "version 1: PDF"), ("xlsx", "version 1: kalkylblad (XLSX)"), ("manifest", "version 1: förteckning")],
)
def test_a_file_is_recognised(client, report, cast, format, words):
    published(report, cast)
    page = recognised(client, bytes_of(format))
    assert "Filen är publicerad här" in page
    assert f"Filen är ”Delår 2017”, {words}" in page


def test_a_file_of_another_version_is_named_by_that(client, report, cast):
    published(report, cast)
    published(report, cast, note="Rättat.")
    assert "version 2: webbsida" in recognised(client, bytes_of("html", 2), 1)
    package = client.get(reverse("reading:package", args=["socialnamnden", "delar-2017", 2, "delar-2017"])).content
    assert "version 2: hela paketet (ZIP)" in recognised(client, package, 1)
    withdraw(publication=Publication.objects.get(version=2), reason="Fel.", by=cast.controller)
    assert "Den versionen är avpublicerad." in recognised(client, package, 1)


def test_a_file_with_one_byte_changed_is_none_of_them(client, report, cast):
    published(report, cast)
    assert "Filen känns inte igen" in recognised(client, bytes_of("pdf") + b"\n")


def test_a_file_that_the_reader_may_not_see_is_not_given_away(client, report, cast):
    published(report, cast)
    published(report, cast, Audience.MEMBERS, note="Ny.")
    assert "Filen känns inte igen" in recognised(client, bytes_of("xlsx", 2))
    client.force_login(cast.reader)
    assert "version 2: kalkylblad" in recognised(client, bytes_of("xlsx", 2))


def test_nothing_is_kept_of_a_file_that_is_sent_in(client, report, cast):
    published(report, cast)
    before = PublicationFile.objects.count()
    recognised(client, b"annat")
    assert PublicationFile.objects.count() == before


def test_no_file_an_empty_one_and_one_too_large_are_told_of(client, report, cast, monkeypatch):
    published(report, cast)
    assert "Välj en fil." in client.post(address(), {}).content.decode()
    empty = client.post(address(), {"file": SimpleUploadedFile("tom.pdf", b"")})
    assert (empty.status_code, "Filen är tom" in empty.content.decode()) == (422, True)
    monkeypatch.setattr(published_file, "MOST_UPLOADED", 10)
    large = client.post(address(), {"file": SimpleUploadedFile("stor.pdf", b"x" * 11)})
    assert (large.status_code, "större än 50 MB" in large.content.decode()) == (422, True)


def test_a_body_that_is_too_large_is_not_even_read(client, report, cast):
    published(report, cast)
    length = published_file.MOST_UPLOADED + 10**6
    answer = client.post(address(), {"file": SimpleUploadedFile("a.pdf", b"x")}, headers={"content-length": length})
    assert (answer.status_code, "större än 50 MB" in answer.content.decode()) == (422, True)


def test_a_members_version_is_verified_by_members_alone(client, report, cast):
    published(report, cast, Audience.MEMBERS)
    assert client.get(address()).status_code == 404
    client.force_login(cast.reader)
    assert "Versionen är oförändrad" in shown(client)


def test_the_package_is_handed_out_under_one_address(client, report, cast):
    published(report, cast)
    answer = client.get(reverse("reading:package", args=["socialnamnden", "delar-2017", 1, "delar-2017"]))
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"] == 'attachment; filename="delar-2017-version-1.zip"'
    assert client.get("/socialnamnden/delar-2017/v1/annat.zip").status_code == 404
