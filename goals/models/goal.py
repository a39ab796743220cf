"""Goals: a tree in a plan, each on one of the plan's levels."""

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.constraints import SameOwner, owned_by
from followup.core.lists import check_lists
from followup.core.models import Committee, Unit
from followup.core.models.owned import InheritsOwner
from goals.models.level import Level
from goals.models.plan import Plan
from goals.querysets import GoalQuerySet


class Goal(InheritsOwner):
    """A goal. `position` orders the whole plan (depth first); `units` empty means that all units answer.

    `key` is the workbook's Id, `label` replaces the level's name ("Årsmål 2022"), `year` is set for a goal of one
    year, `responsible` is a list of roles in the order and with the doubles of the plan.
    """

    inherits = {"committee": "plan"}

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="goals")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("överordnat mål"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    level = models.ForeignKey(Level, verbose_name=_("nivå"), on_delete=models.PROTECT, related_name="goals")
    key = models.CharField(_("id"), max_length=200)
    label = models.CharField(_("benämning"), max_length=200, blank=True)
    number = models.CharField(_("nr"), max_length=100, blank=True)
    name = models.CharField(_("namn"), max_length=2000)
    description = models.TextField(_("beskrivning"), blank=True)
    responsible = models.JSONField(_("ansvarig"), default=list, blank=True)
    year = models.PositiveSmallIntegerField(
        _("år"), null=True, blank=True, validators=[MinValueValidator(1900), MaxValueValidator(2200)]
    )
    units = models.ManyToManyField(
        Unit, verbose_name=_("enheter som svarar"), through="GoalUnit", related_name="goals", blank=True
    )
    contributes_to = models.ManyToManyField(
        "self",
        verbose_name=_("bidrar till"),
        through="GoalContribution",
        symmetrical=False,
        related_name="contributors",
        blank=True,
    )
    position = models.PositiveIntegerField(_("ordning"), default=0)
    closed_on = models.DateField(_("avslutat"), null=True, blank=True)
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("föregångare"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="successors",
    )
    history = HistoricalRecords()

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("mål")
        verbose_name_plural = _("mål")
        ordering = ["plan", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="goal_key_in_plan"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="goal_is_not_its_own_parent"),
            owned_by("plan", "goal"),
            owned_by("committee", "goal"),
            SameOwner(owner="committee", reference="plan", name="goal_committee_of_plan"),
            SameOwner(owner="plan", reference="parent", name="goal_parent_in_plan"),
            SameOwner(owner="plan", reference="level", name="goal_level_in_plan"),
            SameOwner(owner="committee", reference="predecessor", name="goal_predecessor_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()

    def stands_on(self, day: date) -> bool:
        """Whether the goal was not closed on the day or before, and is not for another year."""
        return (self.closed_on is None or self.closed_on > day) and self.year in {None, day.year}

    def clean(self) -> None:
        check_lists(self, "responsible")
        above = self.parent
        while above is not None:
            if self.pk is not None and above.pk == self.pk:
                raise ValidationError({"parent": _("Målet kan inte ligga under sig självt.")})
            above = above.parent


class GoalUnit(InheritsOwner):
    """A unit that answers a goal; `position` keeps the plan's order, in which a unit may stand twice."""

    inherits = {"committee": "goal"}

    goal = models.ForeignKey(Goal, verbose_name=_("mål"), on_delete=models.CASCADE, related_name="goal_units")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, related_name="goal_units")
    position = models.PositiveIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("enhet som svarar")
        verbose_name_plural = _("enheter som svarar")
        ordering = ["goal", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["goal", "position"], name="goal_unit_in_its_place"),
            SameOwner(owner="committee", reference="goal", name="goal_unit_goal_in_committee"),
            SameOwner(owner="committee", reference="unit", name="goal_unit_unit_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.goal} – {self.unit.code}"


class GoalContribution(InheritsOwner):
    """`goal` contributes to the overarching `target_goal`; `position` keeps the plan's order, doubles too."""

    inherits = {"plan": "goal"}

    goal = models.ForeignKey(Goal, verbose_name=_("mål"), on_delete=models.CASCADE, related_name="contributions")
    target_goal = models.ForeignKey(
        Goal, verbose_name=_("bidrar till"), on_delete=models.CASCADE, related_name="contributions_received"
    )
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+", editable=False)
    position = models.PositiveIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("bidrag till mål")
        verbose_name_plural = _("bidrag till mål")
        ordering = ["goal", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["goal", "position"], name="goal_contribution_in_its_place"),
            models.CheckConstraint(
                condition=~models.Q(goal=models.F("target_goal")), name="goal_does_not_contribute_to_itself"
            ),
            SameOwner(owner="plan", reference="goal", name="goal_contribution_from_plan"),
            SameOwner(owner="plan", reference="target_goal", name="goal_contribution_within_plan"),
        ]

    def __str__(self) -> str:
        return f"{self.goal} → {self.target_goal}"

    def clean(self) -> None:
        if self.goal_id is not None and self.goal_id == self.target_goal_id:
            raise ValidationError({"target_goal": _("Ett mål kan inte bidra till sig självt.")})
