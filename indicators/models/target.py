"""What is to be reached, of an indicator or of a goal."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.choices import Sex
from followup.core.constraints import SameOwner
from followup.core.models import Committee, Unit
from followup.core.models.owned import InheritsOwner
from goals.models import Goal, Plan
from indicators.choices import MeasuredAgainst
from indicators.models.indicator import Indicator


class Target(InheritsOwner):
    """A target for a year: a value, a range (`value`–`value_high`) or words as decided, one of them at least."""

    inherits = {"committee": "plan"}

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="targets")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    indicator = models.ForeignKey(
        Indicator, verbose_name=_("indikator"), on_delete=models.CASCADE, null=True, blank=True, related_name="targets"
    )
    goal = models.ForeignKey(
        Goal, verbose_name=_("mål"), on_delete=models.CASCADE, null=True, blank=True, related_name="targets"
    )
    year = models.PositiveSmallIntegerField(_("år"), validators=[MinValueValidator(1900), MaxValueValidator(2200)])
    unit = models.ForeignKey(
        Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sex = models.CharField(_("kön"), max_length=10, choices=Sex, default=Sex.TOTAL)
    submeasure = models.CharField(_("delmått"), max_length=300, blank=True)
    value = models.DecimalField(_("värde"), max_digits=25, decimal_places=10, null=True, blank=True)
    value_high = models.DecimalField(_("övre värde"), max_digits=25, decimal_places=10, null=True, blank=True)
    words = models.CharField(_("text"), max_length=2000, blank=True)
    measured_against = models.CharField(
        _("mäts mot"), max_length=20, choices=MeasuredAgainst, default=MeasuredAgainst.VALUE
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("målvärde")
        verbose_name_plural = _("målvärden")
        ordering = ["plan", "year", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(indicator__isnull=False, goal__isnull=True) | Q(indicator__isnull=True, goal__isnull=False),
                name="target_of_one",
                violation_error_message=_("Ange antingen en indikator eller ett mål."),
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | ~Q(words=""),
                name="target_says_something",
                violation_error_message=_("Ange ett värde eller en text."),
            ),
            models.CheckConstraint(
                condition=Q(value_high__isnull=True) | Q(value_high__gte=F("value")),
                name="target_range_in_order",
                violation_error_message=_("Det övre värdet kan inte vara lägre än värdet."),
            ),
            models.UniqueConstraint(
                "indicator",
                "year",
                Coalesce("unit", 0),
                "sex",
                "submeasure",
                condition=Q(indicator__isnull=False),
                name="target_once_per_indicator",
                violation_error_message=_("Det finns redan ett målvärde för samma år, enhet, kön och delmått."),
            ),
            models.UniqueConstraint(
                "goal",
                "year",
                Coalesce("unit", 0),
                "sex",
                "submeasure",
                condition=Q(goal__isnull=False),
                name="target_once_per_goal",
                violation_error_message=_("Det finns redan ett målvärde för samma år, enhet, kön och delmått."),
            ),
            SameOwner(owner="committee", reference="plan", name="target_committee_of_plan"),
            SameOwner(owner="plan", reference="indicator", name="target_indicator_in_plan"),
            SameOwner(owner="plan", reference="goal", name="target_goal_in_plan"),
            SameOwner(owner="committee", reference="unit", name="target_unit_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator or self.goal}, {self.year}"
