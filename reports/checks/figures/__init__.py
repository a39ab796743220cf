"""Do the outcomes agree with each other: women, men and all, units and committee, a share and its counts? Pure."""

from collections.abc import Iterator

from reports.checks.figures.counts import COUNTS, from_counts
from reports.checks.figures.parts import PARTS, WHOLE_OUTSIDE, parts_of_whole
from reports.checks.figures.series import shown_series
from reports.checks.figures.sexes import SEXES_OUTSIDE, SEXES_SUM, women_and_men
from reports.checks.figures.units import UNITS_OUTSIDE, UNITS_SUM, units_and_committee
from reports.checks.finding import Finding
from reports.checks.scope import Scope

RULES = (SEXES_SUM, SEXES_OUTSIDE, COUNTS, UNITS_SUM, UNITS_OUTSIDE, PARTS, WHOLE_OUTSIDE)


def figures(scope: Scope) -> Iterator[Finding]:
    """Of the outcomes that the report shows as numbers, indicator by indicator."""
    for series in shown_series(scope):
        yield from women_and_men(series)
        yield from from_counts(series)
        yield from units_and_committee(series)
        yield from parts_of_whole(series)
