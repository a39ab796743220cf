"""Figures of so few people that they point somebody out: shown, or to be computed from what is shown. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import Sex
from followup.core.periods import parse_period
from reports.build.facts import IndicatorFact, MeasurementFact
from reports.build.figures import number_words, selected, series_label, shown
from reports.build.needs import SHOWS_FIGURES
from reports.build.options import parsed
from reports.build.suppression.counts import amount_of, is_hidden, is_small
from reports.checks.finding import About, Finding, Rule, Severity
from reports.checks.personal.concerned import concerns_people
from reports.checks.scope import Scope, capitalised, subject_words

SMALL_COUNT = Rule(
    "small_count",
    Severity.WARNING,
    gettext_lazy("En uppgift gäller mycket få personer"),
    gettext_lazy(
        "I en kommun räcker det ofta för att någon ska kännas igen. Låt indikatorn dölja små antal, eller godta "
        "varningen med skälet till att ingen kan pekas ut."
    ),
)
COMPUTABLE_COUNT = Rule(
    "computable_small_count",
    Severity.WARNING,
    gettext_lazy("Ett mycket litet antal går att räkna fram"),
    gettext_lazy("Den som drar det som visas från summan får fram det som inte skulle visas."),
)

_MOST_NAMED = 6


def small_counts(scope: Scope) -> Iterator[Finding]:
    """Indicator by indicator, of the figures that some section shows; not where the indicator hides them."""
    figures = shown_figures(scope)
    for indicator in scope.indicators_in_order():
        own = figures.get(indicator.id, [])
        if not indicator.suppresses_small_counts and concerns_people(indicator, own):
            yield from _shown(scope, indicator, own)
            yield from _computable(scope, indicator, own)


def shown_figures(scope: Scope) -> dict[int, list[MeasurementFact]]:
    report = scope.report
    found: dict[int, dict[int, MeasurementFact]] = {}
    for section in report.sections:
        if section.kind in SHOWS_FIGURES:
            for item in selected(report, parsed(section.options).periods):
                found.setdefault(item.indicator_id, {})[id(item)] = item
    return {indicator_id: list(items.values()) for indicator_id, items in found.items()}


def _shown(scope: Scope, indicator: IndicatorFact, figures: Sequence[MeasurementFact]) -> Iterator[Finding]:
    smallest = scope.report.smallest_count
    small = [item for item in figures if is_small(item, indicator, smallest) and _is_whole(item, indicator)]
    if small:
        message = _("%(subject)s visar uppgifter om färre än %(smallest)d personer: %(figures)s.")
        yield _finding(scope, SMALL_COUNT, indicator, message, [_line(scope, item, indicator) for item in small])


def _is_whole(item: MeasurementFact, indicator: IndicatorFact) -> bool:
    """Nobody is half a person: what has decimals is no count."""
    amount = amount_of(item, indicator)
    return amount is None or amount.denominator == 1


def _line(scope: Scope, item: MeasurementFact, indicator: IndicatorFact) -> str:
    where = where_of(scope, item)
    figure = shown(item, indicator)
    if item.denominator is not None:
        amount = amount_of(item, indicator)
        words = {"where": where, "figure": figure, "part": _plain(amount), "whole": _plain(item.denominator)}
        return _("%(where)s: %(figure)s (%(part)s av %(whole)s)") % words
    return _("%(where)s: %(figure)s") % {"where": where, "figure": figure}


def where_of(scope: Scope, item: MeasurementFact, sex: str = "") -> str:
    """`tertial 2 2022, AFI, kvinnor`; with `sex` of another than the figure's own."""
    units = scope.material.units
    code = units[item.unit_id].code if item.unit_id in units else ""
    return ", ".join(
        filter(None, [parse_period(item.period).label(), series_label(code, item.submeasure, sex or item.sex)])
    )


def _plain(amount: object) -> str:
    return "?" if amount is None else number_words(Decimal(str(amount)), None)


def _computable(scope: Scope, indicator: IndicatorFact, figures: Sequence[MeasurementFact]) -> Iterator[Finding]:
    """The one sex, or the one unit that measures it, that has no figure where the total and all others have."""
    lines = [
        _("%(where)s: %(working)s = %(left)s") % {"where": where, "working": working, "left": _plain(left)}
        for where, working, left in (
            *_missing_sex(scope, indicator, figures),
            *_missing_unit(scope, indicator, figures),
        )
        if 0 < left < scope.report.smallest_count
    ]
    if lines:
        message = _("%(subject)s: färre än %(smallest)d personer går att räkna fram. %(figures)s.")
        yield _finding(scope, COMPUTABLE_COUNT, indicator, message, lines)


_Left = tuple[str, str, Decimal]


def _missing_sex(scope: Scope, indicator: IndicatorFact, figures: Iterable[MeasurementFact]) -> Iterator[_Left]:
    tables: dict[tuple[str, int | None, str], dict[str, MeasurementFact]] = {}
    for item in figures:
        tables.setdefault((item.period, item.unit_id, item.submeasure), {})[item.sex] = item
    for table in tables.values():
        total = table.get(Sex.TOTAL)
        counted = {sex: item for sex, item in table.items() if sex != Sex.TOTAL and item.value is not None}
        if total is not None and total.value is not None and len(counted) == 1 and _is_count(indicator, total):
            ((sex, other),) = counted.items()
            absent = Sex.MEN if sex == Sex.WOMEN else Sex.WOMEN
            working = f"{_plain(total.value)} − {_plain(other.value)}"
            yield where_of(scope, total, absent), working, total.value - (other.value or 0)


def _missing_unit(scope: Scope, indicator: IndicatorFact, figures: Iterable[MeasurementFact]) -> Iterator[_Left]:
    """Where a unit's figure is hidden, or a unit that measures the indicator has none."""
    tables: dict[tuple[str, str, str], dict[int | None, MeasurementFact]] = {}
    for item in figures:
        tables.setdefault((item.period, item.submeasure, item.sex), {})[item.unit_id] = item
    for table in tables.values():
        total = table.get(None)
        hidden = {key for key, item in table.items() if is_hidden(item)}
        absent = hidden | {key for key in indicator.unit_ids if key not in table}
        counted = [item.value for key, item in table.items() if key is not None and item.value is not None]
        if total is None or total.value is None or len(absent) != 1 or not counted:
            continue
        (unit_id,) = absent
        if _is_count(indicator, total) and unit_id in scope.material.units:
            label = series_label(scope.material.units[unit_id].code, total.submeasure, total.sex)
            working = " − ".join(_plain(value) for value in (total.value, *counted))
            yield f"{parse_period(total.period).label()}, {label}", working, total.value - sum(counted, Decimal(0))


def _is_count(indicator: IndicatorFact, total: MeasurementFact) -> bool:
    return total.value is not None and amount_of(total, indicator) == total.value


def _finding(scope: Scope, rule: Rule, indicator: IndicatorFact, message: str, lines: Sequence[str]) -> Finding:
    named = "; ".join(lines[:_MOST_NAMED])
    more = len(lines) - _MOST_NAMED
    if more > 0:
        named = _("%(named)s; och %(more)d till") % {"named": named, "more": more}
    words = {
        "subject": capitalised(subject_words(indicator)),
        "smallest": scope.report.smallest_count,
        "figures": named,
    }
    return rule.finding(scope.place(indicator, about=About.PLAN), message % words)
