"""How it is with the long work just now, for those who look after it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.db.models.functions import Coalesce

from reports.choices import JobState
from reports.commands.jobs.reaping import SILENT_AFTER
from reports.models import Job, Worker

LATE_AFTER = timedelta(minutes=5)
"""How long what is due may wait: the longest PDF takes about a minute, and several may stand in line."""
FAILED_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkNow:
    """`waiting` is due and not begun, `scheduled` is for later, `failed` is of the last day."""

    workers: int
    waiting: int
    running: int
    scheduled: int
    failed: int
    seconds_waited: int

    @property
    def is_late(self) -> bool:
        return self.workers == 0 or self.seconds_waited > LATE_AFTER.total_seconds()


def work_now(now: datetime) -> WorkNow:
    """Two queries."""
    queued, due = Q(state=JobState.QUEUED), Q(due_at__isnull=True) | Q(due_at__lte=now)
    found = Job.objects.filter(
        Q(state__in=(JobState.QUEUED, JobState.RUNNING))
        | Q(state=JobState.FAILED, finished_at__gte=now - FAILED_WITHIN)
    ).aggregate(
        waiting=Count("pk", filter=queued & due),
        running=Count("pk", filter=Q(state=JobState.RUNNING)),
        scheduled=Count("pk", filter=queued & ~due),
        failed=Count("pk", filter=Q(state=JobState.FAILED)),
        since=Min(Coalesce("due_at", "asked_at"), filter=queued & due),
    )
    since = found.pop("since")
    return WorkNow(
        workers=Worker.objects.seen_since(now - SILENT_AFTER).count(),
        seconds_waited=max(0, int((now - since).total_seconds())) if since else 0,
        **found,
    )
