"""Submeasures beside the whole of them. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import Sex
from indicators.measures import Measure
from reports.build.facts import MeasurementFact
from reports.checks.figures.series import Series
from reports.checks.finding import Finding, Rule, Severity

PARTS = Rule(
    "submeasures_against_total",
    Severity.WARNING,
    gettext_lazy("Delmåtten stämmer inte med sin total"),
    gettext_lazy("Ett delmått som heter totalt ska vara summan av de andra, eller ligga mellan dem."),
)
WHOLE_OUTSIDE = Rule(
    "whole_outside_submeasures",
    Severity.NOTE,
    gettext_lazy("Det hela ligger utanför sina delmått"),
    gettext_lazy("Ett medelvärde är högre eller lägre än alla delar som visas. Saknas en del, eller är ett tal fel?"),
)

_TOTALS = frozenset({"totalt", "total", "totalen", "summa", "alla", "samtliga", "sammanlagt"})
_OF_ITS_OWN_UNIT = re.compile(r"(?<!\w)(?:antal|andel|kr|kronor|tkr|mnkr|procent|kortast\w*|längst\w*)(?!\w)|%", re.I)


def parts_of_whole(series: Series) -> Iterator[Finding]:
    parts_of = _parts(series)
    for (period, unit_id, submeasure, sex), figure in series.figures.items():
        if sex != Sex.TOTAL or figure.value is None:
            continue
        is_named = submeasure.casefold().strip() in _TOTALS
        if submeasure and not is_named:
            continue
        parts = parts_of.get((period, unit_id), {})
        if len(parts) > 1:
            yield from _named(series, figure, parts) if is_named else _unnamed(series, figure, parts)


def _parts(series: Series) -> dict[tuple[str, int | None], dict[str, Decimal]]:
    """Of each period and unit, the submeasures that are not themselves a total."""
    found: dict[tuple[str, int | None], dict[str, Decimal]] = {}
    for (period, unit_id, submeasure, sex), figure in series.figures.items():
        if sex == Sex.TOTAL and figure.value is not None and submeasure.casefold().strip() not in {"", *_TOTALS}:
            found.setdefault((period, unit_id), {})[submeasure] = figure.value
    return found


def _named(series: Series, figure: MeasurementFact, parts: dict[str, Decimal]) -> Iterator[Finding]:
    total = figure.value or Decimal(0)
    adds_up = series.adds_up_to(total, parts.values())
    if series.measure is Measure.COUNT and not adds_up:
        message = _("%(total)s, men %(parts)s = %(sum)s.")
        words = {
            "total": series.bare(total),
            "parts": " + ".join(f"{name} {series.bare(value)}" for name, value in parts.items()),
            "sum": series.bare(sum(parts.values(), Decimal(0))),
        }
        yield series.finding(PARTS, figure, message % words)
    elif series.measure is not Measure.COUNT and _is_outside(series, total, parts, may_touch=True):
        yield series.finding(PARTS, figure, _outside(series, total, parts))


def _unnamed(series: Series, figure: MeasurementFact, parts: dict[str, Decimal]) -> Iterator[Finding]:
    """Of counts the parts may be any that somebody wanted to see, so nothing follows. So it is without a unit."""
    total = figure.value or Decimal(0)
    if series.measure is Measure.COUNT or not series.indicator.unit_of_measure.strip():
        return
    if any(_OF_ITS_OWN_UNIT.search(name) for name in parts):
        return
    if _is_outside(series, total, parts, may_touch=False):
        yield series.finding(WHOLE_OUTSIDE, figure, _outside(series, total, parts))


def _is_outside(series: Series, total: Decimal, parts: dict[str, Decimal], *, may_touch: bool) -> bool:
    """Days and money may be a sum as well as a mean."""
    may_be_sum = series.measure is Measure.OTHER and series.adds_up_to(total, parts.values())
    return not may_be_sum and not series.lies_between(total, parts.values(), may_touch=may_touch)


def _outside(series: Series, total: Decimal, parts: dict[str, Decimal]) -> str:
    return _("%(total)s, men %(parts)s.") % {
        "total": series.words(total),
        "parts": ", ".join(f"{name} {series.bare(value)}" for name, value in parts.items()),
    }
