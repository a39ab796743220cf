"""How far a piece of long work has come, in words ready for the template."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_duration, format_moment
from reports.choices import JobKind, JobState, JobStep
from reports.commands.jobs.reaping import SILENT_AFTER
from reports.models import Job

PATIENCE = timedelta(seconds=10)
"""How long work may wait before the page says that nobody seems to be there to do it."""

_DRAFT_STEPS = (JobStep.READING, JobStep.LAYOUT, JobStep.PAPER, JobStep.STORING)


class Phase(StrEnum):
    """What the person is told; a job's state, but for whether anybody is at it."""

    SCHEDULED = "scheduled"
    WAITING = "waiting"
    UNATTENDED = "unattended"
    RUNNING = "running"
    SILENT = "silent"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def goes_on(self) -> bool:
        """Whether it will change by itself."""
        return self not in {Phase.DONE, Phase.FAILED, Phase.CANCELLED}

    @property
    def is_soon(self) -> bool:
        return self.goes_on and self is not Phase.SCHEDULED


_ENDED = {JobState.DONE: Phase.DONE, JobState.FAILED: Phase.FAILED, JobState.CANCELLED: Phase.CANCELLED}


@dataclass(frozen=True, slots=True)
class StepLine:
    """`mark` is `done`, `now` or `left`."""

    words: str
    mark: str
    mark_words: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of the PDF so far; `expected` is 0 where it is not known how many there will be."""

    words: str
    so_far: int
    expected: int


@dataclass(frozen=True, slots=True)
class JobPart:
    """`seen` is another as soon as something on the page is."""

    phase: Phase
    heading: str
    now: str
    asked: str
    due: str
    taken: str
    fault: str
    steps: tuple[StepLine, ...]
    pages: Pages | None
    is_taken_up: bool
    url: str
    pdf_url: str
    seen: str


def job_part(job: Job, *, now: datetime, is_attended: bool) -> JobPart:
    """`is_attended`: whether any worker has been alive lately. The job with its report and publication; no query."""
    phase = phase_of(job, now=now, is_attended=is_attended)
    url, pdf_url = _result(job)
    return JobPart(
        phase=phase,
        heading=heading_of(job),
        now=_now(job, phase),
        asked=_("%(name)s, %(moment)s") % {"name": job.asked_by_name, "moment": format_moment(job.asked_at)},
        due=format_moment(job.due_at) if job.due_at else "",
        taken=taken(job),
        fault=job.fault,
        steps=tuple(_steps(job)) if phase in {Phase.RUNNING, Phase.SILENT} else (),
        pages=_pages(job) if phase is Phase.RUNNING and job.step == JobStep.LAYOUT and job.done else None,
        is_taken_up=job.interruptions > 0 and phase.goes_on,
        url=url,
        pdf_url=pdf_url,
        seen=f"{phase}-{job.step}-{job.done}-{job.interruptions}",
    )


def phase_of(job: Job, *, now: datetime, is_attended: bool) -> Phase:
    state = JobState(job.state)
    if not state.is_open:
        return _ENDED[state]
    if state is JobState.RUNNING:
        return Phase.RUNNING if job.seen_at and job.seen_at > now - SILENT_AFTER else Phase.SILENT
    if job.due_at is not None and job.due_at > now:
        return Phase.SCHEDULED
    waits_since = max(job.asked_at, job.due_at or job.asked_at)
    return Phase.WAITING if is_attended or now - waits_since < PATIENCE else Phase.UNATTENDED


def heading_of(job: Job) -> str:
    if job.kind == JobKind.PUBLICATION:
        return _("Publicering av version %(version)s") % {"version": job.version}
    return _("Utkast som PDF")


def taken(job: Job) -> str:
    """How long the work took, empty before it has ended and where it never began."""
    if job.started_at is None or job.finished_at is None or job.finished_at < job.started_at:
        return ""
    return format_duration(job.finished_at - job.started_at)


def _now(job: Job, phase: Phase) -> str:
    if phase is Phase.RUNNING:
        return str(JobStep(job.step).label)
    if phase is Phase.DONE and job.is_publication:
        return _("Version %(version)s är publicerad.") % {"version": job.version}
    if phase is Phase.SCHEDULED and job.due_at:
        return _("Version %(version)s publiceras %(moment)s.") % {
            "version": job.version,
            "moment": format_moment(job.due_at),
        }
    return str(_WORDS[phase])


_WORDS = {
    Phase.WAITING: gettext_lazy("Väntar på att få börja."),
    Phase.UNATTENDED: gettext_lazy("Väntar på en arbetsprocess."),
    Phase.SILENT: gettext_lazy("Arbetet har stannat."),
    Phase.DONE: gettext_lazy("PDF-filen är klar."),
    Phase.FAILED: gettext_lazy("Arbetet misslyckades."),
    Phase.CANCELLED: gettext_lazy("Arbetet är avbrutet."),
}
_MARK_WORDS = {"done": gettext_lazy("klart"), "now": gettext_lazy("pågår"), "left": gettext_lazy("återstår")}


def _steps(job: Job) -> list[StepLine]:
    steps = list(JobStep) if job.is_publication else list(_DRAFT_STEPS)
    here = steps.index(JobStep(job.step)) if job.step in steps else 0
    marks = ["done" if place < here else "now" if place == here else "left" for place in range(len(steps))]
    return [StepLine(str(step.label), mark, str(_MARK_WORDS[mark])) for step, mark in zip(steps, marks, strict=True)]


def _pages(job: Job) -> Pages:
    words = _("Sida %(page)d av omkring %(expected)d") if job.total else _("Sida %(page)d")
    return Pages(words % {"page": job.done, "expected": job.total}, job.done, job.total)


def _result(job: Job) -> tuple[str, str]:
    """Where what came of it is read, as a page and as a PDF."""
    if job.state != JobState.DONE:
        return "", ""
    if job.publication is None:
        return "", reverse("reports:preview_pdf", args=[job.report_id])
    publication = job.publication
    address = [publication.committee.slug, publication.slug, publication.version]
    return reverse("reading:version", args=address), reverse("reading:file", args=[*address, publication.slug, "pdf"])
