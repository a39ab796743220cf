"""The figures and targets that a report is about, by what they are of. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from followup.core.choices import Sex
from indicators.aims import Aim, Scale
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import newest, selected
from reports.checks.scope import Scope

SeriesKey = tuple[int, int | None, str, str]
"""Indicator, unit, sex and submeasure."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """`now` are each series' last figure of the report's year, also where it only says why there is none."""

    now: dict[int, list[MeasurementFact]]
    series: dict[SeriesKey, list[MeasurementFact]]
    targets: dict[tuple[SeriesKey, int], TargetFact]
    as_of: date

    def year_before(self, figure: MeasurementFact) -> MeasurementFact | None:
        """That of the same months a year earlier, where it is a number."""
        wanted = (_months(figure), figure.period_through.year - 1, figure.period_through.month)
        for each in self.series.get(series_of(figure), ()):
            if (_months(each), each.period_through.year, each.period_through.month) == wanted:
                return each if each.value is not None else None
        return None

    def last_before(self, figure: MeasurementFact) -> MeasurementFact | None:
        """The nearest earlier number of as many months, whatever years lie between."""
        earlier = [
            each
            for each in self.series.get(series_of(figure), ())
            if each.value is not None and each.period_through < figure.period_from and _months(each) == _months(figure)
        ]
        return max(earlier, key=lambda each: each.period_through, default=None)

    def target(self, figure: MeasurementFact, *, adds_up: bool) -> TargetFact | None:
        """The year's for exactly this, else for all submeasures, both sexes, the whole committee, in that order.

        Of what is counted (`adds_up`) the target for both sexes is none for one of them, who are a part of it.
        """
        sexes = (figure.sex,) if adds_up else (figure.sex, Sex.TOTAL.value)
        for submeasure, sex, unit in product((figure.submeasure, ""), sexes, (figure.unit_id, None)):
            series = (figure.indicator_id, unit, sex, submeasure)
            if found := self.targets.get((series, self.as_of.year)):
                return found
        return None


def outcomes_of(scope: Scope) -> Outcomes | None:
    """None for a report without a date: nothing can then be said to be this year's."""
    return scope.once(_outcomes)


def _outcomes(scope: Scope) -> Outcomes | None:
    report = scope.report
    if report.as_of is None:
        return None
    series: dict[SeriesKey, list[MeasurementFact]] = {}
    for each in report.measurements:
        series.setdefault(series_of(each), []).append(each)
    of_year: dict[int, list[MeasurementFact]] = {}
    for each in selected(report, ()):
        if each.period_from.year == each.period_through.year == report.as_of.year:
            of_year.setdefault(each.indicator_id, []).append(each)
    now = {indicator: newest(found, report.as_of) for indicator, found in of_year.items()}
    return Outcomes(now, series, dict(_targets(scope)), report.as_of)


def _targets(scope: Scope) -> Iterator[tuple[tuple[SeriesKey, int], TargetFact]]:
    for each in scope.report.targets:
        if each.indicator_id is not None:
            yield ((each.indicator_id, each.unit_id, each.sex, each.submeasure), each.year), each


def series_of(figure: MeasurementFact) -> SeriesKey:
    return (figure.indicator_id, figure.unit_id, figure.sex, figure.submeasure)


def is_whole_year(figure: MeasurementFact) -> bool:
    return _months(figure) == 12


def scale_of(indicator: IndicatorFact) -> Scale:
    return Scale(indicator.unit_of_measure, indicator.decimals, indicator.desired_direction)


def aim_of(target: TargetFact | None) -> Aim | None:
    """The target in numbers, also where it is shown in words."""
    if target is None or target.value is None:
        return None
    return Aim(target.value, target.value_high, target.measured_against)


def _months(figure: MeasurementFact) -> int:
    first, last = figure.period_from, figure.period_through
    return (last.year - first.year) * 12 + last.month - first.month + 1
