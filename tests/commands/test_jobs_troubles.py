"""A worker whose disk is full says so and may be asked again; one whose database goes leaves its job to be taken up."""

import errno

import pytest
from django.db import OperationalError
from django.utils import timezone

from reports.commands.jobs import queue
from reports.commands.jobs.asking import ask_again
from reports.commands.jobs.hold import Hold
from reports.commands.jobs.queue import carry_out
from reports.models import Publication
from reports.render import RENDERERS, Format
from tests.builders import a_job, a_report


def full(*_arguments):
    raise OSError(errno.ENOSPC, "No space left on device")


def gone(*_arguments):
    raise OperationalError("the connection is lost")


@pytest.fixture
def hold(world, cast, light_pdf):
    job = a_job(a_report(world.round), kind="draft_pdf", version=None, audience="", asked_by=cast.controller)
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
