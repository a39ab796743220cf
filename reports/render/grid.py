"""Where the cells of a table stand when some of them span several columns or rows."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from reports.build.document import Cell, Row


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell and the column it begins in, counted from 0.

    In an unrolled table a cell that spans rows stands in each of them, from the second on as a repeat. `goes_on` says
    that it stands in the row below too.
    """

    cell: Cell
    column: int
    is_repeat: bool = False
    goes_on: bool = False


def placed(rows: Sequence[Row]) -> list[tuple[PlacedCell, ...]]:
    """Each row's cells with their columns. A cell that spans rows pushes the cells of the rows below to the right."""
    return [tuple(each for each in line if not each.is_repeat) for line in unrolled(rows)]


def unrolled(rows: Sequence[Row]) -> list[tuple[PlacedCell, ...]]:
    """Each row's cells with those that span into it from above."""
    above: dict[int, tuple[Cell, int]] = {}
    lines: list[tuple[PlacedCell, ...]] = []
    for row in rows:
        line: list[PlacedCell] = []
        below: dict[int, tuple[Cell, int]] = {}
        waiting = deque(row.cells)
        column = 0
        while waiting or column in above:
            is_repeat = column in above
            cell, rows_left = above[column] if is_repeat else (waiting[0], waiting.popleft().rows)
            if rows_left > 1:
                below[column] = (cell, rows_left - 1)
            line.append(PlacedCell(cell, column, is_repeat, rows_left > 1))
            column += cell.columns
        above = below
        lines.append(tuple(line))
    return lines


def column_labels(head: Sequence[Row], columns: int) -> tuple[str, ...]:
    """What each column is called: the headings above it from the top down, each said once."""
    labels: list[list[str]] = [[] for _column in range(columns)]
    for line in placed(head):
        for each in line:
            for column in range(each.column, min(each.column + each.cell.columns, columns)):
                if each.cell.text and each.cell.text not in labels[column]:
                    labels[column].append(each.cell.text)
    return tuple(": ".join(words) for words in labels)
