"""A share beside the counts behind it. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.numbers import format_number
from indicators.completion import share_of
from indicators.measures import Measure
from reports.build.figures import places
from reports.checks.figures.series import Series
from reports.checks.finding import Finding, Rule, Severity

COUNTS = Rule(
    "share_against_counts",
    Severity.WARNING,
    gettext_lazy("En andel stämmer inte med sina antal"),
    gettext_lazy("Täljare och nämnare står bakom andelen. Stämmer de inte är något av de tre talen fel."),
)


def from_counts(series: Series) -> Iterator[Finding]:
    if series.measure is not Measure.SHARE:
        return
    for figure in series.figures.values():
        value, some, every = figure.value, figure.numerator, figure.denominator
        if value is None or some is None or not every:
            continue
        decimals = max(places(value), series.indicator.decimals or 0)
        expected = share_of(some, every, decimals)
        if expected != value:
            words = {
                "given": format_number(value, decimals, "%"),
                "some": format_number(some.normalize(), None),
                "every": format_number(every.normalize(), None),
                "expected": format_number(expected, decimals, "%"),
            }
            message = _("%(given)s, men %(some)s / %(every)s = %(expected)s.") % words
            yield series.finding(COUNTS, figure, message)
