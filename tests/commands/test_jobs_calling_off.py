"""Work that is called off while a worker is at it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from reports.choices import Audience, JobStep
from reports.commands.jobs import hold
from reports.commands.jobs.asking import ask_for_draft_pdf, ask_to_publish, call_off
from reports.commands.jobs.hold import Hold
from reports.commands.jobs.queue import carry_out
from reports.commands.jobs.reaping import reap
from reports.models import DraftPdf, Publication
from reports.render import RENDERERS, Format
from tests.builders import a_report, a_section


@pytest.fixture
def report(world, light_pdf):
    report = a_report(world.round, title="Delårsrapport")
    a_section(report, content="<p>Så gick det.</p>")
    return report


def ask(report, by, **overrides):
    values = {"audience": Audience.MEMBERS, "change_note": "", "key": uuid4()}
    return ask_to_publish(report=report, by=by, now=timezone.now(), **values | overrides)


def take(job):
    return Hold.take(job_id=job.pk, worker="arbetaren", now=timezone.now())


@pytest.mark.parametrize("step", list(JobStep))
def test_what_is_called_off_at_any_step_stores_nothing(report, cast, monkeypatch, step):
    job = ask(report, cast.controller)
    held = take(job)
    tell = held.tell

    def told(at, page=0):
        if at == step:
            call_off(job=job, now=timezone.now(), by=cast.administrator)
        tell(at, page)

    monkeypatch.setattr(held, "tell", told)
    monkeypatch.setattr(hold, "SECONDS_BETWEEN_WRITES", 0)
    monkeypatch.setitem(RENDERERS, Format.PDF, lambda document: told(JobStep.PAPER) or b"%PDF-")
    carry_out(held)
    job.refresh_from_db()
    assert (job.state, job.fault, job.publication) == ("cancelled", "", None)
    assert not Publication.objects.exists()
    assert not mail.outbox
    assert ask(report, cast.controller).state == "queued"


def test_a_draft_that_is_called_off_is_not_kept(report, cast, monkeypatch):
    job = ask_for_draft_pdf(report=report, key=uuid4(), now=timezone.now(), by=cast.controller)
    held = take(job)

    def laid_out(document):
        call_off(job=job, now=timezone.now(), by=cast.controller)
        return b"%PDF-"

    monkeypatch.setitem(RENDERERS, Format.PDF, laid_out)
    carry_out(held)
    job.refresh_from_db()
    assert job.state == "cancelled"
    assert not DraftPdf.objects.exists()


def test_what_is_called_off_is_not_taken_up_again(report, cast, work_off):
    job = ask(report, cast.controller)
    take(job)
    call_off(job=job, now=timezone.now(), by=cast.controller)
    reap(now=timezone.now() + timedelta(minutes=5))
    work_off()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("cancelled", 1)
