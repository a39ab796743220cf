"""Long work that is done in the background: who asked for what, how far it has come, and what came of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.constraints import SameOwner
from followup.core.models import Committee, User
from followup.core.models.owned import InheritsOwner
from reports.choices import Audience, JobKind, JobState, JobStep
from reports.models.publication import Publication
from reports.models.report import Report
from reports.querysets import JobQuerySet

_OPEN = (JobState.QUEUED, JobState.RUNNING)


class Job(InheritsOwner):
    """A piece of long work on one report; at most one of each kind is open at a time.

    `key` comes with the form, so that the same form never asks twice. `due_at` is set for what is to be done later.
    `audience`, `change_note` and `version` belong to a publication. `attempts` grows each time that a worker begins,
    and only who began last may write: see `Hold`. `interruptions` counts the workers that disappeared. `done` of
    `total` are pages; a total of 0 is not known. `task_id` is the newest place in the queue, `worker` who is at it,
    `seen_at` when that worker was last alive.
    """

    inherits = {"committee": "report"}

    kind = models.CharField(gettext_lazy("slag"), max_length=20, choices=JobKind)
    report = models.ForeignKey(
        Report, verbose_name=gettext_lazy("rapport"), on_delete=models.CASCADE, related_name="jobs"
    )
    committee = models.ForeignKey(
        Committee, verbose_name=gettext_lazy("nämnd"), on_delete=models.PROTECT, related_name="+", editable=False
    )
    key = models.UUIDField(gettext_lazy("nyckel"), unique=True, editable=False)
    asked_at = models.DateTimeField(gettext_lazy("beställt"))
    asked_by = models.ForeignKey(
        User, verbose_name=gettext_lazy("beställt av"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_by_name = models.CharField(gettext_lazy("beställt av"), max_length=200)
    due_at = models.DateTimeField(gettext_lazy("tidpunkt"), null=True, blank=True)

    version = models.PositiveIntegerField(gettext_lazy("version"), null=True, blank=True)
    audience = models.CharField(gettext_lazy("läsare"), max_length=20, choices=Audience, blank=True)
    change_note = models.TextField(gettext_lazy("ändringsnot"), blank=True)

    state = models.CharField(gettext_lazy("läge"), max_length=20, choices=JobState, default=JobState.QUEUED)
    step = models.CharField(gettext_lazy("steg"), max_length=20, choices=JobStep, blank=True)
    done = models.PositiveIntegerField(gettext_lazy("gjort"), default=0)
    total = models.PositiveIntegerField(gettext_lazy("av"), default=0)
    pages = models.PositiveIntegerField(gettext_lazy("sidor"), default=0)
    task_id = models.CharField(max_length=64, blank=True, editable=False)
    worker = models.CharField(max_length=64, blank=True, editable=False)
    attempts = models.PositiveIntegerField(gettext_lazy("försök"), default=0)
    interruptions = models.PositiveIntegerField(gettext_lazy("avbrott"), default=0)
    started_at = models.DateTimeField(gettext_lazy("började"), null=True, blank=True)
    seen_at = models.DateTimeField(gettext_lazy("senast sedd"), null=True, blank=True)
    finished_at = models.DateTimeField(gettext_lazy("slutade"), null=True, blank=True)
    publication = models.OneToOneField(
        Publication, verbose_name=gettext_lazy("publicering"), on_delete=models.CASCADE, null=True, related_name="job"
    )
    fault = models.TextField(gettext_lazy("fel"), blank=True)

    objects: ClassVar[Any] = JobQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("arbete")
        verbose_name_plural = gettext_lazy("arbeten")
        ordering = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report", "kind"],
                condition=Q(state__in=[str(state) for state in _OPEN]),
                name="job_one_open_of_a_kind",
            ),
            models.CheckConstraint(condition=Q(kind__in=JobKind.values), name="job_kind_known"),
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_known"),
            models.CheckConstraint(condition=Q(step__in=["", *JobStep.values]), name="job_step_known"),
            models.CheckConstraint(
                condition=~Q(kind=JobKind.PUBLICATION)
                | Q(version__isnull=False, version__gte=1, audience__in=Audience.values),
                name="job_publication_whole",
            ),
            models.CheckConstraint(
                condition=~Q(kind=JobKind.PUBLICATION, state=JobState.DONE) | Q(publication__isnull=False),
                name="job_done_with_publication",
            ),
            models.CheckConstraint(
                condition=Q(publication__isnull=True) | Q(kind=JobKind.PUBLICATION, state=JobState.DONE),
                name="job_publication_when_done",
            ),
            SameOwner(owner="committee", reference="report", name="job_report_in_committee"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "-asked_at"], name="job_by_committee"),
            models.Index(fields=["state", "finished_at"], name="job_by_state"),
        ]

    def __str__(self) -> str:
        if self.kind == JobKind.PUBLICATION:
            return _("Publicering av version %(version)s: %(title)s") % {
                "version": self.version,
                "title": self.report.title,
            }
        return _("Utkast som PDF: %(title)s") % {"title": self.report.title}

    @property
    def is_publication(self) -> bool:
        return self.kind == JobKind.PUBLICATION

    @property
    def is_open(self) -> bool:
        return JobState(self.state).is_open

    @property
    def is_scheduled(self) -> bool:
        """Whether it waits for its time, or could not be done when its time came."""
        return self.due_at is not None
