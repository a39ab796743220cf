"""Previewing a draft and publishing it."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from reports.checks import findings_for
from reports.models import Job, Publication
from reports.render import stylesheet_source
from tests.builders import a_job, a_report, a_section, an_assessment, said_in


@pytest.fixture
def report(world):
    """With every answer approved, so that nothing is to be warned of."""
    for goal, units in zip(world.goals, [[world.afi, world.ifo], [world.afi, world.ifo], [world.afi]], strict=True):
        for unit in units:
            an_assessment(world.round, goal, unit, status="achieved", comment="<p>Bra.</p>", state="approved")
    report = a_report(world.round, title="Delårsuppföljning", slug="delar-2017")
    a_section(report, title="Inledning", content="<p>Så gick det.</p>")
    a_section(report, title="Måluppföljning", kind="goal_table")
    return report


@pytest.fixture
def controller(client, cast, at_once):
    client.force_login(cast.controller)
    return client


def address(report, tail="publicera/"):
    return f"/rapporter/{report.pk}/{tail}"


def filled_in(client, report, **overrides):
    """What the form on the page would send, with these answers."""
    form = client.get(address(report)).context["form"]
    hidden = {field.name: field.value() for field in form.hidden_fields()}
    return {"audience": "public", "when": "now"} | hidden | overrides


def send(client, report, **overrides):
    return client.post(address(report), filled_in(client, report, **overrides))


def test_the_preview_is_the_publication_to_be_marked_as_a_draft(controller, report):
    answer = controller.get(address(report, "forhandsvisa/"))
    page = answer.content.decode()
    assert "Så gick det." in page
    assert "Rapporten är inte publicerad och kan ändras." in page
    assert page.index("Hoppa till rapporten") < page.index('<aside class="frame"') < page.index("<h1")
    assert f'href="/rapporter/{report.pk}/redigera/"' in page
    policy = answer["Content-Security-Policy"]
    assert f"style-src 'self' {stylesheet_source(answer.content)}" in policy
    assert "unsafe" not in policy
    assert "no-store" in answer["Cache-Control"]
    assert not Publication.objects.exists()


def test_the_pdf_of_the_draft_is_made_and_then_shown_in_the_browser(controller, report):
    assert "PDF-filen är inte skapad än" in controller.get(address(report, "forhandsvisa.pdf")).content.decode()
    followed = controller.post(address(report, "utkast-pdf/")).url
    assert followed == address(report, f"arbete/{Job.objects.get(kind='draft_pdf', state='done').pk}/")
    answer = controller.get(address(report, "forhandsvisa.pdf"))
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="delar-2017-utkast.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert controller.post(address(report, "utkast-pdf/")).url == address(report, "forhandsvisa.pdf")
    report.title = "Ändrad"
    report.save()
    assert (
        "har ändrats sedan PDF-filen skapades" in controller.get(address(report, "forhandsvisa.pdf")).content.decode()
    )


def test_a_report_is_published_for_those_who_are_chosen(client, controller, report):
    followed = send(controller, report, audience="members").url
    publication = Publication.objects.get()
    assert followed == address(report, f"arbete/{publication.job.pk}/")
    assert (publication.version, publication.audience) == (1, "members")
    assert controller.get("/socialnamnden/delar-2017/v1/").status_code == 200
    client.logout()
    assert client.get("/socialnamnden/delar-2017/v1/").status_code == 404


def test_one_must_choose_who_may_read(controller, report):
    answer = send(controller, report, audience="")
    assert answer.status_code == 422
    assert "Välj vem som ska kunna läsa rapporten." in answer.content.decode()
    assert send(controller, report, audience="grannarna").status_code == 422
    assert not Publication.objects.exists()


def test_from_version_two_a_change_note_is_asked_for(controller, report):
    assert "change_note" not in controller.get(address(report)).context["form"].fields
    send(controller, report)
    refused = send(controller, report, audience="members", change_note="  ")
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"change_note"}
    assert refused.context["form"]["audience"].value() == "members"
    assert send(controller, report, change_note="Rättat mål 2.").status_code == 302
    assert Publication.objects.get(version=2).change_note == "Rättat mål 2."


def test_a_warning_is_mended_or_let_pass_with_a_reason_before_publishing(controller, report):
    a_section(report, title="Tomt")
    page = controller.get(address(report))
    assert "1 varning ska rättas eller godtas innan rapporten kan publiceras." in said_in(page.content.decode())
    assert 'name="audience"' not in page.content.decode()
    sent = {"audience": "public", "when": "now", "version": "1", "key": str(uuid4())}
    assert controller.post(address(report), sent).status_code == 409
    finding = next(each for each in findings_for(report) if each.rule == "empty_section")
    controller.post(address(report, "kontroll/godta/"), {"brist": finding.fingerprint, "skal": "Skrivs till nämnden."})
    assert send(controller, report).status_code == 302


def test_errors_stop_it(controller, world):
    bare = a_report(world.round)
    page = controller.get(address(bare)).content.decode()
    assert "Rapporten kan inte publiceras än" in page
    assert 'name="audience"' not in page
    sent = {"audience": "public", "when": "now", "version": "1", "key": str(uuid4())}
    assert controller.post(address(bare), sent).status_code == 409
    assert not Publication.objects.exists()


def test_a_double_click_publishes_once_and_leads_to_the_same_work(controller, report):
    form = filled_in(controller, report)
    first, second = (controller.post(address(report), form) for _ in range(2))
    assert first.url == second.url
    assert Publication.objects.count() == Job.objects.count() == 1


def test_a_page_that_was_left_open_publishes_no_second_version(controller, report):
    form = filled_in(controller, report)
    send(controller, report)
    stale = controller.post(address(report), form | {"key": str(uuid4())})
    assert stale.status_code == 409
    assert "har redan publicerats" in stale.content.decode()
    assert stale.context["form"]["version"].value() == "2"
    assert Publication.objects.count() == 1


def test_it_can_be_published_at_a_time(client, cast, report, time_machine):
    time_machine.move_to(datetime(2027, 3, 1, 9, 0, tzinfo=UTC))
    client.force_login(cast.controller)
    assert send(client, report, when="later", day="2027-03-02", at="08:30").status_code == 302
    job = Job.objects.get()
    assert job.due_at == datetime(2027, 3, 2, 7, 30, tzinfo=UTC)
    for page in (address(report, "redigera/"), address(report)):
        said = client.get(page).content.decode()
        assert "Version 1 publiceras 2 mars 2027 kl. 08.30." in said
        assert "Flytta eller avbryt" in said
    assert 'name="audience"' not in said
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Ange vilken dag rapporten ska publiceras."),
        ({"day": "2027-03-02"}, "Ange klockslaget då rapporten ska publiceras."),
        ({"day": "2027-03-28", "at": "02:30"}, "Klockslaget 02.30 finns inte den 28 mars 2027"),
        ({"day": "2027-02-28", "at": "23:59"}, "Tidpunkten 28 februari 2027 kl. 23.59 har redan passerat."),
        ({"day": "i morgon", "at": "halv nio"}, "Skriv klockslaget som 08.30."),
    ],
)
def test_a_time_that_does_not_work_is_said_at_its_field(client, cast, report, time_machine, typed, words):
    time_machine.move_to(datetime(2027, 3, 1, 9, 0, tzinfo=UTC))
    client.force_login(cast.controller)
    refused = send(client, report, when="later", **typed)
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) <= {"day", "at"}
    assert words in refused.content.decode()
    assert not Job.objects.exists()


def test_what_stopped_it_is_told_on_the_reports_page_until_it_is_published(controller, report):
    a_job(report, state="failed", fault="Det gick inte.")
    assert "Det gick inte." in controller.get(address(report, "redigera/")).content.decode()
    send(controller, report)
    assert "Det gick inte." not in controller.get(address(report, "redigera/")).content.decode()


def test_a_members_version_is_opened_to_everyone_once(client, controller, report):
    send(controller, report, audience="members")
    path = address(report, "version/1/oppna-for-alla/")
    assert controller.get(path).status_code == 405
    assert controller.post(path).url == address(report, "redigera/")
    assert "redan öppen för alla" in controller.post(path, follow=True).content.decode()
    assert controller.post(address(report, "version/2/oppna-for-alla/")).status_code == 404
    client.logout()
    assert client.get("/socialnamnden/delar-2017/v1/").status_code == 200
