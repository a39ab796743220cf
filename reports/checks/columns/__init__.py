"""Do the columns and rows of a table agree where it does not say itself how they come about? Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.numbers import format_number
from reports.checks.columns.deviations import Deviation, deviations
from reports.checks.columns.grid import Grid
from reports.checks.columns.sexes import Mismatch, sexes
from reports.checks.columns.shares import shares
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.named_tables import NamedTable, named_tables
from reports.checks.scope import Scope

DEVIATION = Rule(
    "table_deviation",
    Severity.WARNING,
    gettext_lazy("En avvikelse i en tabell stämmer inte"),
    gettext_lazy("De andra raderna visar hur avvikelsen räknas. Den här raden blir något annat."),
)
SIGN = Rule(
    "table_deviation_sign",
    Severity.NOTE,
    gettext_lazy("En avvikelse har annat tecken än de andra"),
    gettext_lazy("Läsaren ser plus och minus först. Ett överskott som står som underskott läses fel."),
)
SHARE = Rule(
    "table_share",
    Severity.WARNING,
    gettext_lazy("En andel i en tabell stämmer inte med sitt antal"),
    gettext_lazy("Tabellen visar både antal och andel, så den som läser kan räkna efter."),
)
SEXES = Rule(
    "table_sexes",
    Severity.WARNING,
    gettext_lazy("Kvinnor, män och totalt i en tabell går inte ihop"),
    gettext_lazy("Antal ska bli totalen. Andelar och medelvärden ska ha totalen mellan sig."),
)
RULES = (DEVIATION, SIGN, SHARE, SEXES)


def table_columns(scope: Scope) -> Iterator[Finding]:
    for named in named_tables(scope):
        grid = Grid(named.table)
        for found in deviations(grid):
            yield _differing(named, SIGN if found.is_turned else DEVIATION, found)
        for found in shares(grid):
            yield _differing(named, SHARE, found)
        for mismatch in sexes(grid):
            yield _mismatched(named, mismatch)


def _differing(named: NamedTable, rule: Rule, found: Deviation) -> Finding:
    return named.differing(rule, found.row, found.column, found.working, found.expected)


def _mismatched(named: NamedTable, found: Mismatch) -> Finding:
    where = named.cell(found.row, found.column)
    decimals = named.table.decimals[found.column - 1]
    words = {
        "where": where,
        "total": format_number(found.total, decimals),
        "women": format_number(found.women, decimals),
        "men": format_number(found.men, decimals),
        "sum": format_number(found.women + found.men, decimals),
    }
    if found.is_sum:
        message = _("%(where)s: totalt %(total)s, men kvinnor %(women)s + män %(men)s = %(sum)s.") % words
    else:
        message = _("%(where)s: totalt %(total)s, men kvinnor %(women)s och män %(men)s.") % words
    return SEXES.finding(named.place(where), message)
