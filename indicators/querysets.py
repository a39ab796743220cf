"""The questions that pages ask of indicators and outcomes."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    When,
)

from followup.core.choices import Sex
from followup.core.statements import Given
from goals.models import Goal, GoalUnit

if TYPE_CHECKING:
    from followup.core.models import Unit


class IndicatorQuerySet(models.QuerySet[Any]):
    def in_plan_order(self) -> "IndicatorQuerySet":
        """As the plan has them; total."""
        return self.order_by("position", "pk")

    def in_goal_order(self) -> "IndicatorQuerySet":
        """Goal by goal as the plan has them, what belongs to no goal last; total."""
        return self.order_by(F("goal__position").asc(nulls_last=True), "goal_id", "position", "pk")

    def concerning(self, unit: "Unit | Given") -> "IndicatorQuerySet":
        """Each with what it asks of the unit.

        `is_measured_by_unit`: figures, of the units that it names, or with a unit of measure and naming none.
        `is_asked_of_unit`: an assessment of its own, of the units that it names, else of those who answer its goal.
        `is_measured_by_it_alone`: nobody else gives figures, so that the unit's are the whole committee's.
        """
        named = self.model.units.through.objects.filter(indicator=OuterRef("pk"))
        names_unit, names_somebody = Exists(named.filter(unit=unit)), Exists(named)
        is_measured = names_unit | (~names_somebody & ~Q(unit_of_measure=""))
        is_asked = Q(is_assessed=True) & (
            names_unit | (~names_somebody & Exists(Goal.objects.filter(pk=OuterRef("goal")).answered_by(unit)))
        )
        of_goal = GoalUnit.objects.filter(goal=OuterRef("goal"))
        of_goal_alone = Exists(of_goal.filter(unit=unit)) & ~Exists(of_goal.exclude(unit=unit))
        is_alone = (names_unit & ~Exists(named.exclude(unit=unit))) | (~names_somebody & of_goal_alone)
        return self.annotate(
            is_measured_by_it_alone=ExpressionWrapper(is_alone, output_field=BooleanField()),
            is_measured_by_unit=ExpressionWrapper(is_measured, output_field=BooleanField()),
            is_asked_of_unit=ExpressionWrapper(is_asked, output_field=BooleanField()),
        )

    def with_newest(self, measurements: "MeasurementQuerySet") -> "IndicatorQuerySet":
        """Each with `newest_id`, the key of its newest figure among `measurements`: the whole before its parts."""
        own = measurements.filter(indicator=OuterRef("pk")).whole_first()
        return self.annotate(newest_id=Subquery(own.values("pk")[:1]))

    def saying(self, text: str) -> "IndicatorQuerySet":
        """Those whose number, name, group, description, Id or Kolada-id holds the text."""
        fields = ("number", "name", "group", "description", "key", "kolada_id")
        return self.filter(reduce(or_, (Q(**{f"{field}__icontains": text}) for field in fields)))


class MeasurementQuerySet(models.QuerySet[Any]):
    def whole_first(self) -> "MeasurementQuerySet":
        """What counts everything and everybody before units, submeasures, women and men; then the newest; total."""
        whole = Q(unit__isnull=True, submeasure="", sex=Sex.TOTAL)
        is_part = Case(When(whole, then=0), default=1, output_field=IntegerField())
        return self.order_by(is_part, "-period_through", "-period_from", "unit_id", "submeasure", "sex", "pk")

    def in_series_order(self) -> "MeasurementQuerySet":
        """Oldest first, then submeasure and sex; total."""
        return self.order_by("period_from", "period_through", "submeasure", "sex", "pk")
