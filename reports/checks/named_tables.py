"""The tables of a report as findings speak of them: what a cell is called, and where it is mended. Pure."""

from collections import Counter
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import format_number
from reports.build.arithmetic import ComputedRow, ComputedTable, computed
from reports.build.options import parsed
from reports.checks.finding import About, Finding, Place, Rule
from reports.checks.scope import Scope

_LONGEST_NAME = 80


def sections_of_tables(scope: Scope) -> dict[str, int]:
    """By the table's key, the first section that shows it."""
    sections: dict[str, int] = {}
    for section in scope.report.sections:
        sections.setdefault(parsed(section.options).table, section.id)
    return sections


class NamedTable:
    """A table, computed, whose cells are called by the words of their row and column, or numbers where those fail.

    `section_id` is that of the first section that shows it.
    """

    def __init__(self, table: ComputedTable, section_id: int | None = None) -> None:
        self.table = table
        self.section_id = section_id
        self._labels = Counter(row.label for row in table.body)
        self._headings = Counter(table.heading(column) for column in range(1, len(table.decimals) + 1))

    def cell(self, row: ComputedRow, column: int) -> str:
        return _("%(table)s, rad %(row)s, kolumn %(column)s") % {
            "table": self.title(),
            "row": _called(row.label, row.place + 1, self._labels[row.label]),
            "column": self.column(column),
        }

    def title(self) -> str:
        return _shortened(self.table.name)

    def column(self, column: int) -> str:
        heading = self.table.heading(column)
        return _called(heading, column, self._headings[heading])

    def number(self, row: ComputedRow, column: int) -> str:
        value = row.cells[column - 1].value
        return row.cells[column - 1].text if value is None else format_number(value, self.table.decimals[column - 1])

    def place(self, where: str) -> Place:
        return Place(where, About.TABLE, section_id=self.section_id, table=self.table.key)

    def differing(self, rule: Rule, row: ComputedRow, column: int, working: str, expected: Decimal) -> Finding:
        """A cell that is not what it comes to: `54 200, men 1 882 839 − 1 989 803 = −106 964`."""
        words = {
            "where": self.cell(row, column),
            "given": self.number(row, column),
            "working": working,
            "expected": format_number(expected, self.table.decimals[column - 1]),
        }
        message = _("%(where)s: %(given)s, men %(working)s = %(expected)s.") % words
        return rule.finding(self.place(words["where"]), message)


def named_tables(scope: Scope) -> tuple[NamedTable, ...]:
    """All of the report, in its order."""
    return scope.once(_named_tables)


def _named_tables(scope: Scope) -> tuple[NamedTable, ...]:
    sections = sections_of_tables(scope)
    return tuple(NamedTable(computed(table), sections.get(table.key)) for table in scope.report.tables)


def _called(name: str, number: int, times: int) -> str:
    if not name:
        return str(number)
    return _shortened(name) if times == 1 else f"{number} ({_shortened(name)})"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
