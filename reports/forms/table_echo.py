"""What the server says of each cell while a data table is written: what is computed, what does not add up. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.numbers import NumberFault, format_number, parse_number
from reports.build.arithmetic import CellCheck, ComputedCell, ComputedRow, computed
from reports.build.part_facts import TableFact, TableRowFact
from reports.commands.table_faults import CellPlace

_LIKE_A_NUMBER = re.compile(r"[-+−–]?\s*[0-9][0-9\s.,]*%?")


@dataclass(frozen=True, slots=True)
class Echo:
    """`is_trouble`: it does not add up, or is not read as it looks. It may be saved all the same."""

    words: str
    is_trouble: bool = False


def echoes(rows: Sequence[TableRowFact], unit_of_measure: str = "") -> dict[CellPlace, Echo]:
    """By row and column; cells of which there is nothing to say are left out."""
    table = computed(TableFact("", "", unit_of_measure, tuple(rows)))
    found: dict[CellPlace, Echo] = {}
    for trouble in table.troubles:
        found[trouble.place, trouble.column] = Echo(trouble.message, is_trouble=True)
    for row in table.body:
        for column, cell in enumerate(row.cells, start=1):
            if echo := _echo(row, cell, table.decimals[column - 1], unit_of_measure):
                found[row.place, column] = echo
    return found


def with_sums(rows: Sequence[TableRowFact]) -> tuple[TableRowFact, ...]:
    """The rows with what their parts add up to in the cells of sums that are empty."""
    table = computed(TableFact("", "", "", tuple(rows)))
    filled = list(rows)
    for row in table.body:
        cells = list(filled[row.place].cells)
        for column, cell in enumerate(row.cells):
            if cell.parts_give is not None:
                cells[column] = str(cell.parts_give).replace(".", ",")
        filled[row.place] = TableRowFact(row.kind, filled[row.place].label, tuple(cells))
    return tuple(filled)


def _echo(row: ComputedRow, cell: ComputedCell, decimals: int, unit: str) -> Echo | None:
    if cell.is_computed and cell.value is not None:
        return Echo(f"= {format_number(cell.value, decimals, unit)}")
    if cell.parts_give is not None:
        return Echo(_("Raderna ger %(sum)s") % {"sum": format_number(cell.parts_give, decimals, unit)})
    failing = [check for check in cell.checks if not check.holds]
    if failing:
        return Echo(" ".join(_expected(each, decimals) for each in failing), is_trouble=True)
    fault = _unread(row, cell)
    return Echo(fault, is_trouble=True) if fault else None


def _expected(check: CellCheck, decimals: int) -> str:
    words = {"expected": format_number(check.expected, decimals), "working": check.working}
    if words["working"] == words["expected"]:
        return _("Borde vara %(expected)s.") % words
    return _("Borde vara %(expected)s: %(working)s.") % words


def _unread(row: ComputedRow, cell: ComputedCell) -> str:
    """What is said of a text that looks like a number and is not read as one."""
    if not row.has_numbers or cell.value is not None or not _LIKE_A_NUMBER.fullmatch(cell.text.strip()):
        return ""
    try:
        parse_number(cell.text)
    except NumberFault as fault:
        return _("Räknas inte med. %(fault)s") % {"fault": fault}
    return ""
