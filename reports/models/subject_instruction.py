"""What the controller asks of the units about one goal or indicator in a round."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.constraints import SameOwner
from followup.core.models import Committee, User
from followup.core.models.owned import InheritsOwner
from goals.models import Goal, Plan
from indicators.models import Indicator
from reports.models.round import Round


def _once(subject: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["round", subject], condition=Q(**{f"{subject}__isnull": False}), name=f"instruction_once_per_{subject}"
    )


class SubjectInstruction(InheritsOwner):
    """Shown to every unit beside its answer. `text` is sanitised HTML; empty where it was taken back.

    `version` grows by one at every change, so that two people who write it are found out.
    """

    inherits = {"plan": "round", "committee": "round"}

    round = models.ForeignKey(
        Round, verbose_name=_("uppföljning"), on_delete=models.CASCADE, related_name="subject_instructions"
    )
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+", editable=False)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    goal = models.ForeignKey(
        Goal, verbose_name=_("mål"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    indicator = models.ForeignKey(
        Indicator, verbose_name=_("indikator"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    text = models.TextField(_("anvisning"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    updated_at = models.DateTimeField(_("ändrad"), auto_now=True)
    updated_by = models.ForeignKey(
        User, verbose_name=_("ändrad av"), on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("anvisning")
        verbose_name_plural = _("anvisningar")
        ordering = ["round", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(goal__isnull=False, indicator__isnull=True) | Q(goal__isnull=True, indicator__isnull=False),
                name="instruction_of_one_subject",
                violation_error_message=_("Ange antingen ett mål eller en indikator."),
            ),
            _once("goal"),
            _once("indicator"),
            SameOwner(owner="committee", reference="plan", name="instruction_committee_of_plan"),
            SameOwner(owner="plan", reference="round", name="instruction_round_in_plan"),
            SameOwner(owner="plan", reference="goal", name="instruction_goal_in_plan"),
            SameOwner(owner="plan", reference="indicator", name="instruction_indicator_in_plan"),
        ]

    def __str__(self) -> str:
        return f"{self.goal or self.indicator}, {self.round}"
