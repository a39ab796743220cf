"""A report's attachments: sent in, in order, replaced, shown in the report, sealed with the version."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from followup.core.models import AuditEvent
from reports.build import build_report
from reports.choices import Audience
from reports.commands.attachments import attachment_text
from reports.commands.publishing import publish
from reports.models import Attachment, AttachmentFile, PublicationAttachment
from reports.render import render_html
from tests.attached.files import a_jpeg, a_pdf, a_png
from tests.builders import a_report, a_section, an_attached_file, said_in


@pytest.fixture
def report(world):
    report = a_report(world.round)
    a_section(report, title="Bilagor", kind="attachments")
    return report


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def words_of(response):
    return said_in(response.content.decode())


def place(report, rest=""):
    return f"/rapporter/{report.pk}/bilagor/{rest}"


def sent(content=None, name="plan.pdf", **fields):
    values = {"title": "Lokalplan", "description": "", "address": "", "alternative_text": "", "seen": ""} | fields
    return values | ({"file": SimpleUploadedFile(name, content)} if content else {})


def test_a_pdf_is_kept_with_its_sum_and_told_in_the_audit_trail(controller, report):
    content = a_pdf()
    response = controller.post(place(report, "ny/"), sent(content, "Lokalplan 2022.pdf"), follow=True)
    assert "lokalplan-2022.pdf" in words_of(response)
    file = AttachmentFile.objects.get()
    assert file.read() == content
    assert file.sha256 in AuditEvent.objects.get().details["fil"]


def test_an_image_without_words_is_refused_and_what_was_typed_stays(controller, report):
    response = controller.post(place(report, "ny/"), sent(a_png(), "karta.png", description="En karta"))
    assert response.status_code == 422
    words = words_of(response)
    assert "Skriv vad bilden visar" in words
    assert "Välj filen igen" in words
    assert "En karta" in words
    assert not Attachment.objects.exists()
    controller.post(place(report, "ny/"), sent(a_png(), "karta.png", alternative_text="Karta över kommunen"))
    assert AttachmentFile.objects.get().alternative_text == "Karta över kommunen"


def test_what_a_file_is_not_is_said_at_its_field(controller, report):
    response = controller.post(place(report, "ny/"), sent(b"<svg/>", "plan.pdf"))
    assert response.status_code == 422
    assert "varken PDF, PNG eller JPEG" in words_of(response)


def test_an_attachment_without_a_file_is_words_and_an_address(controller, report):
    controller.post(place(report, "ny/"), sent(address="https://www.example.se/plan.pdf"))
    assert attachment_text(Attachment.objects.get()).address == "https://www.example.se/plan.pdf"
    assert not AttachmentFile.objects.exists()


def test_two_files_of_the_same_name_are_told_apart(controller, report):
    for _time in range(2):
        controller.post(place(report, "ny/"), sent(a_pdf()))
    assert list(AttachmentFile.objects.order_by("pk").values_list("name", flat=True)) == ["plan.pdf", "plan-2.pdf"]


def test_a_file_is_replaced_and_taken_away(controller, report):
    file = an_attached_file(report)
    edit = place(report, f"{file.attachment_id}/")
    page = controller.get(edit).content.decode()
    assert "Byt fil" in page
    seen = attachment_text(file.attachment).fingerprint
    controller.post(edit, sent(a_jpeg(), "foto.jpg", alternative_text="Ett foto", seen=seen))
    stored = AttachmentFile.objects.get()
    assert (stored.name, stored.content_type) == ("foto.jpg", "image/jpeg")
    seen = attachment_text(Attachment.objects.get()).fingerprint
    controller.post(edit, sent(seen=seen, removes_file="on", alternative_text="x"))
    assert not AttachmentFile.objects.exists()
    assert Attachment.objects.exists()


def test_two_at_once_see_what_the_other_saved(controller, report):
    file = an_attached_file(report)
    edit = place(report, f"{file.attachment_id}/")
    seen = attachment_text(file.attachment).fingerprint
    Attachment.objects.update(title="Den andras titel")
    response = controller.post(edit, sent(title="Min titel", seen=seen))
    assert response.status_code == 409
    assert "Den andras titel" in words_of(response)
    assert 'value="Min titel"' in response.content.decode()
    assert Attachment.objects.get().title == "Den andras titel"


def test_they_are_moved_and_deleted(controller, report):
    first, second = an_attached_file(report), an_attached_file(report, name="b.pdf")
    controller.post(place(report, f"{second.attachment_id}/flytta/"), {"direction": "up"})
    in_order = Attachment.objects.order_by("position").values_list("pk", flat=True)
    assert list(in_order) == [second.attachment_id, first.attachment_id]
    controller.post(place(report, f"{second.attachment_id}/ta-bort/"))
    assert Attachment.objects.get().pk == first.attachment_id
    assert not AttachmentFile.objects.filter(pk=second.pk).exists()


def test_the_list_asks_as_many_queries_for_many(controller, report, django_assert_num_queries):
    an_attached_file(report)
    with django_assert_num_queries(7):
        controller.get(place(report))
    for number in range(10):
        an_attached_file(report, name=f"fil-{number}.pdf")
    with django_assert_num_queries(7):
        controller.get(place(report))


def test_a_draft_shows_the_image_and_links_to_the_file(controller, report):
    controller.post(place(report, "ny/"), sent(a_png(), "karta.png", title="Karta", alternative_text="En karta"))
    file = an_attached_file(report)
    page = controller.get(f"/rapporter/{report.pk}/forhandsvisa/").content.decode()
    assert 'alt="En karta" width="40" height="30"' in page
    assert 'src="data:image/png;base64,' in page
    assert f'href="../bilagor/{file.name}"' in page
    answer = controller.get(place(report, file.name))
    assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content == file.read()


@pytest.fixture
def version(report, cast, light_pdf):
    file = an_attached_file(report)
    publish(report=report, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller)
    return f"/{report.committee.slug}/{report.slug}/v1/bilagor/{file.name}"


def test_what_was_published_stays_when_the_report_changes(controller, report, version):
    sealed = PublicationAttachment.objects.get().read()
    Attachment.objects.all().delete()
    assert version in controller.get(f"/{report.committee.slug}/{report.slug}/").content.decode()
    answer = controller.get(version)
    assert answer.content == sealed
    assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'


def test_a_members_attachment_is_read_by_members_only(client, cast, version):
    for person, status in {"reader": 200, "reporter": 200, "outsider": 404}.items():
        client.force_login(getattr(cast, person))
        assert client.get(version).status_code == status, person
    client.logout()
    assert client.get(version).status_code == 404


def test_files_that_no_section_shows_are_not_published(report, cast, light_pdf):
    an_attached_file(report)
    report.sections.all().delete()
    a_section(report)
    publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)
    assert not PublicationAttachment.objects.exists()


def test_a_report_with_many_files_is_read_with_as_many_queries(report, django_assert_num_queries):
    def an_image(number):
        content = a_png()
        an_attached_file(
            report, name=f"{number}.png", content=content, content_type="image/png", width=1, height=1,
            alternative_text="Bild",
        )  # fmt: skip

    an_image(0)
    build_report(report)
    with django_assert_num_queries(6) as few:
        build_report(report)
    for number in range(1, 6):
        an_image(number)
    with django_assert_num_queries(len(few)):
        document = build_report(report)
    assert render_html(document).count(b'src="data:image/png') == 6
