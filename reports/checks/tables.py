"""Do the tables of a report agree with themselves? Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.numbers import format_number
from reports.build.arithmetic import CellCheck, CheckKind, ComputedRow, ExpressionTrouble, computed
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.scope import Scope
from reports.checks.table_naming import Naming, place_in, sections_of_tables

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
    sections = sections_of_tables(scope)
    for given in scope.report.tables:
        table = computed(given)
        naming = Naming(table)
        for trouble in table.troubles:
            yield _unusable(naming, trouble, sections.get(table.key))
        for row in table.body:
            for column, cell in enumerate(row.cells, start=1):
                for check in cell.checks:
                    if not check.holds:
                        yield _differing(naming, row, column, check, sections.get(table.key))


def _differing(naming: Naming, row: ComputedRow, column: int, check: CellCheck, section_id: int | None) -> Finding:
    where = naming.cell(row, column)
    words = {
        "where": where,
        "given": naming.number(row, column),
        "working": check.working,
        "expected": format_number(check.expected, naming.table.decimals[column - 1]),
    }
    message = _("%(where)s: %(given)s, men %(working)s = %(expected)s.") % words
    return _RULE_OF[check.kind].finding(place_in(naming, where, section_id), message)


def _unusable(naming: Naming, trouble: ExpressionTrouble, section_id: int | None) -> Finding:
    where = _("%(table)s, rad %(row)d, kolumn %(column)s") % {
        "table": naming.title(),
        "row": trouble.place + 1,
        "column": naming.column(trouble.column) if trouble.column <= len(naming.table.decimals) else trouble.column,
    }
    message = _("%(where)s: %(trouble)s") % {"where": where, "trouble": trouble.message}
    return EXPRESSION.finding(place_in(naming, where, section_id), message)
