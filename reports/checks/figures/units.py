"""The units' figures beside the committee's. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.measures import Measure
from reports.checks.figures.series import Series
from reports.checks.finding import Finding, Rule, Severity

UNITS_SUM = Rule(
    "units_sum",
    Severity.WARNING,
    gettext_lazy("Enheternas antal blir inte nämndens"),
    gettext_lazy("Nämndens antal ska vara summan av enheternas. Läsaren ser båda i samma tabell."),
)
UNITS_OUTSIDE = Rule(
    "committee_outside_units",
    Severity.WARNING,
    gettext_lazy("Nämndens tal ligger utanför enheternas"),
    gettext_lazy("En andel eller ett medelvärde för hela nämnden kan inte vara högre eller lägre än alla enheters."),
)


def units_and_committee(series: Series) -> Iterator[Finding]:
    """Where every unit that measures has a figure: one that is missing may be what differs."""
    asked = _asked(series)
    if len(asked) < 2:
        return
    for (period, unit_id, submeasure, sex), figure in series.figures.items():
        if unit_id is not None or figure.value is None:
            continue
        found = [series.value(period, unit, submeasure, sex) for unit in asked]
        values = [value for value in found if value is not None]
        if len(values) < len(asked):
            continue
        adds_up = series.adds_up_to(figure.value, values)
        if series.measure is Measure.COUNT and not adds_up:
            message = _("nämnden %(committee)s, men enheterna %(units)s = %(sum)s.")
            words = {
                "committee": series.bare(figure.value),
                "units": _listed(series, asked, values, " + "),
                "sum": series.bare(sum(values, Decimal(0))),
            }
            yield series.finding(UNITS_SUM, figure, message % words)
        elif series.measure is not Measure.COUNT and not series.lies_between(figure.value, values):
            if series.measure is Measure.OTHER and adds_up:
                continue
            message = _("nämnden %(committee)s, men enheterna %(units)s.")
            words = {"committee": series.words(figure.value), "units": _listed(series, asked, values, ", ")}
            yield series.finding(UNITS_OUTSIDE, figure, message % words)


def _asked(series: Series) -> tuple[int, ...]:
    goal_id = series.indicator.goal_id
    goal = series.scope.material.goals.get(goal_id) if goal_id is not None else None
    return tuple(dict.fromkeys(series.indicator.unit_ids or (goal.unit_ids if goal else ())))


def _listed(series: Series, asked: tuple[int, ...], values: list[Decimal], between: str) -> str:
    units = series.scope.material.units
    return between.join(
        f"{units[unit].code} {series.bare(value)}" for unit, value in zip(asked, values, strict=True) if unit in units
    )
