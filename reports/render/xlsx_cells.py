"""Sheets and cells that no text can break out of."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value = str | int | date | None

LONGEST = 32_767
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")
_TOP = Alignment(vertical="top", wrap_text=True)
_BOLD = Font(bold=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet before it is written: `widths` in characters, one for each heading."""

    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]
    filtered: bool = True

    def numbered(self, number: int) -> "Sheet":
        """The same sheet under a name of its own, when it is not the first of its kind."""
        return self if number == 1 else replace(self, title=f"{self.title} {number}")

    def write_to(self, book: Workbook) -> None:
        sheet = book.create_sheet(self.title)
        sheet.freeze_panes = "A2"
        for position, width in enumerate(self.widths, start=1):
            sheet.column_dimensions[get_column_letter(position)].width = width
        if self.filtered:
            sheet.auto_filter.ref = f"A1:{get_column_letter(len(self.headings))}{len(self.rows) + 1}"
        sheet.append([_cell(sheet, heading, heading=True) for heading in self.headings])
        for row in self.rows:
            sheet.append([_cell(sheet, value) for value in row])


def safe_text(text: str) -> str:
    """`text` without what a cell cannot hold, cut with a visible mark where it is longer than a cell can be."""
    clean = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _length(clean) <= LONGEST:
        return clean
    note = _(" […] Texten är avkortad här. Hela texten finns i rapporten på webben och i JSON-filen.")
    kept = clean[: LONGEST - _length(note)]
    while _length(kept) + _length(note) > LONGEST:
        kept = kept[: len(kept) - max(1, (_length(kept) + _length(note) - LONGEST) // 2)]
    return kept + note


def _length(text: str) -> int:
    """In the 16-bit units that spreadsheets count."""
    return len(text) + sum(character > "\uffff" for character in text)


def _cell(sheet: WriteOnlyWorksheet, value: Value, heading: bool = False) -> Cell:
    """A missing value is an empty cell; a date is a date without a time."""
    cell = WriteOnlyCell(sheet)
    cell.alignment = _TOP
    if heading:
        cell.font = _BOLD
    if isinstance(value, str):
        cell.value = safe_text(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_LOOKS_LIKE_FORMULA)
    elif isinstance(value, datetime):
        cell.value = value
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.value = datetime(value.year, value.month, value.day)
        cell.number_format = "yyyy-mm-dd"
    elif value is not None:
        cell.value = value
    return cell
