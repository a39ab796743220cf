"""The questions that pages ask of indicators and outcomes."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from followup.core.models import Unit


class IndicatorQuerySet(models.QuerySet[Any]):
    def in_plan_order(self) -> "IndicatorQuerySet":
        """As the plan has them; total."""
        return self.order_by("position", "pk")

    def measured_by(self, unit: "Unit") -> "IndicatorQuerySet":
        """The indicators with figures from the unit: naming it, or with a unit of measure and naming no unit."""
        return self.filter(
            Q(indicator_units__unit=unit) | (Q(indicator_units__isnull=True) & ~Q(unit_of_measure=""))
        ).distinct()


class MeasurementQuerySet(models.QuerySet[Any]):
    def in_series_order(self) -> "MeasurementQuerySet":
        """Oldest first, then submeasure and sex; total."""
        return self.order_by("period_from", "period_through", "submeasure", "sex", "pk")
