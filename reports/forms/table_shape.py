"""Rows and columns of a data table added, moved and removed while it is being written. Pure.

Rows have all the same number of cells. Computations keep meaning the columns that they meant.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from django.utils.translation import gettext as _

from reports.build.arithmetic.renumber import columns_in, renumbered
from reports.build.part_facts import TableRowFact
from reports.choices import RowKind
from reports.commands.report_rows import MOST_CELLS
from reports.commands.table_faults import MOST_ROWS

Rows = tuple[TableRowFact, ...]


class Step(StrEnum):
    """What the buttons beside the grid ask for."""

    ROW_ABOVE = "row_above"
    ROW_BELOW = "row_below"
    ROW_UP = "row_up"
    ROW_DOWN = "row_down"
    ROW_REMOVE = "row_remove"
    COLUMN_BEFORE = "column_before"
    COLUMN_AFTER = "column_after"
    COLUMN_LEFT = "column_left"
    COLUMN_RIGHT = "column_right"
    COLUMN_REMOVE = "column_remove"


class ShapeFault(ValueError):
    """A step that cannot be taken; the message is for the person who asked for it."""


def squared(rows: Sequence[TableRowFact], width: int = 0) -> Rows:
    """The rows, at least one, filled up to as many cells as the widest has, and at least `width` and one."""
    widest = max([1, width, *(len(row.cells) for row in rows)])
    filled = (replace(row, cells=(*row.cells, *[""] * (widest - len(row.cells)))) for row in rows)
    return tuple(filled) or (_empty(widest),)


def stepped(rows: Rows, step: Step, row: int, column: int) -> tuple[Rows, int, int]:
    """The rows after the step at `row` and `column`, both from 0, and where the row and column are now.

    Raises ShapeFault.
    """
    row = min(max(row, 0), len(rows) - 1)
    column = min(max(column, 0), len(rows[0].cells) - 1)
    match step:
        case Step.ROW_ABOVE | Step.ROW_BELOW:
            to = row + (step == Step.ROW_BELOW)
            return _with_row(rows, to), to, column
        case Step.ROW_UP | Step.ROW_DOWN:
            to = min(max(row + (1 if step == Step.ROW_DOWN else -1), 0), len(rows) - 1)
            return _exchanged(rows, row, to), to, column
        case Step.ROW_REMOVE:
            kept = rows[:row] + rows[row + 1 :]
            return kept or (_empty(len(rows[0].cells)),), min(row, max(len(kept) - 1, 0)), column
        case Step.COLUMN_BEFORE | Step.COLUMN_AFTER:
            to = column + (step == Step.COLUMN_AFTER)
            return _with_column(rows, to), row, to
        case Step.COLUMN_LEFT | Step.COLUMN_RIGHT:
            to = min(max(column + (1 if step == Step.COLUMN_RIGHT else -1), 0), len(rows[0].cells) - 1)
            return _columns_exchanged(rows, column, to), row, to
        case Step.COLUMN_REMOVE:
            kept = _without_column(rows, column)
            return kept, row, min(column, len(kept[0].cells) - 1)


def _empty(width: int) -> TableRowFact:
    return TableRowFact(RowKind.ROW, "", ("",) * width)


def _with_row(rows: Rows, at: int) -> Rows:
    if len(rows) >= MOST_ROWS:
        raise ShapeFault(_("En tabell har högst %(most)d rader.") % {"most": MOST_ROWS})
    return (*rows[:at], _empty(len(rows[0].cells)), *rows[at:])


def _exchanged(rows: Rows, one: int, other: int) -> Rows:
    moved = list(rows)
    moved[one], moved[other] = moved[other], moved[one]
    return tuple(moved)


def _with_column(rows: Rows, at: int) -> Rows:
    if len(rows[0].cells) >= MOST_CELLS:
        raise ShapeFault(_("En tabell har högst %(most)d kolumner.") % {"most": MOST_CELLS})
    wider = (replace(row, cells=(*row.cells[:at], "", *row.cells[at:])) for row in rows)
    return _renumbered(wider, lambda number: number + (number > at))


def _columns_exchanged(rows: Rows, one: int, other: int) -> Rows:
    if one == other:
        return rows
    places = {one + 1: other + 1, other + 1: one + 1}
    moved = (replace(row, cells=_swapped(row.cells, one, other)) for row in rows)
    return _renumbered(moved, lambda number: places.get(number, number))


def _swapped(cells: tuple[str, ...], one: int, other: int) -> tuple[str, ...]:
    moved = list(cells)
    moved[one], moved[other] = moved[other], moved[one]
    return tuple(moved)


def _without_column(rows: Rows, at: int) -> Rows:
    if len(rows[0].cells) == 1:
        raise ShapeFault(_("Tabellen behöver minst en kolumn."))
    for place, row in enumerate(rows, start=1):
        for column, text in enumerate(row.cells):
            if row.kind == RowKind.COMPUTATION and column != at and at + 1 in columns_in(text):
                message = _("Kolumn %(column)d behövs i uträkningen ”%(text)s” på rad %(row)d. Ändra den först.")
                raise ShapeFault(message % {"column": at + 1, "text": text, "row": place})
    narrower = (replace(row, cells=row.cells[:at] + row.cells[at + 1 :]) for row in rows)
    return _renumbered(narrower, lambda number: number - (number > at + 1))


def _renumbered(rows: Iterable[TableRowFact], place_of: Callable[[int], int]) -> Rows:
    return tuple(
        replace(row, cells=tuple(renumbered(text, place_of) for text in row.cells))
        if row.kind == RowKind.COMPUTATION
        else row
        for row in rows
    )
