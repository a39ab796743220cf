"""Taking up again what a worker left: killed, out of memory, or with the machine under it gone."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from reports.choices import JobState
from reports.commands.jobs.at_hand import jobs_at_hand
from reports.commands.jobs.letters import tell_of_failure
from reports.commands.jobs.queue import enqueue
from reports.models import Job, Worker

SILENT_AFTER = timedelta(seconds=30)
"""How long a worker may be silent before its work is given to another."""
LONGEST = timedelta(minutes=30)
"""How long a worker is believed to be at the same job, though it is alive."""
MOST_INTERRUPTIONS = 3
REMEMBERED = timedelta(hours=1)
"""How long a worker that went without a word is remembered, for whoever looks for what became of it."""

_log = logging.getLogger(__name__)


def beat(*, worker: str, now: datetime) -> None:
    """Say that the worker is alive, and at the job that it has at hand. One that it was thrown out of is silent."""
    Worker.objects.update_or_create(
        name=worker, defaults={"seen_at": now}, create_defaults={"started_at": now, "seen_at": now}
    )
    if at := jobs_at_hand():
        believed = Job.objects.filter(pk__in=at, state=JobState.RUNNING, worker=worker, started_at__gt=now - LONGEST)
        believed.update(seen_at=now)


def leave(*, worker: str) -> None:
    """Say that the worker has ended."""
    Worker.objects.filter(name=worker).delete()


def reap(*, now: datetime, silent_after: timedelta = SILENT_AFTER) -> int:
    """Put back in the queue what no worker is at any more; how many. Several workers may reap at once.

    A job that has lost its worker three times is given up: it may be what makes them disappear.
    """
    Worker.objects.filter(seen_at__lt=now - REMEMBERED).delete()
    since = now - silent_after
    silent = Job.objects.filter(state=JobState.RUNNING, seen_at__lt=since)
    found = [job for job in silent.select_related("report", "asked_by") if _take_from_worker(job, now)]
    return len(found) + sum(_put_back(job) for job in _lost(since))


def _take_from_worker(job: Job, now: datetime) -> bool:
    """False where somebody else was quicker, the worker itself included."""
    mine = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts, seen_at=job.seen_at)
    is_given_up = job.interruptions + 1 >= MOST_INTERRUPTIONS
    values = {"state": JobState.QUEUED, "worker": "", "interruptions": F("interruptions") + 1}
    words = _("Arbetet avbröts %(count)d gånger innan det blev klart. Säg till den som sköter systemet.")
    if is_given_up:
        values |= {"state": JobState.FAILED, "finished_at": now, "fault": words % {"count": MOST_INTERRUPTIONS}}
    with transaction.atomic():
        if not mine.update(**values):
            return False
        _end_task(job, now)
        if not is_given_up:
            enqueue(job)
    _log.warning("Job %s lost its worker; %s.", job.pk, "given up" if is_given_up else "in the queue again")
    if is_given_up:
        tell_of_failure(job, str(values["fault"]))
    return True


def _end_task(job: Job, now: datetime) -> None:
    """The queue believes that the worker still is at it, and would for ever."""
    DBTaskResult.objects.filter(pk=job.task_id, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.FAILED, finished_at=now
    )


def _lost(since: datetime) -> list[Job]:
    """Jobs that wait, though their place in the queue is gone: a worker took it and disappeared before it began."""
    waiting = Job.objects.due(since).filter(asked_at__lt=since)
    queued = DBTaskResult.objects.filter(
        Q(status=TaskResultStatus.READY) | Q(status=TaskResultStatus.RUNNING, started_at__gte=since)
    )
    kept = {str(pk) for pk in queued.values_list("pk", flat=True)}
    return [job for job in waiting if job.task_id not in kept]


def _put_back(job: Job) -> bool:
    with transaction.atomic():
        if not Job.objects.filter(pk=job.pk, state=JobState.QUEUED, task_id=job.task_id).update(task_id=""):
            return False
        enqueue(job)
    return True
