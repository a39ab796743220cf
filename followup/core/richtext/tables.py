"""Simple tables in a rich text: made of what was pasted, and as lines of text.

A table in the text is its heading row, a line of dashes and its rows, as people draw them anyway:

    | År | Utfall |
    | --- | --- |
    | 2017 | 81 % |

In a cell `\\|` is an upright line, and `\\\\` a backslash where one of the two comes after it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.richtext.blocks import Char, Line, Paragraph, Table, plain
from followup.core.richtext.fault import RichTextFault

CELL_SEPARATOR = " – "
MOST_COLUMNS = 20
MOST_ROWS = 200
MOST_SPANNED = 50
"""Rows or columns that one cell is believed to span."""

_CELL = re.compile(r"(?:\\[\\|]|[^|])*")
_DASHES = re.compile(r"\s*-{3,}\s*")
_ESCAPED = re.compile(r"\\([\\|])")
_TO_ESCAPE = re.compile(r"\||\\(?=[\\|]|\Z)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stood in the HTML, not yet placed."""

    line: Line
    across: int = 1
    down: int = 1


def placed(rows: Sequence[Sequence[Cell]]) -> list[list[Line]]:
    """The rows with every cell in its own column. A merged cell's words stand in its first place alone.

    In the uppermost row they stand over every column it spans, so that no column is without a heading.
    """
    grid: list[list[Line]] = []
    spanned: dict[int, int] = {}  # by column: how many more rows a cell above reaches down
    for cells in rows:
        row: list[Line] = []
        reaching: dict[int, int] = {}
        for cell in cells:
            while spanned.get(len(row)):
                row.append(())
            reaching.update((len(row) + each, cell.down) for each in range(cell.across))
            row += [cell.line] + [() if grid else cell.line] * (cell.across - 1)
        spanned = {column: left - 1 for column, left in (spanned | reaching).items() if left > 1}
        grid.append(row)
    return grid


def table_or_rows(grid: Iterable[Sequence[Line]]) -> list[Paragraph] | list[Table]:
    """A table without rows or columns that are empty all through; the first row is its heading.

    What then has one row or one column is no table: each row is a paragraph. Raises RichTextFault for too large a one.
    """
    rows = [row for row in grid if any(row)]
    filled = sorted({column for row in rows for column, line in enumerate(row) if line})
    if len(rows) < 2 or len(filled) < 2:
        return [Paragraph((joined(row),)) for row in rows]
    if len(rows) > MOST_ROWS or len(filled) > MOST_COLUMNS:
        raise RichTextFault(
            _(
                "Tabellen är för stor: %(rows)d rader och %(columns)d kolumner. "
                "I en text får den ha högst %(most_rows)d rader och %(most_columns)d kolumner."
            )
            % {
                "rows": len(rows),
                "columns": len(filled),
                "most_rows": MOST_ROWS,
                "most_columns": MOST_COLUMNS,
            }
        )
    return [Table(tuple(tuple(row[at] if at < len(row) else () for at in filled) for row in rows))]


def joined(cells: Iterable[Line]) -> Line:
    """The cells of a row that hold something, on one line."""
    line: list[Char] = []
    for cell in filter(None, cells):
        line.extend((*(plain(CELL_SEPARATOR) if line else ()), *cell))
    return tuple(line)


def cells_of(text: str) -> list[str] | None:
    """The cells' texts of a line that begins and ends with an upright line, None for any other."""
    text = text.strip()
    if len(text) < 2 or text[0] != "|":
        return None
    cells, place = [], 1
    while place < len(text):
        found = _CELL.match(text, place)
        assert found is not None  # noqa: S101 (it matches an empty text)
        if found.end() == len(text):
            return None
        cells.append(_ESCAPED.sub(r"\1", found[0]).strip())
        place = found.end() + 1
    return cells


def rows_at(lines: Sequence[str], place: int) -> list[list[str]]:
    """The cells' texts of the table whose heading row is the line at `place`; empty where none begins there."""
    heading = cells_of(lines[place])
    dashes = cells_of(lines[place + 1]) if heading and place + 1 < len(lines) else None
    if heading is None or not dashes or not all(map(_DASHES.fullmatch, dashes)):
        return []
    rows = [heading]
    for line in lines[place + 2 :]:
        cells = cells_of(line)
        if cells is None:
            break
        rows.append(cells)
    return rows


def written_rows(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of text that `rows_at` reads as the cells' texts."""
    heading, *rest = (_written_row(row) for row in cells)
    return [heading, _written_row(["---"] * len(cells[0])), *rest]


def _written_row(cells: Iterable[str]) -> str:
    return "".join(f"| {_TO_ESCAPE.sub(lambda found: chr(92) + found[0], cell)} " for cell in cells) + "|"
