"""How far the outcomes of women and men have moved since the period before. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.choices import Sex
from followup.core.numbers import format_number, rounded
from followup.core.periods import Period, parse_period
from reports.build.facts import IndicatorFact, MeasurementFact
from reports.build.figures import number_words, places

_COUNTED = frozenset({"", "antal", "index", "st"})
_Figures = Mapping[str, MeasurementFact]


@dataclass(frozen=True, slots=True)
class Shift:
    """One sex's outcome, both as they are shown, so that the difference is that of the numbers on the page."""

    before: Decimal
    after: Decimal
    decimals: int

    @property
    def change(self) -> Decimal:
        return self.after - self.before

    @property
    def share(self) -> Decimal:
        """How large the change is, of the larger of the two: what movements in different units are ranked by."""
        larger = max(abs(self.before), abs(self.after))
        return abs(self.change) / larger if larger else Decimal(0)


@dataclass(frozen=True, slots=True)
class Movement:
    """From one period to the next of the same length. A sex without figures for both has no shift."""

    indicator: IndicatorFact
    unit_id: int | None
    submeasure: str
    before: Period
    after: Period
    women: Shift | None
    men: Shift | None

    @property
    def share(self) -> Decimal:
        return max(shift.share for shift in (self.women, self.men) if shift)


def largest_movements(
    indicators: Iterable[IndicatorFact],
    figures: Mapping[int, Collection[MeasurementFact]],
    told: Mapping[int, Collection[str]],
    as_of: date | None,
    most: int,
) -> tuple[Movement, ...]:
    """The largest first, of the figures that are news: neither `told` in the report before nor older than last year."""
    found = [
        movement
        for indicator in indicators
        for movement in _movements(indicator, figures.get(indicator.id, ()))
        if movement.share
        and movement.after.code not in told.get(indicator.id, ())
        and (as_of is None or movement.after.last.year >= as_of.year - 1)
    ]
    return tuple(sorted(found, key=lambda movement: -movement.share)[:most])


def _movements(indicator: IndicatorFact, figures: Iterable[MeasurementFact]) -> Iterable[Movement]:
    """The newest of each unit and submeasure. Figures in words cannot be compared."""
    series: dict[tuple[int | None, str], dict[str, dict[str, MeasurementFact]]] = {}
    for each in sorted(figures, key=lambda each: (each.period_through, each.period_from, each.unit_id or 0)):
        if each.sex != Sex.TOTAL and each.value is not None and not each.words:
            series.setdefault((each.unit_id, each.submeasure), {}).setdefault(each.sex, {})[each.period] = each
    for (unit_id, submeasure), by_sex in series.items():
        periods = sorted(map(parse_period, {code for codes in by_sex.values() for code in codes}))
        after = max(periods, key=lambda period: (period.last, -period.first.toordinal()))
        earlier = [each for each in periods if each.last < after.last and _is_alike(each, after)]
        if not earlier:
            continue
        shifts = [_shift(indicator, by_sex.get(sex, {}), earlier[-1], after) for sex in (Sex.WOMEN, Sex.MEN)]
        if any(shifts):
            yield Movement(indicator, unit_id, submeasure, earlier[-1], after, *shifts)


def _is_alike(one: Period, other: Period) -> bool:
    """Whether both are years, tertials and so on; of several months, the same ones."""
    if ".." in one.code or ".." in other.code:
        same = (one.first.month, one.last.month) == (other.first.month, other.last.month)
        return same and (".." in one.code) == (".." in other.code)
    return len(one.code) == len(other.code) and one.code[4:5] == other.code[4:5]


def _shift(indicator: IndicatorFact, figures: _Figures, before: Period, after: Period) -> Shift | None:
    was, now = figures.get(before.code), figures.get(after.code)
    if was is None or now is None or was.value is None or now.value is None:
        return None
    decimals = indicator.decimals
    if decimals is None:
        decimals = max(places(was.value), places(now.value))
    return Shift(rounded(was.value, decimals), rounded(now.value, decimals), decimals)


def change_words(shift: Shift, unit_of_measure: str) -> str:
    """`+2,8 procentenheter`, `−3 dagar`, `oförändrat`."""
    if not shift.change:
        return _("oförändrat")
    sign = "+" if shift.change > 0 else ""
    number = f"{sign}{format_number(shift.change, shift.decimals)}"
    unit = unit_of_measure.strip()
    if unit == "%":
        return ngettext("%(number)s procentenhet", "%(number)s procentenheter", 1 if abs(shift.change) == 1 else 2) % {
            "number": number
        }
    return number if unit.casefold() in _COUNTED else f"{number} {unit}"


def span_words(shift: Shift, unit_of_measure: str) -> str:
    """`81,2 % → 84,0 %`."""
    before, after = (number_words(value, shift.decimals, unit_of_measure) for value in (shift.before, shift.after))
    return f"{before} → {after}"
