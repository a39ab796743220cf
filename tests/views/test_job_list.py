"""The table of long work: whose, in what state, how long it took, and again."""

from datetime import UTC, datetime, timedelta

import pytest

from reports.commands.jobs.reaping import beat
from reports.models import Job
from tests.builders import a_committee, a_job, a_plan, a_report, a_round

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def controller(client, cast, time_machine):
    time_machine.move_to(NOW, tick=False)
    client.force_login(cast.controller)
    return client


def rows(response):
    return [[str(cell) for _, cell in row.items()] for row in response.context["list"].table.paginated_rows]


def test_those_who_compose_nothing_are_refused(client, cast):
    for person in (cast.reader, cast.reporter, cast.approver):
        client.force_login(person)
        assert client.get("/arbeten/").status_code == 403


def test_one_sees_the_work_of_ones_own_committees(controller, world):
    a_job(a_report(world.round, title="Vår"))
    a_job(a_report(a_round(a_plan(a_committee())), title="Deras"))
    page = controller.get("/arbeten/").content.decode()
    assert "Vår" in page
    assert "Deras" not in page


def test_without_any_it_says_what_will_be_here(controller):
    assert "Inga arbeten än" in controller.get("/arbeten/").content.decode()


def test_a_row_says_who_asked_when_and_how_long_it_took(controller, world):
    began = NOW - timedelta(minutes=10)
    a_job(
        a_report(world.round),
        kind="draft_pdf",
        state="done",
        asked_at=began,
        started_at=began,
        finished_at=began + timedelta(seconds=65),
    )
    ((what, state, who, when, taken, again),) = rows(controller.get("/arbeten/"))
    assert "Utkast som PDF" in what
    assert "Klart" in state
    assert (who, taken, again) == ("Cecilia", "1 minut 5 sekunder", "")
    assert when.startswith("26 november 2026 kl. 09.50")


def test_each_state_is_said_in_words(controller, world):
    states = [
        ({"due_at": NOW + timedelta(days=1)}, "Väntar på sin tid"),
        ({"asked_at": NOW - timedelta(minutes=1)}, "Väntar på arbetsprocess"),
        ({"state": "failed", "fault": "Fel."}, "Misslyckades"),
        ({"state": "cancelled"}, "Avbrutet"),
    ]
    for values, words in states:
        Job.objects.all().delete()
        a_job(a_report(world.round), **values)
        assert words in rows(controller.get("/arbeten/"))[0][1]
    Job.objects.all().delete()
    a_job(a_report(world.round), state="running", seen_at=NOW)
    assert "Pågår" in rows(controller.get("/arbeten/"))[0][1]


def test_that_no_worker_runs_is_said_on_top(controller, world):
    a_job(a_report(world.round), asked_at=NOW - timedelta(minutes=1))
    assert "Ingen arbetsprocess är igång" in controller.get("/arbeten/").content.decode()
    Job.objects.update(due_at=NOW + timedelta(days=1))
    assert "Ingen arbetsprocess är igång" not in controller.get("/arbeten/").content.decode()


def test_a_worker_that_is_there_is_no_less_there_for_being_at_no_job(controller, world):
    a_job(a_report(world.round), asked_at=NOW - timedelta(minutes=1))
    beat(worker="w", now=NOW)
    assert "Ingen arbetsprocess är igång" not in controller.get("/arbeten/").content.decode()


def test_a_planned_time_stands_once(controller, world):
    a_job(a_report(world.round), due_at=NOW + timedelta(days=1))
    for chosen in ("", "?kolumn=asked_at&kolumn=due_at"):
        assert "".join(rows(controller.get(f"/arbeten/{chosen}"))[0]).count("27 november 2026 kl. 10.00") == 1


def test_only_what_failed_is_done_again(controller, world):
    failed = a_job(a_report(world.round), state="failed", fault="Fel.")
    a_job(a_report(world.round))
    page = controller.get("/arbeten/").content.decode()
    assert page.count("/igen/") == 1
    assert f"/rapporter/{failed.report_id}/arbete/{failed.pk}/igen/" in page


def test_it_is_narrowed_by_state_and_kind(controller, world):
    a_job(a_report(world.round))
    a_job(a_report(world.round), kind="draft_pdf", state="done")
    assert len(rows(controller.get("/arbeten/?state=done"))) == 1
    assert len(rows(controller.get("/arbeten/?kind=publication"))) == 1
    assert "Inget arbete stämmer med valet" in controller.get("/arbeten/?state=failed").content.decode()


def test_many_cost_no_more_queries_than_few(controller, world, django_assert_num_queries):
    for count in (2, 12):
        for _ in range(count):
            a_job(a_report(world.round), state="failed", fault="Fel.")
        with django_assert_num_queries(9):
            controller.get("/arbeten/")
