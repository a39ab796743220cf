"""Assessments: what a unit, or the committee itself, judges and says in a round."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.constraints import SameOwner
from followup.core.models import Committee, Unit, User
from followup.core.models.owned import InheritsOwner
from goals.choices import AssignmentStatus, GoalStatus
from goals.models import Assignment, Goal, Plan
from indicators.models import Indicator
from reports.choices import AnswerState, SubjectKind, Trend
from reports.models.round import Round
from reports.querysets import AssessmentQuerySet

_ONE_SUBJECT = (
    Q(goal__isnull=False, indicator__isnull=True, assignment__isnull=True)
    | Q(goal__isnull=True, indicator__isnull=False, assignment__isnull=True)
    | Q(goal__isnull=True, indicator__isnull=True, assignment__isnull=False)
)
_STATUS_OF_ITS_SCALE = (
    Q(status="")
    | Q(assignment__isnull=True, status__in=GoalStatus.values)
    | Q(assignment__isnull=False, status__in=AssignmentStatus.values)
)


def _once(subject: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        "round",
        subject,
        Coalesce("unit", 0),
        "ref",
        "unit_words",
        condition=Q(**{f"{subject}__isnull": False}),
        name=f"assessment_once_per_{subject}",
        violation_error_message=_("Det finns redan en bedömning av samma sak från samma enhet."),
    )


def _paired(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{name}_at__isnull": True, f"{name}_by__isnull": True})
        | Q(**{f"{name}_at__isnull": False, f"{name}_by__isnull": False}),
        name=f"assessment_{name}_paired",
    )


class Assessment(InheritsOwner):
    """The answer of one unit (or, with no unit, of the committee) on one goal, indicator or assignment in a round.

    Comments are sanitised HTML. `version` grows by one at every change, so that two people who save the same answer
    are found out. `ref` ("1-2") and `unit_words` tell apart several texts on one subject. Empty `status` means not yet
    judged.
    """

    inherits = {"plan": "round", "committee": "round"}

    round = models.ForeignKey(
        Round, verbose_name=_("uppföljning"), on_delete=models.PROTECT, related_name="assessments"
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+", editable=False)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    goal = models.ForeignKey(
        Goal, verbose_name=_("mål"), on_delete=models.PROTECT, null=True, blank=True, related_name="assessments"
    )
    indicator = models.ForeignKey(
        Indicator,
        verbose_name=_("indikator"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assessments",
    )
    assignment = models.ForeignKey(
        Assignment,
        verbose_name=_("uppdrag"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assessments",
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, null=True, blank=True, related_name="assessments"
    )
    unit_words = models.CharField(_("enhetstext"), max_length=300, blank=True)
    status = models.CharField(
        _("bedömning"), max_length=20, blank=True, choices=[*GoalStatus.choices, *AssignmentStatus.choices]
    )
    status_words = models.CharField(_("statustext"), max_length=300, blank=True)
    ref = models.CharField(_("ref"), max_length=200, blank=True)
    trend = models.CharField(_("trend"), max_length=20, choices=Trend, blank=True)
    comment = models.TextField(_("kommentar"), blank=True)
    overall_view = models.TextField(_("samlad bedömning"), blank=True)
    cause = models.TextField(_("orsak"), blank=True)
    measure = models.TextField(_("åtgärd"), blank=True)
    forecast = models.TextField(_("prognos"), blank=True)
    state = models.CharField(_("läge"), max_length=20, choices=AnswerState, default=AnswerState.DRAFT)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    updated_at = models.DateTimeField(_("ändrad"), auto_now=True)
    updated_by = models.ForeignKey(
        User, verbose_name=_("ändrad av"), on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    ready_at = models.DateTimeField(_("klar"), null=True, editable=False)
    ready_by = models.ForeignKey(
        User, verbose_name=_("klarmarkerad av"), on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    returned_at = models.DateTimeField(_("återsänd"), null=True, editable=False)
    returned_by = models.ForeignKey(
        User, verbose_name=_("återsänd av"), on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    return_reason = models.TextField(_("skäl till återsändning"), blank=True, editable=False)
    approved_at = models.DateTimeField(_("godkänd"), null=True, editable=False)
    approved_by = models.ForeignKey(
        User, verbose_name=_("godkänd av"), on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    position = models.PositiveIntegerField(_("ordning"), default=0)
    history = HistoricalRecords()

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("bedömning")
        verbose_name_plural = _("bedömningar")
        ordering = ["round", "position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=_ONE_SUBJECT,
                name="assessment_of_one_subject",
                violation_error_message=_("Ange exakt ett av mål, indikator och uppdrag."),
            ),
            models.CheckConstraint(
                condition=_STATUS_OF_ITS_SCALE,
                name="assessment_status_of_its_scale",
                violation_error_message=_("Bedömningen hör inte till skalan för det som bedöms."),
            ),
            models.CheckConstraint(condition=Q(state__in=AnswerState.values), name="assessment_state_known"),
            _once("goal"),
            _once("indicator"),
            _once("assignment"),
            _paired("ready"),
            _paired("returned"),
            _paired("approved"),
            SameOwner(owner="committee", reference="plan", name="assessment_committee_of_plan"),
            SameOwner(owner="plan", reference="round", name="assessment_round_in_plan"),
            SameOwner(owner="plan", reference="goal", name="assessment_goal_in_plan"),
            SameOwner(owner="plan", reference="indicator", name="assessment_indicator_in_plan"),
            SameOwner(owner="plan", reference="assignment", name="assessment_assignment_in_plan"),
            SameOwner(owner="committee", reference="unit", name="assessment_unit_in_committee"),
        ]
        indexes: ClassVar = [models.Index(fields=["round", "unit"], name="assessment_by_unit")]

    def __str__(self) -> str:
        return f"{self.goal or self.indicator or self.assignment} – {self.unit.code if self.unit else self.committee}"

    @property
    def subject_key(self) -> tuple[SubjectKind, int]:
        """What is judged, without loading it."""
        keys = {
            SubjectKind.GOAL: self.goal_id,
            SubjectKind.INDICATOR: self.indicator_id,
            SubjectKind.ASSIGNMENT: self.assignment_id,
        }
        return next((kind, key) for kind, key in keys.items() if key is not None)

    @property
    def is_judged(self) -> bool:
        """Whether it has a status, or words in its place."""
        return bool(self.status or self.status_words)

    @property
    def is_owed_cause(self) -> bool:
        """Whether the status asks for a cause and a measure and one of them is missing."""
        return (
            self.status in GoalStatus.values
            and GoalStatus(self.status).asks_for_cause
            and not (self.cause and self.measure)
        )


class AssessmentReference(InheritsOwner):
    """A further indicator or assignment that one text answers ("Avser även")."""

    inherits = {"plan": "assessment"}

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="references")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+", editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("avser även")
        verbose_name_plural = _("avser även")
        ordering = ["assessment", "position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(indicator__isnull=False, assignment__isnull=True)
                | Q(indicator__isnull=True, assignment__isnull=False),
                name="assessment_reference_to_one",
            ),
            SameOwner(owner="plan", reference="indicator", name="assessment_reference_indicator_in_plan"),
            SameOwner(owner="plan", reference="assignment", name="assessment_reference_assignment_in_plan"),
        ]

    def __str__(self) -> str:
        return str(self.indicator or self.assignment)
