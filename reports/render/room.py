"""Room for the columns of a table on paper: how much each needs, and the table in parts where a page is too narrow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from reports.build.document import Cell, Column, Row, RowRole, Table
from reports.render.grid import placed

UPRIGHT = 106
LYING = 170
"""How many characters stand beside each other on a page."""

_BESIDE = 3
_LEADING = 20
_MARK = 3
_LONGEST_NUMBER = 22
_LONGEST_WORD = 12
"""Longer words are hyphenated."""
_ON_EVERY_PART = (RowRole.GROUP, RowRole.HEADING)


def in_parts(table: Table, room: int) -> tuple[Table, ...]:
    """The table with no column narrower than its longest word; where that is too much, several with some columns each.

    The columns that say what the rows are about stand in all of them.
    """
    needed = columns_need(table)
    if sum(needed) <= room:
        return (replace(table, columns=_widened(table.columns, needed, room)),)
    leading = _leading(table)
    needed = [max(least, _LEADING) if place < leading else least for place, least in enumerate(needed)]
    taken = [list(range(leading))]
    for column in range(leading, len(needed)):
        if len(taken[-1]) > leading and sum(needed[each] for each in (*taken[-1], column)) > room:
            taken.append(list(range(leading)))
        taken[-1].append(column)
    return tuple(_part(table, columns, needed, place, len(taken)) for place, columns in enumerate(taken))


def columns_need(table: Table) -> list[int]:
    """How many characters wide each column must be for no word or number to be broken where it should not."""
    needed = [0] * len(table.columns)
    for line in (*placed(table.head), *placed(table.body)):
        for each in line:
            if each.cell.columns == 1 and each.column < len(needed):
                needed[each.column] = max(needed[each.column], *_unbroken(each.cell), 0)
    return [characters + _BESIDE for characters in needed]


def _unbroken(cell: Cell) -> Iterator[int]:
    """How long that is which may not be broken: numbers, held together by their spaces, and the beginnings of words."""
    for text in (cell.text, *cell.lines):
        for word in text.replace("–", "– ").split(" "):
            yield min(len(word), _LONGEST_NUMBER if any(map(str.isdigit, word)) else _LONGEST_WORD)
    if cell.status:
        yield max(min(len(word), _LONGEST_WORD) for word in cell.status.word.split()) + _MARK


def _leading(table: Table) -> int:
    """How many columns head the rows."""
    whole = [row for row in placed(table.body) if sum(each.cell.columns for each in row) == len(table.columns)]
    most = max((len(line) for line in whole), default=0)
    headings = (
        next((place for place, each in enumerate(line) if not each.cell.is_heading), 0)
        for line in whole
        if len(line) == most
    )
    return max(headings, default=0)


def _widened(columns: Sequence[Column], needed: Sequence[int], room: int) -> tuple[Column, ...]:
    """Each as wide as it must be, and what is left over as the table would have it."""
    if all(column.width * room >= 100 * least for column, least in zip(columns, needed, strict=True)):
        return tuple(columns)
    over = [max(0, column.width * room / 100 - least) for column, least in zip(columns, needed, strict=True)]
    share = (room - sum(needed)) / sum(over) if sum(over) else 0
    wanted = [least + share * more for least, more in zip(needed, over, strict=True)]
    return _shares(columns, wanted)


def _shares(columns: Sequence[Column], wanted: Sequence[float]) -> tuple[Column, ...]:
    """The columns with whole percents in proportion to what is wanted, together a hundred."""
    total = sum(wanted)
    edges = [round(100 * sum(wanted[:place]) / total) for place in range(len(wanted) + 1)]
    return tuple(
        replace(column, width=after - before) for column, before, after in zip(columns, edges, edges[1:], strict=False)
    )


def _part(table: Table, columns: Sequence[int], needed: Sequence[int], place: int, count: int) -> Table:
    """What spans the whole table stands in every part where it heads rows, else in the last."""
    kept = [
        row
        for row in table.body
        if place == count - 1 or row.role in _ON_EVERY_PART or row.cells[0].columns < len(table.columns)
    ]
    body = _rows(kept, columns)
    return replace(
        table,
        caption=_("%(caption)s, fortsättning") % {"caption": table.caption}
        if place and table.caption
        else table.caption,
        columns=_shares([table.columns[column] for column in columns], [needed[column] for column in columns]),
        head=_rows(table.head, columns),
        body=tuple(replace(row, anchor="") for row in body) if place else body,
    )


def _rows(rows: Sequence[Row], columns: Sequence[int]) -> tuple[Row, ...]:
    """The rows with the cells of these columns; one that spans several is as wide as those of them that are there."""
    found = []
    for row, line in zip(rows, placed(rows), strict=True):
        cells = []
        for each in line:
            spanned = sum(each.column <= column < each.column + each.cell.columns for column in columns)
            if spanned:
                cells.append(replace(each.cell, columns=spanned))
        found.append(replace(row, cells=tuple(cells)))
    return tuple(found)
