"""A worker that disappears leaves nothing undone, and nothing done twice; what is over is removed in time."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from reports.commands.jobs.at_hand import at_hand
from reports.commands.jobs.hold import Hold
from reports.commands.jobs.pruning import prune_jobs
from reports.commands.jobs.queue import enqueue
from reports.commands.jobs.reaping import LONGEST, SILENT_AFTER, beat, reap
from reports.models import DraftPdf, Job
from tests.builders import a_job, a_report

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
SILENT = NOW + SILENT_AFTER + timedelta(seconds=1)


@pytest.fixture
def report(world):
    return a_report(world.round)


@pytest.fixture
def running(report):
    """A job that a worker has begun, with the queue's row of it."""
    job = a_job(report, asked_at=NOW)
    enqueue(job)
    DBTaskResult.objects.update(status="RUNNING", started_at=NOW)
    return Hold.take(job_id=job.pk, worker="borta", now=NOW).job


def test_a_worker_that_is_alive_keeps_its_work(running):
    with at_hand(running.pk):
        beat(worker="borta", now=SILENT - timedelta(seconds=5))
    assert reap(now=SILENT) == 0
    running.refresh_from_db()
    assert (running.state, running.worker) == ("running", "borta")


def test_another_workers_beat_keeps_nothing(running):
    with at_hand(running.pk):
        beat(worker="en annan", now=SILENT)
    assert reap(now=SILENT) == 1


def test_a_worker_that_lives_on_keeps_nothing_that_it_is_at_no_more(running):
    with at_hand(running.pk):
        pass
    beat(worker="borta", now=SILENT)
    assert reap(now=SILENT) == 1


def test_what_a_silent_worker_had_is_in_the_queue_again(running):
    before = running.task_id
    assert reap(now=SILENT) == 1
    running.refresh_from_db()
    assert (running.state, running.interruptions) == ("queued", 1)
    assert running.task_id != before
    assert DBTaskResult.objects.get(pk=before).status == "FAILED"
    assert DBTaskResult.objects.ready().count() == 1


def test_it_is_put_back_once_by_however_many(running):
    assert [reap(now=SILENT) for _ in range(3)] == [1, 0, 0]
    assert DBTaskResult.objects.count() == 2


def test_a_worker_is_not_believed_for_ever(running):
    at = NOW + LONGEST + timedelta(minutes=1)
    with at_hand(running.pk):
        beat(worker="borta", now=at)
    assert reap(now=at) == 1


def test_what_makes_three_workers_disappear_is_given_up(running):
    for count in (1, 2, 3):
        at = NOW + count * timedelta(minutes=10)
        assert reap(now=at) == 1
        running.refresh_from_db()
        if running.state == "queued":
            Hold.take(job_id=running.pk, worker="borta", now=at)
    assert (running.state, running.interruptions) == ("failed", 3)
    assert running.fault.startswith("Arbetet avbröts 3 gånger")


def test_what_was_taken_from_the_queue_but_never_begun_is_put_back(report):
    job = a_job(report, asked_at=NOW)
    enqueue(job)
    DBTaskResult.objects.update(status="RUNNING", started_at=NOW)
    assert reap(now=SILENT) == 1
    assert reap(now=SILENT) == 0
    job.refresh_from_db()
    assert DBTaskResult.objects.get(pk=job.task_id).status == "READY"


def test_what_waits_in_the_queue_or_for_its_time_is_left_there(report, world):
    enqueue(a_job(report, asked_at=NOW))
    enqueue(a_job(a_report(world.round), asked_at=NOW, due_at=NOW + timedelta(days=2)))
    assert reap(now=SILENT) == 0
    assert DBTaskResult.objects.count() == 2


def test_reaping_costs_the_same_however_much_is_over(report, django_assert_num_queries):
    for count in (1, 10):
        for _ in range(count):
            a_job(report, state="failed", fault="Fel.", finished_at=NOW)
        with django_assert_num_queries(4):
            reap(now=SILENT)


def test_what_is_over_since_long_is_removed(report, running):
    old = a_job(report, state="failed", fault="Fel.", finished_at=NOW - timedelta(days=91))
    new = a_job(report, state="failed", fault="Fel.", finished_at=NOW - timedelta(days=89))
    DraftPdf.objects.create(report=report, fingerprint="0" * 64, size=0, made_at=NOW - timedelta(days=91))
    assert prune_jobs(before=NOW - timedelta(days=90)) == (1, 1)
    assert set(Job.objects.all()) == {new, running}
    assert old not in Job.objects.all()
