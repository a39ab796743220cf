"""Outcomes: what was measured, for whom and when."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.choices import Sex
from followup.core.constraints import SameOwner
from followup.core.models import Committee, Unit
from followup.core.models.owned import InheritsOwner
from followup.core.periods import PeriodFault, parse_period
from goals.models import Plan
from indicators.choices import MissingReason
from indicators.models.indicator import Indicator
from indicators.querysets import MeasurementQuerySet


class Measurement(InheritsOwner):
    """One figure: a number, words shown instead of it, both, or the reason why there is neither.

    `period` is the code (`2022T2`, see `followup.core.periods`); `period_from` and `period_through` (inclusive) are
    derived from it. `submeasure` says what is counted where an indicator has several figures.
    """

    inherits = {"plan": "indicator", "committee": "indicator"}

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="measurements", editable=False)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", editable=False)
    indicator = models.ForeignKey(
        Indicator, verbose_name=_("indikator"), on_delete=models.CASCADE, related_name="measurements"
    )
    period = models.CharField(_("period"), max_length=20)
    period_from = models.DateField(_("från"), editable=False)
    period_through = models.DateField(_("till och med"), editable=False)
    unit = models.ForeignKey(
        Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sex = models.CharField(_("kön"), max_length=10, choices=Sex, default=Sex.TOTAL)
    submeasure = models.CharField(_("delmått"), max_length=300, blank=True)
    value = models.DecimalField(_("värde"), max_digits=25, decimal_places=10, null=True, blank=True)
    words = models.CharField(_("text"), max_length=2000, blank=True)
    numerator = models.DecimalField(_("täljare"), max_digits=25, decimal_places=10, null=True, blank=True)
    denominator = models.DecimalField(_("nämnare"), max_digits=25, decimal_places=10, null=True, blank=True)
    missing_reason = models.CharField(_("saknas"), max_length=20, choices=MissingReason, blank=True)
    is_preliminary = models.BooleanField(_("preliminär"), default=False)
    remark = models.TextField(_("anmärkning"), blank=True)
    history = HistoricalRecords()

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        verbose_name = _("utfall")
        verbose_name_plural = _("utfall")
        ordering = ["indicator", "period_from", "period_through", "submeasure", "sex", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                "indicator",
                "period",
                Coalesce("unit", 0),
                "sex",
                "submeasure",
                name="measurement_once",
                violation_error_message=_("Det finns redan ett utfall för samma period, enhet, kön och delmått."),
            ),
            models.CheckConstraint(
                condition=Q(missing_reason="") & (Q(value__isnull=False) | ~Q(words=""))
                | ~Q(missing_reason="") & Q(value__isnull=True, words=""),
                name="measurement_value_or_reason",
                violation_error_message=_("Ange ett värde, en text eller varför värdet saknas."),
            ),
            models.CheckConstraint(
                condition=Q(period_through__gte=F("period_from")), name="measurement_period_in_order"
            ),
            models.CheckConstraint(condition=Q(sex__in=Sex.values), name="measurement_sex_known"),
            SameOwner(owner="committee", reference="plan", name="measurement_committee_of_plan"),
            SameOwner(owner="plan", reference="indicator", name="measurement_indicator_in_plan"),
            SameOwner(owner="committee", reference="unit", name="measurement_unit_in_committee"),
        ]
        indexes: ClassVar = [models.Index(fields=["plan", "period_from"], name="measurement_by_plan")]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.period}"

    def clean_fields(self, exclude: set[str] | None = None) -> None:  # type: ignore[override]  # the stubs ask for more
        if self.period:
            try:
                period = parse_period(self.period)
            except PeriodFault as fault:
                raise ValidationError({"period": str(fault)}) from fault
            self.period, self.period_from, self.period_through = period.code, period.first, period.last
        super().clean_fields(exclude=exclude)
