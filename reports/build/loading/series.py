"""What single indicators have measured and aim at, as facts: for pages that show a few series, not a whole report."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from indicators.models import Indicator, Measurement, Target
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact


def indicator_fact(indicator: Indicator) -> IndicatorFact:
    """What its figures need: how they are written, and what is noted at its name."""
    return IndicatorFact(
        id=indicator.pk,
        goal_id=indicator.goal_id,
        number=indicator.number,
        name=indicator.name,
        unit_of_measure=indicator.unit_of_measure,
        decimals=indicator.decimals,
        source=indicator.source,
        footnote=indicator.footnote,
    )


def target_fact(target: Target) -> TargetFact:
    return TargetFact(*(getattr(target, name) for name in TargetFact._fields))


def figure_fact(row: Measurement) -> MeasurementFact:
    """Also of a row of its history."""
    return MeasurementFact(*(getattr(row, name) for name in MeasurementFact._fields))


def figure_rows(keys: Collection[int]) -> QuerySet[Measurement, Any]:
    """Of these keys: the key, then what a `MeasurementFact` is made of."""
    return Measurement.objects.filter(pk__in=keys).order_by("pk").values_list("pk", *MeasurementFact._fields)


def figures_of_indicators(keys: Collection[int]) -> list[MeasurementFact]:
    """Oldest first."""
    rows = Measurement.objects.filter(indicator__in=keys).in_series_order().values_list(*MeasurementFact._fields)
    return [MeasurementFact(*row) for row in rows]


def target_rows(keys: Collection[int]) -> QuerySet[Target, Any]:
    """Of these indicators what `TargetFact`s are made of: by year, then as they were entered."""
    return Target.objects.filter(indicator__in=keys).order_by("year", "pk").values_list(*TargetFact._fields)


def targets_of_indicators(keys: Collection[int]) -> list[TargetFact]:
    return [TargetFact(*row) for row in target_rows(keys)]
