"""An indicator's figures: which of them are shown, and how. Pure."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.numbers import format_number
from followup.core.periods import parse_period
from indicators.choices import MissingReason
from reports.build.document import Cell
from reports.build.facts import IndicatorFact, MeasurementFact, ReportFacts, TargetFact
from reports.build.material import numbered
from reports.build.notes import Notes

_PLAIN_NUMBERS = frozenset({"antal", "index"})


def selected(facts: ReportFacts, periods: tuple[str, ...]) -> tuple[MeasurementFact, ...]:
    """The figures that a section shows: of exactly the periods that it names, or those that the report is about.

    That is, of periods which had ended by the report's date, and while no later round has begun also of those which had
    only begun. A report without a date shows all.
    """
    if periods:
        return tuple(item for item in facts.measurements if item.period in periods)
    as_of = facts.as_of
    if as_of is None:
        return facts.measurements
    return tuple(
        item
        for item in facts.measurements
        if item.period_from <= as_of and (item.period_through <= as_of or not facts.is_superseded)
    )


def newest(measurements: Iterable[MeasurementFact], as_of: date | None = None) -> list[MeasurementFact]:
    """Of each series (unit, submeasure, sex) the last figure, one whose period had ended by `as_of` before others.

    In the order in which the series begin.
    """
    last: dict[tuple[int | None, str, str], MeasurementFact] = {}
    for item in measurements:
        series = (item.unit_id, item.submeasure, item.sex)
        before = last.get(series)
        if before is None or _rank(item, as_of) >= _rank(before, as_of):
            last[series] = item
    return list(last.values())


def _rank(item: MeasurementFact, as_of: date | None) -> tuple[bool, date, date]:
    return (as_of is None or item.period_through <= as_of, item.period_through, item.period_from)


def number_words(value: Decimal, decimals: int | None, unit_of_measure: str = "") -> str:
    """The number as shown; without `decimals` as it was given, which storage has padded with zeros."""
    return format_number(value, places(value) if decimals is None else decimals, unit_of_measure)


def places(value: Decimal) -> int:
    """How many decimals the number has, without the zeros at its end."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def unit_words(indicator: IndicatorFact) -> str:
    """The unit of measure where it must be said: `%` stands at its numbers, and a name may say the unit itself."""
    unit = indicator.unit_of_measure.strip()
    words = indicator.name.casefold().split()
    said = any(word.strip("(),.:").startswith(unit.casefold()) for word in words)
    return "" if not unit or unit == "%" or said else unit


def has_numbers(figures: Iterable[MeasurementFact | TargetFact]) -> bool:
    """Whether any of them is shown as a number, so that it has a unit."""
    return any(item.value is not None and not item.words for item in figures)


def unit_beside_name(indicator: IndicatorFact) -> str:
    """The same where it would stand beside the name, which says well enough that it is counted."""
    unit = unit_words(indicator)
    return "" if unit.casefold() in _PLAIN_NUMBERS else unit


def name_with_unit(indicator: IndicatorFact) -> str:
    """Its number and name, with the unit of its figures: `Väntetid (dagar)`."""
    unit = unit_beside_name(indicator)
    return f"{numbered(indicator)} ({unit})" if unit else numbered(indicator)


def shown(item: MeasurementFact, indicator: IndicatorFact) -> str:
    """The figure alone: its words where it has them, else the number, else why there is none."""
    if item.words:
        text = item.words
    elif item.value is not None:
        text = number_words(item.value, indicator.decimals, indicator.unit_of_measure)
    else:
        text = str(MissingReason(item.missing_reason).label)
    return _("%(figure)s (prel.)") % {"figure": text} if item.is_preliminary else text


def figure_cell(item: MeasurementFact | None, indicator: IndicatorFact, notes: Notes) -> Cell:
    """The figure with its remark as a note; an empty cell where there is none."""
    if item is None:
        return Cell()
    value = None if item.words else item.value
    return Cell(text=shown(item, indicator), value=value, notes=notes.of_figure(item))


def figure_line(item: MeasurementFact, indicator: IndicatorFact, unit_codes: dict[int, str]) -> str:
    """Whose figure, of what, when, and the figure."""
    label = series_label(unit_codes.get(item.unit_id, "") if item.unit_id else "", item.submeasure, item.sex)
    period = parse_period(item.period).label()
    return f"{label} ({period}): {shown(item, indicator)}" if label else f"{period}: {shown(item, indicator)}"


def series_label(unit: str, submeasure: str, sex: str) -> str:
    """What tells a series from the others of its indicator: `AFI, kvinnor`; nothing for the whole."""
    words = "" if sex == Sex.TOTAL else str(Sex(sex).label)
    return ", ".join(part for part in (unit, submeasure, words) if part)
