"""A table of the report as a sheet: heads merged as they span, each row with all its headings so it can be filtered."""

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter

from reports.build.document import Row, RowRole, Table
from reports.render.grid import PlacedCell, placed, unrolled
from reports.render.xlsx_cells import Sheet, Value
from reports.render.xlsx_figures import cell_value, cell_words

CHARACTERS = 132
NARROWEST = 11
_STRONG = frozenset({RowRole.GROUP, RowRole.HEADING, RowRole.SUBTOTAL, RowRole.SUM, RowRole.TOTAL, RowRole.GRAND_TOTAL})


def table_sheet(table: Table, title: str) -> Sheet:
    """The caption stands in the first row, the heads below it; a sheet with one row of headings can be filtered."""
    columns = len(table.columns)
    head = [_line(line, columns) for line in placed(table.head)] or [("",) * columns]
    caption = ", ".join(words for words in (table.caption or title, table.unit) if words)
    return Sheet(
        title=title,
        headings=tuple(str(value or "") for value in head[-1]),
        widths=tuple(max(NARROWEST, round(CHARACTERS * column.width / 100)) for column in table.columns),
        rows=tuple(_line(line, columns) for line in unrolled(table.body)),
        filtered=bool(table.head),
        upper=((caption,), *head[:-1]),
        strong=_positions(table.body, _STRONG),
        indented=_positions(table.body, frozenset({RowRole.PART})),
        spans=(
            *_spans(placed(table.head), first=2),
            *_spans(placed(table.body), first=len(head) + 2, only_rows=_positions(table.body, _WHOLE)),
        ),
    )


_WHOLE = frozenset({RowRole.HEADING, RowRole.COMMENT})


def _line(line: Sequence[PlacedCell], columns: int) -> tuple[Value, ...]:
    values: list[Value] = [None] * max(columns, *(each.column + 1 for each in line), 0)
    for each in line:
        if not each.is_repeat:
            values[each.column] = cell_words(each.cell) if each.cell.is_heading else cell_value(each.cell)
        elif each.cell.is_heading:
            values[each.column] = each.cell.text
    return tuple(values)


def _positions(rows: Sequence[Row], roles: frozenset[RowRole]) -> frozenset[int]:
    return frozenset(position for position, row in enumerate(rows) if row.role in roles)


def _spans(
    lines: Sequence[Sequence[PlacedCell]], *, first: int, only_rows: frozenset[int] | None = None
) -> Iterator[str]:
    for position, line in enumerate(lines):
        if only_rows is not None and position not in only_rows:
            continue
        for each in line:
            if each.cell.columns > 1 or (each.cell.rows > 1 and only_rows is None):
                last_row = first + position + (each.cell.rows - 1 if only_rows is None else 0)
                last_column = each.column + each.cell.columns
                yield (
                    f"{get_column_letter(each.column + 1)}{first + position}:{get_column_letter(last_column)}{last_row}"
                )
