"""Removing what is over since long: finished jobs, the queue's rows, PDFs of drafts."""

from datetime import datetime

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from reports.choices import JobState
from reports.models import DraftPdf, Job

_OVER = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@transaction.atomic
def prune_jobs(*, before: datetime) -> tuple[int, int]:
    """How many jobs and PDFs of drafts were removed. What was published stays, and so does the audit trail."""
    jobs, _ = Job.objects.filter(state__in=_OVER, finished_at__lt=before).delete()
    drafts, _ = DraftPdf.objects.filter(made_at__lt=before).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()
    return jobs, drafts
