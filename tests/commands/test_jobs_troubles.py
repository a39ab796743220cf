"""A worker whose disk is full says so and may be asked again; one whose database goes leaves its job to be taken up."""

import errno
import signal
from contextlib import nullcontext

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from reports.commands.jobs import queue
from reports.commands.jobs.asking import ask_again
from reports.commands.jobs.hold import Hold
from reports.commands.jobs.queue import carry_out, enqueue
from reports.commands.jobs.reaping import SILENT_AFTER, beat, reap
from reports.management.commands import work
from reports.models import Job, Publication
from reports.render import RENDERERS, Format
from tests.builders import a_job, a_report


def full(*_arguments):
    raise OSError(errno.ENOSPC, "No space left on device")


def gone(*_arguments):
    raise OperationalError("the connection is lost")


def in_the_way(*_arguments):
    fault = OperationalError("deadlock detected")
    fault.__cause__ = type("Deadlock", (Exception,), {"sqlstate": "40P01"})()
    raise fault


@pytest.fixture
def job(world, cast, light_pdf):
    return a_job(a_report(world.round), kind="draft_pdf", version=None, audience="", asked_by=cast.controller)


@pytest.fixture
def hold(job):
    return Hold.take(job_id=job.pk, worker="arbetaren", now=timezone.now())


def test_a_full_disk_is_told_in_words_and_the_job_may_be_asked_for_again(hold, cast, monkeypatch):
    monkeypatch.setitem(RENDERERS, Format.PDF, full)
    carry_out(hold)
    hold.job.refresh_from_db()
    assert hold.job.state == "failed"
    assert "inte plats kvar" in hold.job.fault
    assert not Publication.objects.exists()
    ask_again(job=hold.job, now=timezone.now(), by=cast.controller)
    assert hold.job.state == "queued"


def test_it_is_told_when_there_is_room_to_tell_it(hold, monkeypatch):
    monkeypatch.setitem(RENDERERS, Format.PDF, full)
    waited, fail = [], Hold.fail

    def refuse_once(self, words):
        if waited:
            return fail(self, words)
        fault = OperationalError("database or disk is full")
        fault.__cause__ = type("Full", (Exception,), {"sqlite_errorname": "SQLITE_FULL"})()
        raise fault

    monkeypatch.setattr(Hold, "fail", refuse_once)
    monkeypatch.setattr(queue.time, "sleep", waited.append)
    carry_out(hold)
    hold.job.refresh_from_db()
    assert (hold.job.state, waited) == ("failed", [queue.SECONDS_BETWEEN_ATTEMPTS])


def test_a_job_that_the_database_left_in_the_middle_is_not_given_up(hold, monkeypatch):
    monkeypatch.setitem(RENDERERS, Format.PDF, gone)
    with pytest.raises(OperationalError):
        carry_out(hold)
    hold.job.refresh_from_db()
    assert (hold.job.state, hold.job.fault) == ("running", "")


@pytest.mark.parametrize("fault", [gone, in_the_way])
def test_a_worker_that_the_database_left_for_a_moment_takes_the_job_up_again(job, work_off, monkeypatch, fault):
    enqueue(job)
    with monkeypatch.context() as while_it_lasts:
        while_it_lasts.setitem(RENDERERS, Format.PDF, fault)
        work_off()
    job.refresh_from_db()
    assert (job.state, job.worker) == ("running", "arbetaren")
    assert DBTaskResult.objects.get().status == "FAILED"
    later = timezone.now() + SILENT_AFTER
    beat(worker="arbetaren", now=later)
    assert reap(now=later) == 1
    work_off()
    job.refresh_from_db()
    assert (job.state, job.attempts, job.interruptions) == ("done", 2, 1)


def test_a_worker_beats_for_the_job_that_it_is_at(job, work_off, monkeypatch):
    enqueue(job)
    at, seen = timezone.now() + SILENT_AFTER, []

    def beat_meanwhile(*_arguments):
        beat(worker="arbetaren", now=at)
        seen.append(Job.objects.get().seen_at)
        return b"%PDF-1.7"

    monkeypatch.setitem(RENDERERS, Format.PDF, beat_meanwhile)
    work_off()
    assert seen == [at]


class Ended(Exception):
    """The command went on though it was asked to end."""


@pytest.mark.parametrize("is_asked_to_end", [True, False])
def test_a_worker_that_was_asked_to_end_does_so_though_the_database_is_gone(monkeypatch, is_asked_to_end):
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}

    def run(worker):
        worker.running_task = True
        if is_asked_to_end:
            signal.raise_signal(signal.SIGTERM)
        gone()

    def go_on(_seconds):
        raise Ended

    monkeypatch.setattr(work.db_worker.Worker, "run", run)
    monkeypatch.setattr(work, "pulse", lambda **_of: nullcontext())
    monkeypatch.setattr(work.time, "sleep", go_on)
    try:
        with nullcontext() if is_asked_to_end else pytest.raises(Ended):
            call_command("work", verbosity=0)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
