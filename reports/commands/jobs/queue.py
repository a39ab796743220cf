"""The queue: a job's place in it, and what a worker does with it."""

import logging
import time

from django.core.exceptions import PermissionDenied
from django.db import Error
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import TaskContext, task
from django_tasks_db.models import DBTaskResult

from followup.core.faults import CommandRefused
from followup.core.logs.request_id import current_request_id, in_request
from followup.core.troubles import Trouble, trouble_of
from reports.choices import JobKind
from reports.commands.jobs.at_hand import at_hand
from reports.commands.jobs.draft_pdf import make_draft_pdf
from reports.commands.jobs.hold import Hold, HoldLost
from reports.commands.jobs.letters import tell_of_failure
from reports.commands.jobs.publication import make_publication
from reports.models import Job
from reports.render import RenderFault

ATTEMPTS_TO_TELL = 120
SECONDS_BETWEEN_ATTEMPTS = 5

_log = logging.getLogger(__name__)
_WORK = {JobKind.PUBLICATION: make_publication, JobKind.DRAFT_PDF: make_draft_pdf}


@task(takes_context=True)
def do_job(context: TaskContext, job_id: int, request_id: str = "") -> None:
    """What the worker calls. It may be called again for the same job: what is done, begun or not due is left alone.

    `request_id` is that of the request in which it was asked for; the lines of the log carry it here, too.
    """
    with in_request(request_id), at_hand(job_id):
        hold = Hold.take(job_id=job_id, worker=context.task_result.worker_ids[-1], now=timezone.now())
        if hold is not None:
            began = time.monotonic()
            carry_out(hold)
            taken = {"job": job_id, "kind": hold.job.kind, "ms": round((time.monotonic() - began) * 1000)}
            _log.info("job ended", extra=taken)


def carry_out(hold: Hold) -> None:
    """Do the work and store what came of it, or why nothing did."""
    try:
        _WORK[JobKind(hold.job.kind)](hold)
    except HoldLost:
        _log.warning("Job %s was called off or taken over.", hold.job.pk)
    except (CommandRefused, PermissionDenied, RenderFault) as refusal:
        _give_up(hold, str(refusal))
    except Exception as fault:
        if trouble_of(fault) in {Trouble.GONE, Trouble.BUSY}:
            raise  # nobody is at the job then, so that it is silent, and is taken up again as a lost worker's is
        _log.exception("Job %s failed.", hold.job.pk)
        if trouble_of(fault) is Trouble.FULL:
            _give_up(
                hold,
                _("Det fanns inte plats kvar på servern. Säg till den som sköter systemet, och försök sedan igen."),
            )
            return
        _give_up(hold, _("Ett oväntat fel uppstod. Försök igen, och säg till den som sköter systemet om det upprepas."))


def _give_up(hold: Hold, words: str) -> None:
    try:
        _store_failure(hold, words)
    except HoldLost:
        _log.warning("Job %s was called off or taken over.", hold.job.pk)
        return
    tell_of_failure(hold.job, words)


def _store_failure(hold: Hold, words: str) -> None:
    """Where the disk is full there may not even be room for that: then it is told when there is."""
    for _attempt in range(ATTEMPTS_TO_TELL):
        try:
            hold.fail(words)
        except Error as fault:
            if trouble_of(fault) is not Trouble.FULL:
                raise
            time.sleep(SECONDS_BETWEEN_ATTEMPTS)
        else:
            return
    hold.fail(words)


def enqueue(job: Job) -> None:
    """Give the job a new place in the queue, for its time if it has one. In the transaction that wants it done."""
    queued = do_job if job.due_at is None else do_job.using(run_after=job.due_at)
    Job.objects.filter(pk=job.pk).update(task_id=queued.enqueue(job.pk, _asked_in(job)).id)


def _asked_in(job: Job) -> str:
    """The request that asks now, or else the one that asked before a worker was lost."""
    if request_id := current_request_id():
        return request_id
    before = DBTaskResult.objects.filter(pk=job.task_id).first() if job.task_id else None
    asked = before.args_kwargs["args"] if before is not None else []
    return str(asked[1]) if len(asked) > 1 else ""
