"""Assignments from others, and the committee's own activities."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.constraints import SameOwner, owned_by
from followup.core.lists import check_lists
from followup.core.models import Committee
from followup.core.models.owned import InheritsOwner
from goals.choices import AssignmentKind
from goals.models.goal import Goal
from goals.models.plan import Plan


class Assignment(InheritsOwner):
    """An assignment or activity, under a goal or free. `due_on` is a day; `due_words` what the plan says instead."""

    inherits = {"committee": "plan"}

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="assignments")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    goal = models.ForeignKey(
        Goal, verbose_name=_("mål"), on_delete=models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    key = models.CharField(_("id"), max_length=200)
    group = models.CharField(_("grupp"), max_length=500, blank=True)
    kind = models.CharField(_("typ"), max_length=20, choices=AssignmentKind)
    number = models.CharField(_("nr"), max_length=100, blank=True)
    name = models.CharField(_("namn"), max_length=2000)
    description = models.TextField(_("beskrivning"), blank=True)
    given_by = models.CharField(_("givet av"), max_length=1000, blank=True)
    together_with = models.JSONField(_("tillsammans med"), default=list, blank=True)
    responsible = models.JSONField(_("ansvarig"), default=list, blank=True)
    due_on = models.DateField(_("klart senast"), null=True, blank=True)
    due_words = models.CharField(_("klart senast, i ord"), max_length=500, blank=True)
    position = models.PositiveIntegerField(_("ordning"), default=0)
    predecessor = models.ForeignKey(
        "self", verbose_name=_("föregångare"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("uppdrag")
        verbose_name_plural = _("uppdrag och aktiviteter")
        ordering = ["plan", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="assignment_key_in_plan"),
            models.CheckConstraint(condition=models.Q(kind__in=AssignmentKind.values), name="assignment_kind_known"),
            owned_by("plan", "assignment"),
            owned_by("committee", "assignment"),
            SameOwner(owner="committee", reference="plan", name="assignment_committee_of_plan"),
            SameOwner(owner="plan", reference="goal", name="assignment_goal_in_plan"),
            SameOwner(owner="committee", reference="predecessor", name="assignment_predecessor_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()

    def clean(self) -> None:
        check_lists(self, "together_with", "responsible")
