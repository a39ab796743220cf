"""The heading rows of a data table: the upper ones group the columns, the lowest names them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.build.document import Cell, Row, RowRole


@dataclass(frozen=True, slots=True)
class _Placed:
    row: int
    column: int
    cell: Cell


def heading_rows(texts: Sequence[Sequence[str]], role: RowRole, has_labels: bool) -> tuple[Row, ...]:
    """Rows of heading cells from a rectangle of texts, spans told.

    Equal neighbours in an upper row are one cell, as far as the cells above them are. A cell goes on down over empty
    ones, and a column's name up over empty ones. With `has_labels` the first column is grouped with no other.
    """
    grid = [[_unless_repeated(texts, row, column) for column in range(len(texts[0]))] for row in range(len(texts))]
    last = len(grid) - 1
    starts = [_start(grid, column) for column in range(len(grid[0]))]
    edges = {0, len(starts), *([1] if has_labels else [])}
    taken: set[tuple[int, int]] = set()
    placed: list[_Placed] = []
    for row in range(last):
        edges |= {column for column in range(1, len(starts)) if grid[row][column] != grid[row][column - 1]}
        edges |= {edge for column, start in enumerate(starts) if start <= row for edge in (column, column + 1)}
        marks = sorted(edges)
        for first, before in pairwise(marks):
            if starts[first] <= row or (row, first) in taken:
                continue
            depth = _depth(grid, row, first, before) if grid[row][first] else 1
            taken |= {(row + step, column) for step in range(depth) for column in range(first, before)}
            placed.append(_Placed(row, first, _cell(grid[row][first], before - first, depth)))
    for column, start in enumerate(starts):
        if (last, column) not in taken:
            placed.append(_Placed(start, column, _cell(grid[last][column], 1, last - start + 1)))
    return tuple(
        Row(tuple(item.cell for item in sorted(placed, key=_column) if item.row == row), role)
        for row in range(len(grid))
    )


def _column(item: _Placed) -> int:
    return item.column


def _cell(text: str, columns: int, rows: int) -> Cell:
    return Cell(text, columns=columns, rows=rows, is_heading=True)


def _unless_repeated(texts: Sequence[Sequence[str]], row: int, column: int) -> str:
    """The text, or nothing where it says the same as the cell above it."""
    text = texts[row][column]
    return "" if row and text == texts[row - 1][column] else text


def _start(grid: Sequence[Sequence[str]], column: int) -> int:
    """The row in which the name of the column begins: the lowest, or the first where nothing stands above it."""
    last = len(grid) - 1
    return last if any(grid[row][column] for row in range(last)) else 0


def _depth(grid: Sequence[Sequence[str]], row: int, first: int, before: int) -> int:
    """How many rows the cell takes: down as long as there is nothing under any part of it."""
    depth = 1
    while row + depth < len(grid) and not any(grid[row + depth][first:before]):
        depth += 1
    return depth
