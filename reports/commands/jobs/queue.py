"""The queue: a job's place in it, and what a worker does with it."""

import logging

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import TaskContext, task

from followup.core.faults import CommandRefused
from reports.choices import JobKind
from reports.commands.jobs.draft_pdf import make_draft_pdf
from reports.commands.jobs.hold import Hold, HoldLost
from reports.commands.jobs.letters import tell_of_failure
from reports.commands.jobs.publication import make_publication
from reports.models import Job
from reports.render import RenderFault

_log = logging.getLogger(__name__)
_WORK = {JobKind.PUBLICATION: make_publication, JobKind.DRAFT_PDF: make_draft_pdf}


@task(takes_context=True)
def do_job(context: TaskContext, job_id: int) -> None:
    """What the worker calls. It may be called again for the same job: what is done, begun or not due is left alone."""
    hold = Hold.take(job_id=job_id, worker=context.task_result.worker_ids[-1], now=timezone.now())
    if hold is not None:
        carry_out(hold)


def carry_out(hold: Hold) -> None:
    """Do the work and store what came of it, or why nothing did."""
    try:
        _WORK[JobKind(hold.job.kind)](hold)
    except HoldLost:
        _log.warning("Job %s was called off or taken over.", hold.job.pk)
    except (CommandRefused, PermissionDenied, RenderFault) as refusal:
        _give_up(hold, str(refusal))
    except Exception:
        _log.exception("Job %s failed.", hold.job.pk)
        _give_up(hold, _("Ett oväntat fel uppstod. Försök igen, och säg till den som sköter systemet om det upprepas."))


def _give_up(hold: Hold, words: str) -> None:
    try:
        hold.fail(words)
    except HoldLost:
        _log.warning("Job %s was called off or taken over.", hold.job.pk)
        return
    tell_of_failure(hold.job, words)


def enqueue(job: Job) -> None:
    """Give the job a new place in the queue, for its time if it has one. In the transaction that wants it done."""
    queued = do_job if job.due_at is None else do_job.using(run_after=job.due_at)
    Job.objects.filter(pk=job.pk).update(task_id=queued.enqueue(job.pk).id)
