"""Asking for long work, moving it, calling it off and asking again. The job and its place in the queue go together."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.dates import format_moment
from followup.core.faults import CommandRefused, NotAllowed
from reports.checks import findings_for
from reports.checks.review import review_of
from reports.choices import Audience, JobKind, JobState
from reports.commands.jobs.queue import enqueue
from reports.commands.publishing import ChangeNoteMissing, FindingsRemain, next_version
from reports.models import Job, Report


class TimePassed(CommandRefused):
    """What is to be done at a time must have the time before it."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(_("Tidpunkten %(moment)s har redan passerat.") % {"moment": format_moment(moment)})


def ask_to_publish(
    *,
    report: Report,
    audience: Audience,
    change_note: str,
    key: UUID,
    now: datetime,
    by: AnyUser,
    due_at: datetime | None = None,
) -> Job:
    """Have the report published in the background, at once or at `due_at`: what stands in it when that is done.

    With a `key` that has been used the job of that time is returned. Raises NotAllowed, ChangeNoteMissing,
    FindingsRemain, TimePassed, CommandRefused (another publication of the report is under way).
    """
    if not may(by, Capability.PUBLISH, report.committee):
        raise NotAllowed
    asked = Job.objects.filter(key=key, report=report).first()
    if asked is not None:
        return asked
    version = next_version(report)
    change_note = change_note.strip() if version > 1 else ""
    if version > 1 and not change_note:
        raise ChangeNoteMissing
    _check_ahead(due_at, now)
    if remaining := review_of(report, findings_for(report)).stopping():
        raise FindingsRemain(remaining)
    job = Job(kind=JobKind.PUBLICATION, version=version, audience=audience, change_note=change_note, due_at=due_at)
    return _store(job, report, key, now, by)


def ask_for_draft_pdf(*, report: Report, key: UUID, now: datetime, by: AnyUser) -> Job:
    """Have the draft laid out as a PDF; the one that is already under way where there is one. Raises NotAllowed."""
    if not may(by, Capability.EDIT_REPORT, report.committee):
        raise NotAllowed
    asked = Job.objects.filter(key=key, report=report).first() or _open_job(report, JobKind.DRAFT_PDF)
    return asked or _store(Job(kind=JobKind.DRAFT_PDF), report, key, now, by)


@transaction.atomic
def move_publication(*, job: Job, due_at: datetime, now: datetime, by: AnyUser) -> None:
    """Another time for a scheduled publication. Raises NotAllowed, TimePassed, CommandRefused (begun)."""
    _check_may(by, job)
    _check_ahead(due_at, now)
    if not Job.objects.filter(pk=job.pk, state=JobState.QUEUED, due_at__isnull=False).update(due_at=due_at):
        raise CommandRefused(_("Publiceringen har redan börjat eller är avbruten, och kan inte flyttas."))
    job.refresh_from_db()
    enqueue(job)
    _record(AuditAction.CHANGED, job, by)


@transaction.atomic
def call_off(*, job: Job, now: datetime, by: AnyUser) -> None:
    """Leave undone what waits, or is being done: a worker finds out at its next step, and then stores nothing.

    Raises NotAllowed, CommandRefused (it has ended).
    """
    _check_may(by, job)
    if not Job.objects.open_now().filter(pk=job.pk).update(state=JobState.CANCELLED, finished_at=now, worker=""):
        raise CommandRefused(_("Arbetet är redan avslutat och kan inte avbrytas."))
    _record(AuditAction.CANCELLED, job, by)


def ask_again(*, job: Job, now: datetime, by: AnyUser) -> None:
    """Do at once what failed, for the person who asks now. Raises NotAllowed, CommandRefused."""
    _check_may(by, job)
    try:
        with transaction.atomic():
            failed = Job.objects.filter(pk=job.pk, state=JobState.FAILED)
            if not failed.update(**_anew(now, by)):
                raise CommandRefused(_("Bara ett arbete som har misslyckats kan göras om."))
            job.refresh_from_db()
            enqueue(job)
            _record(AuditAction.ORDERED, job, by)
    except IntegrityError:
        raise _under_way(job.report, job.kind) from None


def _store(job: Job, report: Report, key: UUID, now: datetime, by: AnyUser) -> Job:
    """The job, its place in the queue and the event, or the job that another request stored first."""
    job.report, job.key = report, key
    job.asked_at, job.asked_by, job.asked_by_name = now, person(by), str(by)
    try:
        with transaction.atomic():
            job.full_clean(exclude={"asked_by", "publication"}, validate_unique=False, validate_constraints=False)
            job.save()
            enqueue(job)
            _record(AuditAction.ORDERED, job, by)
    except IntegrityError:
        asked = Job.objects.filter(key=key, report=report).first()
        asked = asked or (_open_job(report, job.kind) if job.kind == JobKind.DRAFT_PDF else None)
        if asked is None:
            raise _under_way(report, job.kind) from None
        return asked
    job.refresh_from_db()
    return job


def _anew(now: datetime, by: AnyUser) -> dict[str, Any]:
    return {
        "state": JobState.QUEUED,
        "asked_at": now,
        "asked_by": person(by),
        "asked_by_name": str(by),
        "due_at": None,
        "step": "",
        "done": 0,
        "total": 0,
        "interruptions": 0,
        "started_at": None,
        "finished_at": None,
        "fault": "",
    }


def _check_may(by: AnyUser, job: Job) -> None:
    needed = Capability.PUBLISH if job.is_publication else Capability.EDIT_REPORT
    if not may(by, needed, job.report.committee):
        raise NotAllowed


def _check_ahead(due_at: datetime | None, now: datetime) -> None:
    if due_at is not None and due_at <= now:
        raise TimePassed(due_at)


def _open_job(report: Report, kind: str) -> Job | None:
    found: Job | None = Job.objects.open_now().filter(report=report, kind=kind).first()
    return found


def _under_way(report: Report, kind: str) -> CommandRefused:
    job = _open_job(report, kind)
    if job is not None and job.due_at is not None and job.state == JobState.QUEUED:
        words = _("En publicering är redan beställd till %(moment)s. Flytta eller avbryt den först.")
        return CommandRefused(words % {"moment": format_moment(job.due_at)})
    return CommandRefused(_("Ett likadant arbete pågår redan. Vänta tills det är klart."))


def _record(action: AuditAction, job: Job, by: AnyUser) -> None:
    """Drafts leave no trace: they are for those who work on the report, and are made again and again."""
    if job.is_publication:
        details = {"tidpunkt": format_moment(job.due_at)} if job.due_at else {}
        record(action=action, subject=job, committee=job.report.committee, by=by, details=details)
