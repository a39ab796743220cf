"""Do the tables of a report agree with themselves? Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.build.arithmetic import CheckKind, ExpressionTrouble
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.named_tables import NamedTable, named_tables
from reports.checks.scope import Scope

COMPUTATION = Rule(
    "table_computation",
    Severity.WARNING,
    gettext_lazy("En beräknad cell stämmer inte"),
    gettext_lazy("Avvikelser och andelar räknas om av den som läser. Ett fel där fäller hela tabellen."),
)
SUM = Rule(
    "table_sum",
    Severity.WARNING,
    gettext_lazy("En summa stämmer inte"),
    gettext_lazy("Raderna ska bli det som summaraden säger."),
)
EXPRESSION = Rule(
    "table_expression",
    Severity.WARNING,
    gettext_lazy("En beräkning går inte att läsa"),
    gettext_lazy("Kolumnen lämnas som den är, utan kontroll."),
)
RULES = (COMPUTATION, SUM, EXPRESSION)

_RULE_OF = {CheckKind.COMPUTATION: COMPUTATION, CheckKind.SUM: SUM}


def table_consistency(scope: Scope) -> Iterator[Finding]:
    """A warning for each cell that differs from what it must equal, and for each computation that cannot be read."""
    for named in named_tables(scope):
        for trouble in named.table.troubles:
            yield _unusable(named, trouble)
        for row in named.table.body:
            for column, cell in enumerate(row.cells, start=1):
                for check in cell.checks:
                    if not check.holds:
                        yield named.differing(_RULE_OF[check.kind], row, column, check.working, check.expected)


def _unusable(named: NamedTable, trouble: ExpressionTrouble) -> Finding:
    where = _("%(table)s, rad %(row)d, kolumn %(column)s") % {
        "table": named.title(),
        "row": trouble.place + 1,
        "column": named.column(trouble.column) if trouble.column <= len(named.table.decimals) else trouble.column,
    }
    message = _("%(where)s: %(trouble)s") % {"where": where, "trouble": trouble.message}
    return EXPRESSION.finding(named.place(where), message)
