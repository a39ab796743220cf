"""Following a piece of long work: what is said while it waits, goes on, has ended; moving it and calling it off."""

from datetime import UTC, datetime, timedelta

import pytest

from reports.commands.jobs.queue import enqueue
from reports.commands.jobs.reaping import beat
from reports.models import Job
from tests.builders import a_job, a_report, a_section

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
POLL = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def report(world, light_pdf):
    report = a_report(world.round, title="Delårsrapport")
    a_section(report, content="<p>Så gick det.</p>")
    return report


@pytest.fixture
def controller(client, cast, time_machine):
    time_machine.move_to(NOW, tick=False)
    client.force_login(cast.controller)
    return client


def address(job, tail=""):
    return f"/rapporter/{job.report_id}/arbete/{job.pk}/{tail}"


def page_of(client, job):
    return client.get(address(job)).content.decode()


def test_who_does_not_compose_the_report_sees_nothing_of_it(client, cast, report):
    job = a_job(report)
    for person, status in ((cast.reader, 403), (cast.approver, 403), (cast.outsider, 404)):
        client.force_login(person)
        assert client.get(address(job)).status_code == status
        assert client.post(address(job, "avbryt/")).status_code == status


def test_a_job_stands_under_its_own_report(controller, report, world):
    assert controller.get(f"/rapporter/{a_report(world.round).pk}/arbete/{a_job(report).pk}/").status_code == 404


def test_work_that_was_just_asked_for_waits(controller, report):
    page = page_of(controller, a_job(report, asked_at=NOW - timedelta(seconds=5)))
    assert "Väntar på att få börja." in page
    assert "Ingen arbetsprocess är igång" not in page
    assert 'http-equiv="refresh"' in page


def test_without_a_worker_the_page_says_so(controller, report, world):
    job = a_job(report, asked_at=NOW - timedelta(seconds=15))
    assert "Ingen arbetsprocess är igång" in page_of(controller, job)
    beat(worker="w", now=NOW - timedelta(seconds=5))  # it sends letters, maybe, and is at no job
    assert "Ingen arbetsprocess är igång" not in page_of(controller, job)


def test_the_steps_are_said_with_the_pages_so_far(controller, report):
    job = a_job(report, state="running", step="layout", done=18, total=62, seen_at=NOW)
    page = page_of(controller, job)
    assert "Sida 18 av omkring 62" in page
    assert '<progress max="62" value="18"' in page
    assert page.index("(klart)") < page.index("(pågår)") < page.index("(återstår)")
    Job.objects.update(total=0)
    page = page_of(controller, job)
    assert "Sida 18<" in page
    assert "<progress" not in page


def test_a_worker_that_is_gone_is_told_of(controller, report):
    job = a_job(report, state="running", step="layout", seen_at=NOW - timedelta(minutes=1))
    assert "Ingen arbetsprocess svarar" in page_of(controller, job)
    Job.objects.update(seen_at=NOW, interruptions=1)
    assert "görs om från början" in page_of(controller, job)


def test_what_is_published_is_led_to(controller, report, work_off):
    job = a_job(report, asked_at=NOW, asked_by_name="Cecilia")
    enqueue(job)
    work_off()
    page = page_of(controller, job)
    assert "Version 1 är publicerad." in page
    assert f'href="/socialnamnden/{report.slug}/v1/"' in page
    assert "hx-get" not in page
    assert 'http-equiv="refresh"' not in page


def test_what_failed_can_be_done_again(controller, report):
    job = a_job(report, state="failed", fault="Det gick inte.")
    page = page_of(controller, job)
    assert "Det gick inte." in page
    assert f'action="{address(job, "igen/")}"' in page
    assert controller.get(address(job, "igen/")).status_code == 405
    assert controller.post(address(job, "igen/")).url == address(job)
    assert Job.objects.get().state == "queued"
    assert "Bara ett arbete som har misslyckats" in controller.post(address(job, "igen/"), follow=True).content.decode()


def test_what_has_not_changed_is_not_sent_again(controller, report):
    job = a_job(report, state="running", step="layout", done=18, total=62, seen_at=NOW)
    seen = controller.get(address(job)).context["part"].seen
    assert controller.get(address(job), {"sedd": seen}, **POLL).status_code == 204
    Job.objects.update(done=19)
    news = controller.get(address(job), {"sedd": seen}, **POLL)
    assert news.status_code == 200
    assert "Sida 19 av omkring 62" in news.content.decode()
    assert "<html" not in news.content.decode()


def test_a_page_that_polls_stops_when_it_is_over(controller, report):
    job = a_job(report, state="failed", fault="Det gick inte.")
    assert controller.get(address(job), {"sedd": "running-layout-3-0"}, **POLL).status_code == 286


def test_a_finished_draft_takes_the_place_of_the_page(controller, report):
    job = a_job(report, kind="draft_pdf", state="done")
    news = controller.get(address(job), {"sedd": "running-storing-0-0"}, **POLL)
    assert news["HX-Redirect"] == f"/rapporter/{report.pk}/forhandsvisa.pdf"
    assert "Öppna PDF" in page_of(controller, job)


def test_a_scheduled_publication_is_moved_on_its_page(controller, report):
    job = a_job(report, due_at=LATER)
    assert "Version 1 publiceras 27 november 2026 kl. 10.00." in page_of(controller, job)
    assert controller.post(address(job), {"day": "2026-12-01", "at": "07:15"}).url == address(job)
    assert Job.objects.get().due_at == datetime(2026, 12, 1, 6, 15, tzinfo=UTC)
    passed = controller.post(address(job), {"day": "2026-11-25", "at": "07:15"})
    assert passed.status_code == 422
    assert "har redan passerat" in passed.content.decode()
    assert controller.post(address(job), {"day": "", "at": ""}).status_code == 422
    Job.objects.update(state="running", step="checking", seen_at=NOW)
    assert controller.post(address(job), {"day": "2026-12-01", "at": "07:15"}).status_code == 409


def test_a_scheduled_publication_is_called_off(controller, report):
    job = a_job(report, due_at=LATER)
    assert controller.post(address(job, "avbryt/")).url == f"/rapporter/{report.pk}/redigera/"
    assert Job.objects.get().state == "cancelled"
    assert "är avbrutet" in page_of(controller, job)
    assert controller.post(address(job, "avbryt/")).url == address(job)


@pytest.mark.parametrize("kind", ["publication", "draft_pdf"])
@pytest.mark.parametrize("seen_at", [NOW, NOW - timedelta(minutes=5)], ids=["running", "silent"])
def test_what_is_being_done_is_called_off(controller, report, kind, seen_at):
    job = a_job(report, kind=kind, state="running", step="layout", seen_at=seen_at)
    assert f'action="{address(job, "avbryt/")}"' in page_of(controller, job)
    answer = controller.post(address(job, "avbryt/"), follow=True)
    words = "Publiceringen är avbruten." if kind == "publication" else "Arbetet är avbrutet."
    assert words in answer.content.decode()
    assert Job.objects.get().state == "cancelled"
    page = page_of(controller, job)
    assert ("Ingen version publicerades." in page) == (kind == "publication")
    assert f'action="{address(job, "avbryt/")}"' not in page


@pytest.mark.parametrize("state", ["failed", "cancelled"])
def test_what_has_ended_cannot_be_called_off(controller, report, state):
    job = a_job(report, state=state)
    assert f'action="{address(job, "avbryt/")}"' not in page_of(controller, job)
    answer = controller.post(address(job, "avbryt/"), follow=True)
    assert "Arbetet är redan avslutat och kan inte avbrytas." in answer.content.decode()
    assert Job.objects.get().state == state


def test_the_button_that_calls_off_is_sent_anew_only_when_another_is_right(controller, report):
    job = a_job(report, state="running", step="layout", done=18, seen_at=NOW)
    news = controller.get(address(job), {"sedd": "running-layout-17-0"}, **POLL).content.decode()
    assert "Sida 18" in news
    assert "avbryt/" not in news
    news = controller.get(address(job), {"sedd": "waiting--0-0"}, **POLL).content.decode()
    assert f'action="{address(job, "avbryt/")}"' in news
    Job.objects.update(state="failed")
    over = controller.get(address(job), {"sedd": "running-layout-18-0"}, **POLL).content.decode()
    assert '<div id="arbetet-avbryt" hx-swap-oob="innerHTML">' in over
    assert "avbryt/" not in over


def test_following_costs_the_same_beside_much_other_work(controller, report, world, django_assert_num_queries):
    job = a_job(report, state="running", step="layout", seen_at=NOW)
    for count in (1, 8):
        for _ in range(count):
            a_job(a_report(world.round), state="running", seen_at=NOW)
        with django_assert_num_queries(6):
            controller.get(address(job), {"sedd": "something else"}, **POLL)
