"""A worker's hold on a job: taken once, told through, and lost to the next who begins or to whoever calls it off."""

import time
from datetime import datetime
from typing import Any, Self

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from reports.choices import JobState, JobStep
from reports.models import Job, Publication

SECONDS_BETWEEN_WRITES = 0.5


class HoldLost(Exception):
    """The job was called off, or taken over since this worker was silent too long. Nothing more may be stored."""


class Hold:
    """Every write asks whether it was this hold that was taken last: `attempts` is never the same twice."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._mine = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
        self._step, self._page, self._told_at = JobStep.CHECKING, 0, 0.0
        self._expected = _pages_last_time(job)

    @classmethod
    def take(cls, *, job_id: int, worker: str, now: datetime) -> Self | None:
        """Begin the job, or nothing where it is not to be done, or not yet, or somebody has begun."""
        begun = (
            Job.objects.filter(pk=job_id)
            .due(now)
            .update(
                state=JobState.RUNNING,
                step=JobStep.CHECKING,
                done=0,
                total=0,
                worker=worker,
                attempts=F("attempts") + 1,
                started_at=now,
                seen_at=now,
            )
        )
        if not begun:
            return None
        with_all = Job.objects.select_related("report__plan", "report__committee__municipality", "report__round")
        return cls(with_all.select_related("asked_by").get(pk=job_id))

    def tell(self, step: JobStep, page: int = 0) -> None:
        """A `Progress`: one query for every step, and for pages two a second at most. Raises HoldLost."""
        self._page = max(self._page, page)
        is_soon = time.monotonic() - self._told_at < SECONDS_BETWEEN_WRITES
        if step == self._step and is_soon:
            return
        self._step, self._told_at = step, time.monotonic()
        total = max(self._expected, page) if self._expected else 0
        self._write(step=step, done=page, total=total, seen_at=timezone.now())

    def finish(self, publication: Publication | None = None) -> None:
        """Done. In the transaction that stores what came of it, so that neither is there without the other."""
        self._end(state=JobState.DONE, publication=publication, pages=self._page, fault="")

    def fail(self, words: str) -> None:
        self._end(state=JobState.FAILED, fault=words)

    def _end(self, **values: Any) -> None:
        now = timezone.now()
        self._write(finished_at=now, seen_at=now, worker="", **values)

    def _write(self, **values: Any) -> None:
        with transaction.atomic():
            if not self._mine.update(**values):
                raise HoldLost


def _pages_last_time(job: Job) -> int:
    """How many pages to expect; 0 when the report has not been laid out before."""
    earlier = Job.objects.filter(report=job.report_id, state=JobState.DONE, pages__gt=0)
    pages: int | None = earlier.order_by("-finished_at", "-pk").values_list("pages", flat=True).first()
    return pages or 0
