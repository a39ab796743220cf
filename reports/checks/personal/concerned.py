"""Which indicators concern people so that a small figure can point one out. Pure."""

from collections.abc import Iterable

from followup.core.choices import Sex
from indicators.measures import Measure, measure_of
from indicators.people import may_point_out_people
from reports.build.facts import IndicatorFact, MeasurementFact


def concerns_people(indicator: IndicatorFact, figures: Iterable[MeasurementFact]) -> bool:
    """By unit, name, or by being counted for women and men apart. Every share may, where its counts are known."""
    unit = indicator.unit_of_measure.strip()
    measure = measure_of(unit)
    if measure is Measure.SHARE:
        return True
    if measure is not Measure.COUNT:
        return not unit and may_point_out_people(unit, indicator.name)
    return (
        may_point_out_people(unit, indicator.name)
        or indicator.is_sex_disaggregated
        or any(item.sex != Sex.TOTAL for item in figures)
    )
