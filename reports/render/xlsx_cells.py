"""Sheets and cells that no text can break out of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST = 32_767
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")
_TOP = Alignment(vertical="top", wrap_text=True)
_INDENTED = Alignment(vertical="top", wrap_text=True, indent=2)
_BOLD = Font(name="Calibri", size=11, bold=True)
"""With the typeface of cells without a format: one that is named nowhere is another in each spreadsheet program."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is shown as the report shows it: `number_format` holds its decimals, unit and marks."""

    value: Decimal
    number_format: str


Value = str | int | date | Figure | None


@dataclass(frozen=True, slots=True)
class Continuation:
    """What did not fit in a cell, in the order of its parts."""

    sheet: str
    cell: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet before it is written: `widths` in characters, one for each heading.

    `upper` are rows above the headings. `strong` rows are bold and `indented` ones have their first words set in; both
    are positions in `rows`. `spans` are merged cells ("B2:D2"), counted in the sheet.
    """

    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]
    filtered: bool = True
    upper: tuple[tuple[Value, ...], ...] = ()
    strong: frozenset[int] = frozenset()
    indented: frozenset[int] = frozenset()
    spans: tuple[str, ...] = ()

    def write_to(self, book: Workbook, title: str) -> Iterator[Continuation]:
        """Writes the sheet under `title`, which the book does not hold yet; yields what did not fit in its cells."""
        sheet = book.create_sheet(title)
        head = len(self.upper) + 1
        sheet.freeze_panes = f"A{head + 1}"
        for position, width in enumerate(self.widths, start=1):
            sheet.column_dimensions[get_column_letter(position)].width = width
        for span in self.spans:
            sheet.merged_cells.add(span)
        if self.filtered:
            sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(self.headings))}{len(self.rows) + head}"
        for line in (*self.upper, self.headings):
            sheet.append([_cell(sheet, value, font=_BOLD) for value in line])
        for position, row in enumerate(self.rows):
            font = _BOLD if position in self.strong else None
            first = _INDENTED if position in self.indented else _TOP
            sheet.append(
                [
                    _cell(sheet, value, font=font, alignment=_TOP if column else first)
                    for column, value in enumerate(row)
                ]
            )
            yield from _continued(title, position + head + 1, row)


def safe_text(text: str) -> str:
    """`text` without what a cell cannot hold, cut with a visible mark where it is longer than a cell can be."""
    return text_parts(text)[0]


def text_parts(text: str) -> tuple[str, ...]:
    """`text` in parts that each fit in a cell; nothing of it is lost, and the first says so when there are more."""
    clean = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _length(clean) <= LONGEST:
        return (clean,)
    note = _(" […] Texten är avkortad här. Resten står på bladet Långa texter.")
    kept = _cut(clean, LONGEST - _length(note))
    parts = [kept + note]
    rest = clean[len(kept) :]
    while rest:
        part = _cut(rest, LONGEST)
        parts.append(part)
        rest = rest[len(part) :]
    return tuple(parts)


def _continued(title: str, row: int, values: Iterable[Value]) -> Iterator[Continuation]:
    for column, value in enumerate(values, start=1):
        if isinstance(value, str) and len(value) > LONGEST // 2:
            rest = text_parts(value)[1:]
            if rest:
                yield Continuation(title, f"{get_column_letter(column)}{row}", rest)


def _cut(text: str, longest: int) -> str:
    """As much of the beginning of `text` as `longest` units hold."""
    kept = text[:longest]
    while _length(kept) > longest:
        kept = kept[: len(kept) - max(1, (_length(kept) - longest) // 2)]
    return kept


def _length(text: str) -> int:
    """In the 16-bit units that spreadsheets count."""
    return len(text) + sum(character > "\uffff" for character in text)


def _cell(sheet: WriteOnlyWorksheet, value: Value, *, font: Font | None = None, alignment: Alignment = _TOP) -> Cell:
    """A missing value is an empty cell; a date is a date without a time."""
    cell = WriteOnlyCell(sheet)
    cell.alignment = alignment
    if font:
        cell.font = font
    if isinstance(value, str):
        cell.value = safe_text(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_LOOKS_LIKE_FORMULA)
    elif isinstance(value, Figure):
        cell.value = value.value
        cell.number_format = value.number_format
    elif isinstance(value, datetime):
        cell.value = value
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.value = datetime(value.year, value.month, value.day)
        cell.number_format = "yyyy-mm-dd"
    elif value is not None:
        cell.value = value
    return cell
