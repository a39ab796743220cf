"""Following long work in a real browser: it goes on by itself, on a phone, and without JavaScript."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import expect

from followup.core.models import Membership
from reports.models import Job
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_job, a_report, a_section

pytestmark = pytest.mark.browser

LONG = "Uppföljningsdokumentation" * 12


@pytest.fixture
def report(transactional_db, world, light_pdf):
    report = a_report(world.round, title=LONG[:300])
    a_section(report, content="<p>Så gick det.</p>")
    return report


def address(job):
    return f"/rapporter/{job.report_id}/arbete/{job.pk}/"


STATES = {
    "waiting": {},
    "scheduled": {"due_at": timedelta(days=1)},
    "unattended": {"asked_at": timedelta(minutes=-1)},
    "running": {"state": "running", "step": "layout", "done": 18, "total": 62, "seen_at": timedelta(0)},
    "failed": {"state": "failed", "fault": "Det gick inte."},
    "draft": {"kind": "draft_pdf", "state": "done"},
}


def a_job_in(report, values):
    now = timezone.now()
    return a_job(
        report, **{k: now + v if isinstance(v, timedelta) else v for k, v in ({"asked_at": now} | values).items()}
    )


@pytest.mark.parametrize("values", STATES.values(), ids=STATES)
def test_every_state_is_accessible_and_fits_a_phone(page, report, cast, values):
    job = a_job_in(report, values)
    sign_in(page, cast.controller)
    for place in (address(job), "/arbeten/"):
        page.goto(place)
        assert_accessible(page)
        assert_no_overflow(page)
        assert_accessible(page)


def test_the_page_follows_the_work_and_says_where_it_is(page, report, cast):
    job = a_job_in(report, STATES["running"])
    sign_in(page, cast.controller)
    page.goto(address(job))
    now = page.get_by_role("status").first
    expect(now).to_have_text("Lägger ut PDF-sidorna")
    Job.objects.update(done=40)
    expect(page.get_by_text("Sida 40 av omkring 62")).to_be_visible()
    Job.objects.update(step="paper", done=0)
    expect(now).to_have_text("Skriver PDF-filen")
    Job.objects.update(state="failed", fault="Det gick inte.", finished_at=timezone.now())
    expect(now).to_have_text("Arbetet misslyckades.")
    expect(page.get_by_role("button", name="Försök igen")).to_be_visible()
    assert_accessible(page)


def test_what_is_being_done_is_called_off_with_a_button_that_stays_while_the_page_changes(page, report, cast):
    job = a_job_in(report, STATES["running"])
    sign_in(page, cast.controller)
    page.goto(address(job))
    button = page.get_by_role("button", name="Avbryt publiceringen")
    button.focus()
    Job.objects.update(done=40)
    expect(page.get_by_text("Sida 40 av omkring 62")).to_be_visible()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Publiceringen är avbruten.")).to_be_visible()
    assert Job.objects.get().state == "cancelled"


def test_work_that_begins_while_one_looks_on_is_followed(page, report, cast):
    job = a_job_in(report, STATES["waiting"])
    sign_in(page, cast.controller)
    page.goto(address(job))
    button = page.get_by_role("button", name="Avbryt publiceringen")
    expect(button).to_be_visible()
    Job.objects.update(state="running", step="layout", done=3, seen_at=timezone.now())
    expect(page.get_by_text("Sida 3")).to_be_visible()
    Job.objects.update(state="running", step="layout", done=4, seen_at=timezone.now())
    expect(page.get_by_text("Sida 4")).to_be_visible()
    expect(button).to_be_visible()


def test_the_button_goes_when_the_work_is_over(page, report, cast):
    a_job_in(report, STATES["running"])
    sign_in(page, cast.controller)
    page.goto(address(Job.objects.get()))
    button = page.get_by_role("button", name="Avbryt publiceringen")
    expect(button).to_be_visible()
    Job.objects.update(state="failed", fault="Det gick inte.", finished_at=timezone.now())
    expect(page.get_by_role("button", name="Försök igen")).to_be_visible()
    expect(button).to_have_count(0)


def test_a_sign_in_that_runs_out_is_told_on_a_page_of_its_own(page, report, cast):
    job = a_job_in(report, STATES["running"])
    cast.controller.set_password("hemligt")
    cast.controller.save()
    sign_in(page, cast.controller)
    page.goto(address(job))
    Session.objects.all().delete()
    expect(page.get_by_role("heading", level=1)).to_have_text("Logga in")
    expect(page.get_by_role("status")).to_contain_text("Var du redan inloggad har inloggningen gått ut.")
    expect(page.get_by_role("banner")).to_have_count(1)
    assert_accessible(page)
    page.get_by_label("Användarnamn").fill("controller")
    page.get_by_label("Lösenord").fill("hemligt")
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_url(f"**{address(job)}")


def test_who_may_look_no_more_is_told_so(open_page, report, cast):
    page = open_page(expected=("403", "404"))
    job = a_job_in(report, STATES["running"])
    sign_in(page, cast.controller)
    page.goto(address(job))
    Membership.objects.filter(user=cast.controller).update(role="reader")
    expect(page.get_by_text("Det är nämndens controller som arbetar med rapporten.")).to_be_visible()


def test_the_day_and_the_time_are_asked_for_when_they_are_wanted(page, report, cast):
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/publicera/")
    expect(page.get_by_label("Dag")).to_be_hidden()
    page.get_by_label("Publicera vid en tidpunkt").check()
    expect(page.get_by_label("Dag")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)
    page.get_by_label("Nämndens ledamöter").check()
    page.get_by_label("Dag").fill("2199-01-15")
    page.get_by_label("Klockslag").fill("08:30")
    page.get_by_role("button", name="Publicera version 1").click()
    expect(page.get_by_role("status").first).to_have_text("Version 1 publiceras 15 januari 2199 kl. 08.30.")


def test_without_javascript_it_is_moved_and_called_off(open_page, report, cast):
    page = open_page(java_script=False)
    job = a_job_in(report, STATES["scheduled"])
    sign_in(page, cast.controller)
    page.goto(address(job))
    page.locator("summary", has_text="Flytta till en annan tid").click()
    page.get_by_label("Dag").fill("2199-01-15")
    page.get_by_label("Klockslag").fill("08:30")
    page.get_by_role("button", name="Flytta publiceringen").click()
    expect(page.get_by_role("status").first).to_have_text("Version 1 publiceras 15 januari 2199 kl. 08.30.")
    page.get_by_role("button", name="Avbryt publiceringen").click()
    expect(page.get_by_text("Publiceringen är avbruten.")).to_be_visible()
    assert Job.objects.get().state == "cancelled"
