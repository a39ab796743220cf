"""Indicators, key figures and volume metrics: what shows how it goes."""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.constraints import SameOwner, owned_by
from followup.core.lists import check_lists
from followup.core.models import Committee, Unit
from followup.core.models.owned import InheritsOwner
from goals.models import Goal, Plan
from indicators.choices import DesiredDirection, Frequency, IndicatorKind
from indicators.querysets import IndicatorQuerySet


class Indicator(InheritsOwner):
    """An indicator of a goal, or of the plan. `decimals` empty means as given; `group` is a heading over several.

    `suppresses_small_counts`: reports show `..` for figures of so few people that they point somebody out.
    `is_assessed`: it gets its own assessment and comment per unit. `units` empty means all of the goal's units.
    """

    inherits = {"committee": "plan"}

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="indicators")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    goal = models.ForeignKey(
        Goal, verbose_name=_("mål"), on_delete=models.PROTECT, null=True, blank=True, related_name="indicators"
    )
    key = models.CharField(_("id"), max_length=200)
    group = models.CharField(_("grupp"), max_length=500, blank=True)
    number = models.CharField(_("nr"), max_length=100, blank=True)
    name = models.CharField(_("namn"), max_length=2000)
    description = models.TextField(_("beskrivning"), blank=True)
    kind = models.CharField(_("typ"), max_length=20, choices=IndicatorKind, default=IndicatorKind.INDICATOR)
    unit_of_measure = models.CharField(_("måttenhet"), max_length=100, blank=True)
    decimals = models.PositiveSmallIntegerField(
        _("decimaler"), null=True, blank=True, validators=[MaxValueValidator(6, _("Ange högst 6 decimaler."))]
    )
    desired_direction = models.CharField(_("riktning"), max_length=20, choices=DesiredDirection, blank=True)
    frequency = models.CharField(_("frekvens"), max_length=20, choices=Frequency, blank=True)
    is_sex_disaggregated = models.BooleanField(_("könsuppdelad"), default=False)
    suppresses_small_counts = models.BooleanField(_("döljer små antal"), default=False)
    is_assessed = models.BooleanField(_("bedöms"), default=False)
    units = models.ManyToManyField(
        Unit, verbose_name=_("enheter som mäter"), through="IndicatorUnit", related_name="indicators", blank=True
    )
    source = models.TextField(_("källa"), blank=True)
    footnote = models.TextField(_("fotnot"), blank=True)
    responsible = models.JSONField(_("ansvarig"), default=list, blank=True)
    kolada_id = models.CharField(_("Kolada-id"), max_length=100, blank=True)
    position = models.PositiveIntegerField(_("ordning"), default=0)
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("föregångare"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="successors",
    )
    history = HistoricalRecords()

    objects = IndicatorQuerySet.as_manager()

    # What `concerning(unit)` says of the unit.
    is_measured_by_unit: bool
    is_measured_by_it_alone: bool
    is_asked_of_unit: bool

    class Meta:
        verbose_name = _("indikator")
        verbose_name_plural = _("indikatorer")
        ordering = ["plan", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="indicator_key_in_plan"),
            models.CheckConstraint(condition=models.Q(kind__in=IndicatorKind.values), name="indicator_kind_known"),
            owned_by("plan", "indicator"),
            owned_by("committee", "indicator"),
            SameOwner(owner="committee", reference="plan", name="indicator_committee_of_plan"),
            SameOwner(owner="plan", reference="goal", name="indicator_goal_in_plan"),
            SameOwner(owner="committee", reference="predecessor", name="indicator_predecessor_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()

    def clean(self) -> None:
        check_lists(self, "responsible")


class IndicatorUnit(InheritsOwner):
    """A unit that measures an indicator; `position` keeps the plan's order, in which a unit may stand twice."""

    inherits = {"committee": "indicator"}

    indicator = models.ForeignKey(
        Indicator, verbose_name=_("indikator"), on_delete=models.CASCADE, related_name="indicator_units"
    )
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, related_name="indicator_units")
    position = models.PositiveIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("enhet som mäter")
        verbose_name_plural = _("enheter som mäter")
        ordering = ["indicator", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "position"], name="indicator_unit_in_its_place"),
            SameOwner(owner="committee", reference="indicator", name="indicator_unit_indicator_in_committee"),
            SameOwner(owner="committee", reference="unit", name="indicator_unit_unit_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} – {self.unit.code}"
