"""From lines in the full list of columns to a table: empty columns left out, equal neighbours joined. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.build.document import Cell, Column, Row, RowRole, Table
from reports.build.options import SectionOptions

LONGEST_NUMBER = 24
"""A column where most figures are longer words than this is not set flush right."""
WIDEST_UPRIGHT = 8
"""A table with more columns than this is laid on a landscape page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column in the full list: its own heading, its width beside the others', whether it holds figures."""

    text: str
    width: int
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row with a cell for each column in the full list, or one cell over all of them.

    `stands_for` says of the leading cells what each is about: neighbours about the same are one cell. `subject` and
    `by` are those of `Row`.
    """

    cells: tuple[Cell, ...]
    role: RowRole = RowRole.ROW
    anchor: str = ""
    stands_for: tuple[object, ...] = ()
    subject: str = ""
    by: str | None = None


def across(cell: Cell, role: RowRole, anchor: str = "", *, subject: str = "", by: str | None = None) -> Line:
    """A line of one cell over all columns."""
    return Line((cell,), role, anchor, subject=subject, by=by)


def laid_out(caption: str, headings: Sequence[Heading], lines: Sequence[Line], options: SectionOptions) -> Table | None:
    """The table; None without lines. A column that is empty in every row stands only if `rubriker=` names it."""
    if not any(len(line.cells) == len(headings) for line in lines):
        return None
    kept = [
        position
        for position in range(len(headings))
        if options.names_column(position) or any(not cell.is_empty for cell in _column(lines, headings, position))
    ]
    head = tuple(Cell(text=options.heading(position, headings[position].text), is_heading=True) for position in kept)
    widths = _shares([headings[position].width for position in kept])
    columns = tuple(
        Column(width, headings[position].is_number and _fits_as_numbers(_column(lines, headings, position)))
        for position, width in zip(kept, widths, strict=True)
    )
    return Table(
        caption=caption,
        unit="",
        columns=columns,
        head=(Row(head),),
        body=tuple(_rows(lines, kept, len(headings))),
        wide=len(kept) > WIDEST_UPRIGHT,
    )


def _column(lines: Sequence[Line], headings: Sequence[Heading], position: int) -> Iterator[Cell]:
    return (line.cells[position] for line in lines if len(line.cells) == len(headings))


def _fits_as_numbers(cells: Iterator[Cell]) -> bool:
    """Whether most of what stands in the column is short: one figure in words does not turn it from its neighbours."""
    filled = [cell for cell in cells if not cell.is_empty]
    short = [cell for cell in filled if len(cell.text) <= LONGEST_NUMBER and not cell.lines and not cell.parts]
    return 2 * len(short) >= len(filled)


def _shares(widths: Sequence[int]) -> list[int]:
    """Whole percents that make a hundred; what rounding leaves over goes to the widest."""
    total = sum(widths)
    shares = [max(1, width * 100 // total) for width in widths]
    widest = shares.index(max(shares))
    shares[widest] += 100 - sum(shares)
    return shares


def _rows(lines: Sequence[Line], kept: Sequence[int], full: int) -> Iterator[Row]:
    for place, line in enumerate(lines):
        if len(line.cells) != full:
            whole = replace(line.cells[0], columns=len(kept))
            yield Row((whole,), line.role, line.anchor, line.subject, line.by)
            continue
        cells = []
        for position in kept:
            if position >= len(line.stands_for):
                cells.append(line.cells[position])
            elif not _continues(lines, place, position, full):
                cells.append(replace(line.cells[position], rows=_length(lines, place, position, full)))
        yield Row(tuple(cells), line.role, line.anchor, line.subject, line.by)


def _continues(lines: Sequence[Line], place: int, position: int, full: int) -> bool:
    """Whether the cell is about the same as the one above it."""
    if place == 0 or len(lines[place - 1].cells) != full:
        return False
    return lines[place - 1].stands_for[: position + 1] == lines[place].stands_for[: position + 1]


def _length(lines: Sequence[Line], place: int, position: int, full: int) -> int:
    below = place + 1
    while below < len(lines) and len(lines[below].cells) == full and _continues(lines, below, position, full):
        below += 1
    return below - place
