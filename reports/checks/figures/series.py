"""An indicator's outcomes, keyed, with the arithmetic of numbers that have been rounded. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from followup.core.choices import Sex
from followup.core.periods import parse_period
from indicators.measures import Measure, in_words, measure_of
from reports.build.facts import IndicatorFact, MeasurementFact
from reports.build.figures import places, selected
from reports.build.needs import SHOWS_FIGURES
from reports.build.options import parsed
from reports.checks.finding import About, Finding, Rule
from reports.checks.rounding import adds_up, half_of_last, lies_between
from reports.checks.scope import Scope

Key = tuple[str, int | None, str, str]
"""Period, unit, submeasure, sex."""


@dataclass(frozen=True, slots=True)
class Series:
    """`figures` are those shown as numbers alone, in the facts' order."""

    scope: Scope
    indicator: IndicatorFact
    figures: dict[Key, MeasurementFact]

    @property
    def measure(self) -> Measure:
        return measure_of(self.indicator.unit_of_measure)

    def value(self, period: str, unit_id: int | None, submeasure: str, sex: str = Sex.TOTAL) -> Decimal | None:
        found = self.figures.get((period, unit_id, submeasure, sex))
        return found.value if found else None

    def words(self, value: Decimal) -> str:
        return in_words(value, self.indicator.decimals, self.indicator.unit_of_measure)

    def bare(self, value: Decimal) -> str:
        """The number without its unit, as it stands in an addition."""
        return in_words(value, self.indicator.decimals, "")

    def adds_up_to(self, whole: Decimal, parts: Iterable[Decimal]) -> bool:
        """Whether it can be the sum of the parts before all of them were rounded."""
        terms = list(parts)
        return adds_up(whole, terms, sum((self._half(term) for term in (whole, *terms)), Decimal(0)))

    def lies_between(self, whole: Decimal, parts: Iterable[Decimal], *, may_touch: bool = True) -> bool:
        """Whether it can be a mean of the parts before all of them were rounded."""
        return lies_between(whole, list(parts), self.indicator.decimals or 0, may_touch=may_touch)

    def finding(self, rule: Rule, figure: MeasurementFact, message: str) -> Finding:
        """`message` begins after what it is about: `T2 2022, kvinnor: …`."""
        place = self.scope.place(self.indicator, unit_id=figure.unit_id, about=About.OUTCOME, period=figure.period)
        about = ", ".join(part for part in (figure.submeasure, parse_period(figure.period).label()) if part)
        return rule.finding(place, f"{place.words}, {about}: {message}")

    def _half(self, value: Decimal) -> Decimal:
        """So far it may be from what was counted: nothing where whole things are."""
        decimals = self.indicator.decimals or 0
        is_exact = self.measure is Measure.COUNT and not max(places(value), decimals)
        return Decimal(0) if is_exact else half_of_last(value, decimals)


def shown_series(scope: Scope) -> Iterator[Series]:
    periods = _periods(scope)
    by_indicator: dict[int, dict[Key, MeasurementFact]] = {}
    for item in scope.report.measurements:
        if item.value is not None and not item.words and item.period in periods:
            key = (item.period, item.unit_id, item.submeasure, item.sex)
            by_indicator.setdefault(item.indicator_id, {})[key] = item
    for indicator in scope.indicators_in_order():
        if indicator.id in by_indicator:
            yield Series(scope, indicator, by_indicator[indicator.id])


def _periods(scope: Scope) -> frozenset[str]:
    """Those that some section shows."""
    named = {parsed(section.options).periods for section in scope.report.sections if section.kind in SHOWS_FIGURES}
    return frozenset(item.period for periods in named for item in selected(scope.report, periods))
