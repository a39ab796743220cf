"""The section `tabell`: a table of the report, computed, with its columns picked and renamed as the section asks."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from followup.core.numbers import format_number
from followup.core.slugs import slug_of
from reports.build.arithmetic import ComputedCell, ComputedRow, ComputedTable, computed
from reports.build.blocks.drafting import Draft
from reports.build.blocks.heading_rows import heading_rows
from reports.build.document import Cell, Column, Row, RowRole, Table
from reports.build.options import SectionOptions
from reports.choices import RowKind

LABELS = 0

ROLES = {
    RowKind.ROW: RowRole.ROW,
    RowKind.SUBTOTAL: RowRole.SUBTOTAL,
    RowKind.SUM: RowRole.SUM,
    RowKind.GRAND_TOTAL: RowRole.GRAND_TOTAL,
    RowKind.TOTAL: RowRole.TOTAL,
    RowKind.OF_WHICH: RowRole.PART,
}

_NARROWEST, _WIDEST = 6, 40
_LABELS_NARROWEST, _LABELS_WIDEST = 12, 45
_WIDEST_UNBROKEN_WORD = 12
_AROUND_A_TEXT = 3
_PORTRAIT = 120


def data_table_block(draft: Draft) -> Table | None:
    """The table that `tabell=` names; None where there is none of that Id, and where it has no rows to show.

    `rubriker=` counts the label column first and then the columns shown, those left out as empty included.
    """
    options = draft.options
    table = next((table for table in draft.material.facts.tables if table.key == options.table), None)
    shown = None if table is None else shown_table(computed(table), options)
    return None if shown is None else replace(shown, body=tuple(_anchored(draft, shown.body)))


def _anchored(draft: Draft, rows: Iterable[Row]) -> Iterator[Row]:
    """Each row with an anchor made of its words and those of the group above it: such rows have no other name."""
    group = ""
    for row in rows:
        words = row.cells[0].text.strip()
        if row.role == RowRole.GROUP:
            group = words
        above = f"{group} " if group and row.role != RowRole.GROUP else ""
        named = words and row.role != RowRole.HEADING
        yield replace(row, anchor=draft.anchor(f"{draft.section}-rad-{slug_of(above + words)}")) if named else row


def shown_table(table: ComputedTable, options: SectionOptions) -> Table | None:
    """The computed table as a block; the numbers of its columns are `LABELS` and then 1 and up."""
    rows = [row for row in table.body if row.kind != RowKind.HEADING]
    columns = [
        (column, options.heading(position, ""))
        for position, column in enumerate([LABELS, *picked_columns(table, options)])
        if options.names_column(position) or any(text_in(table, row, column) for row in rows)
    ]
    if not rows or not columns:
        return None
    shown = [column for column, _heading in columns]
    head = _head(table, columns)
    body = tuple(_body(table, shown))
    numbers = [column for column in shown if column != LABELS and _is_number(table, column)]
    weights = [_weight(table, column, heading) for column, heading in columns]
    if len(head) <= 1:
        weights = _evened(weights, shown, numbers)
    return Table(
        caption=table.name,
        unit=table.unit_of_measure,
        columns=tuple(Column(width, column in numbers) for column, width in zip(shown, _shares(weights), strict=True)),
        head=head,
        body=body,
        wide=sum(weights) > _PORTRAIT,
    )


def picked_columns(table: ComputedTable, options: SectionOptions) -> list[int]:
    """The columns that `kolumner=` picks, in its order, or all."""
    every = range(1, len(table.decimals) + 1)
    return [column for column in options.columns or every if column in every]


def text_in(table: ComputedTable, row: ComputedRow, column: int) -> str:
    """What stands in the cell: words as given, a number with its column's decimals, and `%` in a table of shares."""
    if column == LABELS:
        return row.label
    cell = row.cells[column - 1]
    if cell.value is None:
        return cell.text
    return format_number(cell.value, table.decimals[column - 1], table.unit_of_measure)


def _head(table: ComputedTable, columns: Sequence[tuple[int, str]]) -> tuple[Row, ...]:
    """The heading rows, the lowest with the section's own words for its columns; one is made where there is none."""
    texts = [[text_in(table, row, column) for column, _own in columns] for row in table.head]
    if any(own for _column, own in columns):
        texts = texts or [[""] * len(columns)]
        texts[-1] = [own or text for (_column, own), text in zip(columns, texts[-1], strict=True)]
    return heading_rows(texts, RowRole.HEADING, has_labels=columns[0][0] == LABELS) if texts else ()


def _body(table: ComputedTable, columns: Sequence[int]) -> Iterator[Row]:
    for is_heading, rows in groupby(table.body, key=_names_columns):
        if is_heading:
            texts = [[text_in(table, row, column) for column in columns] for row in rows]
            yield from heading_rows(texts, RowRole.HEADING, has_labels=columns[0] == LABELS)
            continue
        for row in rows:
            if row.kind == RowKind.GROUP_HEADING:
                yield Row((Cell(row.label, columns=len(columns), is_heading=True),), RowRole.GROUP)
            else:
                yield Row(tuple(_cell(table, row, column) for column in columns), ROLES[row.kind])


def _names_columns(row: ComputedRow) -> bool:
    """A heading row in the middle of the table, or a group heading that says something of the columns too."""
    return row.kind == RowKind.HEADING or (
        row.kind == RowKind.GROUP_HEADING and not all(cell.is_empty for cell in row.cells)
    )


def _cell(table: ComputedTable, row: ComputedRow, column: int) -> Cell:
    text = text_in(table, row, column)
    if column == LABELS:
        return Cell(text, is_heading=True)
    return Cell(text, row.cells[column - 1].value)


def _is_number(table: ComputedTable, column: int) -> bool:
    """Whether most of what stands in the column is numbers."""
    cells: list[ComputedCell] = [row.cells[column - 1] for row in table.body if row.has_numbers]
    numbers = sum(cell.value is not None for cell in cells)
    return numbers > 0 and 2 * numbers >= sum(not cell.is_empty for cell in cells)


def _weight(table: ComputedTable, column: int, heading: str) -> int:
    """How much room the column asks for, in characters: its longest text, or the longest word of its heading.

    Long words in a heading are hyphenated and ask for no more.
    """
    narrowest, widest = (_LABELS_NARROWEST, _LABELS_WIDEST) if column == LABELS else (_NARROWEST, _WIDEST)
    names = [heading] if heading else [text_in(table, row, column) for row in table.head[-1:]]
    words = (min(len(word), _WIDEST_UNBROKEN_WORD) for name in names for word in name.split())
    texts = (len(text_in(table, row, column)) for row in table.body if row.has_numbers)
    return min(max([narrowest, *words, *texts]), widest) + _AROUND_A_TEXT


def _evened(weights: Sequence[int], columns: Sequence[int], numbers: Collection[int]) -> list[int]:
    """The columns of numbers as wide as the widest of them, where an upright page has room for that."""
    widest = max((weight for column, weight in zip(columns, weights, strict=True) if column in numbers), default=0)
    even = [widest if column in numbers else weight for column, weight in zip(columns, weights, strict=True)]
    return even if sum(even) <= _PORTRAIT else list(weights)


def _shares(weights: Sequence[int]) -> list[int]:
    """Whole percents in proportion to the weights, together 100."""
    total = sum(weights)
    edges = [round(100 * sum(weights[:place]) / total) for place in range(len(weights) + 1)]
    return [after - before for before, after in pairwise(edges)]
