"""The table as it is set: which element each cell is, what it heads, and how the table folds where there is no room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reports.build.document import Cell, Row, RowRole, Table, TextPart
from reports.render.grid import PlacedCell, column_labels, placed, unrolled
from reports.render.headings import parts_at
from reports.render.note_marks import NoteBook, NoteMark
from reports.render.room import in_parts
from reports.render.selecting import UNTOLD, Picked, Selecting
from reports.render.selecting_rows import picked_of, row_attributes

LONGEST_FIGURE = 40
LONGEST_WHOLE_WORD = 12
WIDEST_UNMOVED = 14
_WHOLE = (RowRole.GROUP, RowRole.HEADING, RowRole.COMMENT)
_OPENS_BODY = (RowRole.GROUP, RowRole.HEADING)


@dataclass(frozen=True, slots=True)
class LaidCell:
    """`attributes` say what it spans and heads; `is_plain` where it holds nothing but its text.

    `breaks`: its status has a word so long that it may be broken.
    """

    tag: str
    attributes: SafeString
    cell: Cell
    parts: tuple[TextPart, ...]
    notes: tuple[NoteMark, ...]
    is_plain: bool
    breaks: bool


@dataclass(frozen=True, slots=True)
class LaidRow:
    """`anchor` and `link_cell`, the place of the cell with the link to the row, are for the page on screen."""

    attributes: SafeString
    cells: tuple[LaidCell, ...]
    anchor: str = ""
    link_cell: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a table is set in: the heading above it, the level of headings in its cells, the notes.

    On paper there is `room` for so many characters beside each other, and no cell spans rows: one that was broken over
    pages would break the tag tree, and one in the head would give the columns after it the wrong headings there. For
    the tag tree an empty heading is a heading, too. `selecting` says by what a reader may pick the rows:
    on paper by nothing.
    """

    title: str
    text_level: int
    notes: NoteBook
    room: int | None
    selecting: Selecting | None = None

    @property
    def is_paper(self) -> bool:
        return self.room is not None


@dataclass(frozen=True, slots=True)
class LaidTable:
    """`folds`: becomes one card a row on a narrow screen, or else is moved sideways there; a `wide` one always is.

    `unit` is empty where the caption says it, and for `%`, which stands at each number. With `unit_in_head` the
    headings say it, so that it is needed only where the table is folded and they are hidden. `caption` is for
    listeners alone where `is_titled`: a heading right above, or the table's first, says the same. `bodies` part at the
    rows that head those below them. `is_text`: some cell holds paragraphs, so rows may be broken over pages.
    """

    id: str
    caption: str
    unit: str
    unit_in_head: bool
    is_titled: bool
    folds: bool
    is_wide: bool
    is_text: bool
    widths: tuple[int, ...]
    head: tuple[LaidRow, ...]
    bodies: tuple[tuple[LaidRow, ...], ...]
    picked: Picked = UNTOLD


def lay_table(table: Table, anchor: str, around: Surroundings, *, folds: bool = False) -> tuple[LaidTable, ...]:
    """`anchor` begins the table's ids; `folds` makes also a table of figures fold.

    On paper there are several where the page has no room for all the columns beside each other.
    """
    parts = (table,) if around.room is None else in_parts(table, around.room)
    return tuple(
        _laid(part, anchor if place == 1 else f"{anchor}-{place}", around, folds=folds)
        for place, part in enumerate(parts, start=1)
    )


def _laid(table: Table, anchor: str, around: Surroundings, *, folds: bool) -> LaidTable:
    cells = [cell for row in table.body if row.role not in _WHOLE for cell in row.cells]
    is_text = any(cell.parts for cell in cells)
    is_wide = len(table.columns) > WIDEST_UNMOVED
    folds = folds or is_text or _leads_with_several(table) or any(_is_wordy(cell) for cell in cells)
    folding = folds and not is_wide
    setting = _Setting(table, folding, around)
    unit = "" if table.unit in (*table.caption.split(), "%") else table.unit
    corner = _corner(table, around)
    names = (table.caption, around.title)
    in_corner = unit != "" and corner in {f"{name}{mark}{unit}".casefold() for name in names for mark in (", ", " ")}
    heads = [cell.text for row in table.head for cell in row.cells]
    unit_in_head = unit != "" and any(text.endswith(f", {unit}") for text in heads)
    return LaidTable(
        id=anchor,
        caption=table.caption or around.title,
        unit="" if in_corner or (unit_in_head and not folding) else unit,
        unit_in_head=unit_in_head,
        is_titled=in_corner or corner == table.caption.casefold() != "" or table.caption in {"", around.title},
        folds=folding,
        is_wide=is_wide,
        is_text=is_text,
        widths=tuple(column.width for column in table.columns),
        head=tuple(setting.rows(table.head, in_head=True)),
        bodies=_bodies(table.body, setting.rows(table.body, in_head=False)),
        picked=picked_of(table, around.selecting),
    )


def _corner(table: Table, around: Surroundings) -> str:
    """The table's first heading, in small letters, where it stands right under the caption as the table is set."""
    if not table.head or (around.is_paper and len(table.head) > 1):
        return ""
    return table.head[0].cells[0].text.casefold()


def _leads_with_several(table: Table) -> bool:
    """Whether the rows have several headings beside each other, which leave no room for figures on a narrow screen."""
    return any(sum(cell.is_heading for cell in row.cells) > 1 for row in table.body if row.role == RowRole.ROW)


def _is_wordy(cell: Cell) -> bool:
    return not cell.is_heading and bool(cell.status or cell.lines or len(cell.text) > LONGEST_FIGURE)


def _bodies(rows: Sequence[Row], laid: Iterable[LaidRow]) -> tuple[tuple[LaidRow, ...], ...]:
    bodies: list[list[LaidRow]] = []
    before: RowRole | None = None
    for row, set_row in zip(rows, laid, strict=True):
        if not bodies or (row.role in _OPENS_BODY and row.role != before):
            bodies.append([])
        bodies[-1].append(set_row)
        before = row.role
    return tuple(map(tuple, bodies))


class _Setting:
    """Sets the rows of one table."""

    def __init__(self, table: Table, folds: bool, around: Surroundings) -> None:
        self._numbers = tuple(column.is_number for column in table.columns)
        self._labels = column_labels(table.head, len(table.columns)) if folds else ()
        self._folds = folds
        self._around = around

    def rows(self, rows: Sequence[Row], *, in_head: bool) -> list[LaidRow]:
        lines = unrolled(rows) if self._around.is_paper else placed(rows)
        picked = [""] * len(rows) if in_head else row_attributes(rows, self._around.selecting)
        return [
            self._row(row, line, chosen, in_head=in_head) for row, line, chosen in zip(rows, lines, picked, strict=True)
        ]

    def _row(self, row: Row, line: Sequence[PlacedCell], picked: str, *, in_head: bool) -> LaidRow:
        attributes: dict[str, str | bool] = {"id": row.anchor} if row.anchor else {}
        if self._folds:
            attributes["role"] = "row"
        if not in_head and row.role != RowRole.ROW:
            attributes["class"] = f"row--{row.role.value.replace('_', '-')}"
        cells = tuple(self._cell(each, row, in_head=in_head) for each in line)
        return LaidRow(
            attributes=format_html("{}{}", flatatt(attributes), picked),
            cells=cells,
            anchor="" if self._around.is_paper else row.anchor,
            link_cell=max((place for place, cell in enumerate(cells) if cell.tag == "th"), default=0),
        )

    def _cell(self, each: PlacedCell, row: Row, *, in_head: bool) -> LaidCell:
        heads_column = in_head or row.role == RowRole.HEADING
        is_heading = heads_column or each.cell.is_heading or row.role == RowRole.GROUP
        if self._around.is_paper:
            is_heading = is_heading and (heads_column or not each.is_repeat)
            each = _without_rows(each, heads_column=heads_column)
        else:
            is_heading = is_heading and not each.cell.is_empty
        cell = each.cell
        attributes: dict[str, str | bool] = {}
        if is_heading:
            attributes["scope"] = _scope(cell, row, heads_column=heads_column)
        attributes |= {"colspan": str(cell.columns)} if cell.columns > 1 else {}
        attributes |= {"rowspan": str(cell.rows)} if cell.rows > 1 else {}
        attributes |= self._class(each, heads_column=heads_column)
        attributes |= self._folded(each, is_heading=is_heading, heads_column=heads_column)
        notes = self._around.notes.marks(cell.notes)
        return LaidCell(
            tag="th" if is_heading else "td",
            attributes=flatatt(attributes),
            cell=cell,
            parts=parts_at(cell.parts, self._around.text_level),
            notes=notes,
            is_plain=not (notes or cell.lines or cell.parts or cell.status or cell.trend or cell.link),
            breaks=cell.status is not None and max(map(len, cell.status.word.split()), default=0) > LONGEST_WHOLE_WORD,
        )

    def _class(self, each: PlacedCell, *, heads_column: bool) -> dict[str, str | bool]:
        if each.goes_on and self._around.is_paper:
            return {"class": "goes-on"}
        if each.cell.columns > 1:
            return {"class": "spans"} if heads_column and each.cell.text else {}
        is_number = each.column < len(self._numbers) and self._numbers[each.column]
        return {"class": "n"} if is_number else {}

    def _folded(self, each: PlacedCell, *, is_heading: bool, heads_column: bool) -> dict[str, str]:
        """A table shown as cards must say what it is to those who listen, and each figure whose it is."""
        if not self._folds:
            return {}
        if is_heading:
            return {"role": "columnheader" if heads_column else "rowheader"}
        label = self._labels[each.column] if each.cell.columns == 1 and each.column < len(self._labels) else ""
        return {"role": "cell"} | ({"data-label": label} if label and not heads_column else {})


def _without_rows(each: PlacedCell, *, heads_column: bool) -> PlacedCell:
    """The cell in its own row alone: its words in the first of its rows, or in the last where it heads a column."""
    is_blank = each.goes_on if heads_column else each.is_repeat
    cell = Cell(columns=each.cell.columns) if is_blank else replace(each.cell, rows=1)
    return replace(each, cell=cell)


def _scope(cell: Cell, row: Row, *, heads_column: bool) -> str:
    if heads_column:
        return "colgroup" if cell.columns > 1 else "col"
    return "rowgroup" if cell.rows > 1 or row.role == RowRole.GROUP else "row"
