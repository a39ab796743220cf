"""Do the tables of a report agree with themselves? Pure."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.numbers import format_number
from reports.build.arithmetic import CellCheck, CheckKind, ComputedRow, ComputedTable, ExpressionTrouble, computed
from reports.build.options import parsed
from reports.checks.finding import About, Finding, Place, Rule, Severity
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

_LONGEST_NAME = 80


def table_consistency(scope: Scope) -> Iterator[Finding]:
    """A warning for each cell that differs from what it must equal, and for each computation that cannot be read."""
    sections: dict[str, int] = {}
    for section in scope.report.sections:
        sections.setdefault(parsed(section.options).table, section.id)
    for given in scope.report.tables:
        table = computed(given)
        naming = _Naming(table)
        for trouble in table.troubles:
            yield _unusable(naming, trouble, sections.get(table.key))
        for row in table.body:
            for column, cell in enumerate(row.cells, start=1):
                for check in cell.checks:
                    if not check.holds:
                        yield _differing(naming, row, column, check, sections.get(table.key))


class _Naming:
    """What a cell is called: by the words of its row and column, and by their numbers where those do not tell."""

    def __init__(self, table: ComputedTable) -> None:
        self.table = table
        self.labels = Counter(row.label for row in table.body)
        self.headings = Counter(table.heading(column) for column in range(1, len(table.decimals) + 1))

    def cell(self, row: ComputedRow, column: int) -> str:
        return _("%(table)s, rad %(row)s, kolumn %(column)s") % {
            "table": self.title(),
            "row": _called(row.label, row.place + 1, self.labels[row.label]),
            "column": self.column(column),
        }

    def title(self) -> str:
        return _shortened(self.table.name)

    def column(self, column: int) -> str:
        heading = self.table.heading(column)
        return _called(heading, column, self.headings[heading])

    def number(self, row: ComputedRow, column: int) -> str:
        value = row.cells[column - 1].value
        return row.cells[column - 1].text if value is None else format_number(value, self.table.decimals[column - 1])


def _differing(naming: _Naming, row: ComputedRow, column: int, check: CellCheck, section_id: int | None) -> Finding:
    where = naming.cell(row, column)
    words = {
        "where": where,
        "given": naming.number(row, column),
        "working": check.working,
        "expected": format_number(check.expected, naming.table.decimals[column - 1]),
    }
    message = _("%(where)s: %(given)s, men %(working)s = %(expected)s.") % words
    return _RULE_OF[check.kind].finding(_place(naming, where, section_id), message)


def _unusable(naming: _Naming, trouble: ExpressionTrouble, section_id: int | None) -> Finding:
    where = _("%(table)s, rad %(row)d, kolumn %(column)s") % {
        "table": naming.title(),
        "row": trouble.place + 1,
        "column": naming.column(trouble.column) if trouble.column <= len(naming.table.decimals) else trouble.column,
    }
    message = _("%(where)s: %(trouble)s") % {"where": where, "trouble": trouble.message}
    return EXPRESSION.finding(_place(naming, where, section_id), message)


def _place(naming: _Naming, where: str, section_id: int | None) -> Place:
    return Place(where, About.TABLE, section_id=section_id, table=naming.table.key)


def _called(name: str, number: int, times: int) -> str:
    if not name:
        return str(number)
    return _shortened(name) if times == 1 else f"{number} ({_shortened(name)})"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
