"""A file that is missing or spoiled: readers get a page that says so, never other bytes; whoever mends it is told."""

import logging

import pytest
from django.urls import reverse

from followup.core.faults import CommandRefused
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import AttachmentFile, DraftPdf, ExtractPdf, PublicationFile
from reports.views import attached
from reports.views.reading.kept_pages import KEPT
from tests.builders import a_report, a_section, a_stored_file, an_attached_file, spoil_file

pytestmark = pytest.mark.usefixtures("light_pdf")

WHERE = ["socialnamnden", "delar-2017", 1]


@pytest.fixture
def report(world):
    report = a_report(world.round, slug="delar-2017")
    a_section(report, content="<p>Text.</p>")
    an_attached_file(report, content=b"%PDF-1.7 bilaga")
    return report


@pytest.fixture
def publication(report, cast):
    return publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)


def address(format):
    return reverse("reading:file", args=[*WHERE, "delar-2017", format])


@pytest.mark.parametrize("content", [None, b"annat"], ids=["missing", "spoiled"])
@pytest.mark.parametrize("format", ["html", "pdf", "xlsx", "json"])
def test_the_file_is_not_handed_out(client, publication, caplog, format, content):
    sealed = publication.files.get(format=format)
    spoil_file(sealed.sha256, content)
    with caplog.at_level(logging.CRITICAL):
        answer = client.get(address(format))
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "300", "no-store")
    assert "Filen kan inte visas just nu" in answer.content.decode()
    assert b"annat" not in answer.content
    assert sealed.sha256 in caplog.text
    assert client.get(reverse("reading:package", args=[*WHERE, "delar-2017"])).status_code == 503


def test_the_page_and_the_attachment_are_not_shown_either(client, publication):
    for row, name, args in (
        (publication.files.get(format="html"), "reading:version", WHERE),
        (publication.attachments.get(), "reading:attachment", [*WHERE, "plan.pdf"]),
    ):
        spoil_file(row.sha256)
        assert client.get(reverse(name, args=args)).status_code == 503


def test_the_verification_page_says_what_is_gone(client, publication):
    spoil_file(publication.files.get(format="pdf").sha256, None)
    page = client.get(reverse("reading:verification", args=WHERE)).content.decode()
    assert "Versionen är inte den som publicerades" in page
    assert "Saknas" in page


def test_who_has_the_file_already_needs_none(client, publication):
    sealed = publication.files.get(format="pdf")
    spoil_file(sealed.sha256, None)
    assert client.get(address("pdf"), headers={"If-None-Match": f'"{sealed.sha256}"'}).status_code == 304


def test_an_answer_of_503_is_not_kept(client, publication, settings):
    settings.SECONDS_PAGES_ARE_KEPT = 60
    sealed = publication.files.get(format="xlsx")
    whole = sealed.read()
    spoil_file(sealed.sha256, None)
    assert client.get(address("xlsx")).status_code == 503
    a_stored_file(whole)
    answer = client.get(address("xlsx"))
    assert (answer.status_code, answer.content) == (200, whole)
    KEPT.forget(answer.wsgi_request.META)


def test_a_large_file_is_sent_as_it_is_read(client, publication, monkeypatch, settings):
    settings.SECONDS_PAGES_ARE_KEPT = 60
    monkeypatch.setattr(attached, "LARGEST_IN_ONE_PIECE", 10)
    sealed = publication.files.get(format="xlsx")
    answer = client.get(address("xlsx"))
    assert (answer.streaming, answer["Content-Length"]) == (True, str(sealed.size))
    assert answer["Content-Disposition"] == 'attachment; filename="delar-2017-version-1.xlsx"'
    assert b"".join(answer.streaming_content) == sealed.read()
    known = client.get(address("xlsx"), headers={"If-None-Match": f'"{sealed.sha256}"'})
    assert (known.status_code, known.content) == (304, b"")
    spoil_file(sealed.sha256)
    assert client.get(address("xlsx")).status_code == 503


def test_what_cannot_be_read_is_not_published(report, cast):
    spoil_file(AttachmentFile.objects.get().sha256)
    with pytest.raises(CommandRefused, match=r"Bilagan ”plan\.pdf” kan inte läsas"):
        publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)
    assert not PublicationFile.objects.exists()


@pytest.mark.parametrize("content", [None, b"annat"], ids=["missing", "spoiled"])
def test_a_draft_and_an_extract_whose_files_are_lost_are_made_again(
    client, cast, report, publication, at_once, content
):
    client.force_login(cast.controller)
    draft = reverse("reports:preview_pdf", args=[report.pk])
    make = reverse("reports:draft_pdf", args=[report.pk])
    client.post(make)
    assert client.get(draft)["Content-Type"] == "application/pdf"
    spoil_file(DraftPdf.objects.get().sha256, content)
    assert client.get(draft)["Content-Type"].startswith("text/html")
    client.post(make)
    assert client.get(draft)["Content-Type"] == "application/pdf"
    assert not ExtractPdf.objects.exists()
