"""What a cell of a table is called in a finding, and where it is mended. Pure."""

from collections import Counter

from django.utils.translation import gettext as _

from followup.core.numbers import format_number
from reports.build.arithmetic import ComputedRow, ComputedTable
from reports.build.options import parsed
from reports.checks.finding import About, Place
from reports.checks.scope import Scope

_LONGEST_NAME = 80


def sections_of_tables(scope: Scope) -> dict[str, int]:
    """By the table's key, the first section that shows it."""
    sections: dict[str, int] = {}
    for section in scope.report.sections:
        sections.setdefault(parsed(section.options).table, section.id)
    return sections


class Naming:
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


def place_in(naming: Naming, where: str, section_id: int | None) -> Place:
    return Place(where, About.TABLE, section_id=section_id, table=naming.table.key)


def _called(name: str, number: int, times: int) -> str:
    if not name:
        return str(number)
    return _shortened(name) if times == 1 else f"{number} ({_shortened(name)})"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
