"""The series of an indicator's chart: its figures and targets for one unit, submeasure and sex. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.periods import Period, parse_period
from indicators.choices import MeasuredAgainst
from reports.build.document import ChartPoint, ChartSeries
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import number_words, series_label, shown
from reports.build.targets import target_words

TARGET = "target"

_SEXES = list(Sex)


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """`figures` by the code of their period, `targets` by year."""

    indicator: IndicatorFact
    name: str
    target_name: str
    sex: str
    figures: Mapping[str, MeasurementFact]
    targets: Mapping[int, TargetFact]

    @property
    def periods(self) -> tuple[Period, ...]:
        return tuple(parse_period(code) for code in self.figures)

    def outcome(self, periods: Sequence[Period]) -> ChartSeries:
        """The figures; a gap where there is none, or only words."""
        points = []
        for period in periods:
            item = self.figures.get(period.code)
            points.append(ChartPoint(item.value, shown(item, self.indicator)) if item else ChartPoint(None, ""))
        return ChartSeries(self.name, self.sex, tuple(points))

    def targets_drawn(self, periods: Sequence[Period]) -> list[ChartSeries]:
        """The targets that are numbers to reach: one series, or two where some are ranges; none without any."""
        low = self._targets(self.target_name, periods, lambda target: target.value)
        high = self._targets(_("%(name)s, högst") % {"name": self.target_name}, periods, lambda item: item.value_high)
        return [series for series in (low, high) if any(point.value is not None for point in series.points)]

    def target_words(self, period: Period) -> str:
        target = self.targets.get(period.last.year)
        return target_words(target, self.indicator.unit_of_measure, self.indicator.decimals) if target else ""

    def _targets(
        self, name: str, periods: Iterable[Period], number: Callable[[TargetFact], Decimal | None]
    ) -> ChartSeries:
        points = []
        for period in periods:
            target = self.targets.get(period.last.year)
            value = number(target) if target and target.measured_against == MeasuredAgainst.VALUE else None
            words = "" if value is None else self._number(value)
            points.append(ChartPoint(value, words))
        return ChartSeries(name, TARGET, tuple(points))

    def _number(self, value: Decimal) -> str:
        return number_words(value, self.indicator.decimals, self.indicator.unit_of_measure)


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes one series: figures and targets with the same key belong together."""

    indicator_id: int | None
    unit_id: int | None
    submeasure: str
    sex: str

    @classmethod
    def of(cls, fact: MeasurementFact | TargetFact) -> Self:
        return cls(fact.indicator_id, fact.unit_id, fact.submeasure, fact.sex)


def series_of(
    indicators: Sequence[IndicatorFact],
    measurements: Iterable[MeasurementFact],
    targets: Iterable[TargetFact],
    unit_codes: Mapping[int, str],
    units: Sequence[str],
) -> list[IndicatorSeries]:
    """Indicator by indicator: the whole before units in their order, submeasures as they begin, total, women, men."""
    figures: dict[_Key, dict[str, MeasurementFact]] = {}
    for item in measurements:
        figures.setdefault(_Key.of(item), {})[item.period] = item
    wanted: dict[_Key, dict[int, TargetFact]] = {}
    for target in targets:
        wanted.setdefault(_Key.of(target), {})[target.year] = target
    found = []
    for indicator in indicators:
        own = [key for key in figures if key.indicator_id == indicator.id]
        by_sex = any(key.sex != Sex.TOTAL for key in own)
        for key in _in_order(own, unit_codes, units):
            label = series_label(unit_codes.get(key.unit_id, "") if key.unit_id else "", key.submeasure, key.sex)
            name, target_name = _names(indicator, label, alone=len(indicators) == 1, by_sex=by_sex)
            found.append(IndicatorSeries(indicator, name, target_name, key.sex, figures[key], wanted.get(key, {})))
    return found


def _in_order(own: Sequence[_Key], unit_codes: Mapping[int, str], units: Sequence[str]) -> list[_Key]:
    """The whole first, then the units that are named, or all where there is nothing for the whole."""
    present = {key.unit_id for key in own}
    shown_units = [unit_id for unit_id in unit_codes if unit_id in present]
    if units:
        shown_units = [unit_id for unit_id in shown_units if unit_codes[unit_id] in units]
    elif None in present:
        shown_units = []
    places = {unit_id: place for place, unit_id in enumerate([None, *shown_units])}
    submeasures = list(dict.fromkeys(key.submeasure for key in own))
    kept = [key for key in own if key.unit_id in places]
    return sorted(
        kept, key=lambda key: (places[key.unit_id], submeasures.index(key.submeasure), _SEXES.index(Sex(key.sex)))
    )


def _names(indicator: IndicatorFact, label: str, *, alone: bool, by_sex: bool) -> tuple[str, str]:
    """What the series and its targets are called: short where the chart is of one indicator only."""
    if not alone:
        name = f"{indicator.name}, {label}" if label else indicator.name
        return name, _("Målvärde, %(name)s") % {"name": name}
    if label:
        return capfirst(label), _("Målvärde, %(name)s") % {"name": label}
    return (_("Totalt") if by_sex else _("Utfall")), _("Målvärde")
