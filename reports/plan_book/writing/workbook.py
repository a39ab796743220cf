"""A plan book to a workbook that reads back as the same book."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from reports.plan_book.book import BookFault, BookRow, PlanBook
from reports.plan_book.columns import Column, Kind, Sheet
from reports.plan_book.sheets import FIELD, PLAN, REMOVE, SHEETS, VALUE
from reports.plan_book.writing.archive import saved
from reports.plan_book.writing.cells import LONGEST, TooLong, Write, writing_of
from reports.plan_book.writing.sheet import plain_sheet

TYPEFACE = "Calibri"
"""That of cells without a format: one that is named nowhere is another in each spreadsheet program."""

BOLD = Font(name=TYPEFACE, size=11, bold=True)
WIDTHS = {Kind.LONG_TEXT: 60, Kind.LIST: 24, Kind.CELL: 14, Kind.DAY: 12, Kind.YES: 12, Kind.INTEGER: 10}
WIDE = {"Namn": 50, "Titel": 40, "Text": 30, "Etikett": 40, "Källa": 30, "Fotnot": 30, "Anmärkning": 30}
WIDTH = 16
WIDTH_OF_FIELDS = 24

_Writings: TypeAlias = tuple[tuple[str, ...], tuple[Write, ...]]
"""Headings, and how the values of each are written."""


def write_workbook(book: PlanBook) -> bytes:
    """Every sheet in the order of the contract, with the headings that its rows have, or all where there are none.

    The same book gives the same bytes. Raises BookFault for texts that are longer than a cell can hold.
    """
    workbook = Workbook(write_only=True)
    too_long: list[str] = []
    _write_plan(workbook, book.plan, too_long)
    for sheet in SHEETS:
        if sheet is not PLAN:
            _write_sheet(workbook, sheet, book.of(sheet.name), too_long)
    written = saved(workbook)
    if too_long:
        raise BookFault(tuple(too_long))
    return written


def _write_plan(workbook: Workbook, plan: BookRow, too_long: list[str]) -> None:
    """A field a row; those that the plan's row has not are left out."""
    written = plain_sheet(workbook, PLAN.name)
    prepare(written, [WIDTH_OF_FIELDS, WIDTHS[Kind.LONG_TEXT]], [FIELD, VALUE])
    for column in PLAN.columns:
        if plan.has(column.heading):
            written.append([column.heading, *_cells(written, PLAN, plan, _writings([column]), too_long)])


def _write_sheet(workbook: Workbook, sheet: Sheet, rows: Sequence[BookRow], too_long: list[str]) -> None:
    columns = [column for column in sheet.columns if not rows or any(row.has(column.heading) for row in rows)]
    removes = any(row.removes for row in rows)
    written = plain_sheet(workbook, sheet.name)
    headings = [column.heading for column in columns] + [REMOVE] * removes
    prepare(written, [width_of(column) for column in columns], headings)
    writings = _writings(columns)
    for row in rows:
        cells = _cells(written, sheet, row, writings, too_long)
        written.append([*cells, "ja"] if row.removes else cells)


def _writings(columns: Sequence[Column]) -> _Writings:
    return tuple(column.heading for column in columns), tuple(map(writing_of, columns))


def _cells(written: Any, sheet: Sheet, row: BookRow, writings: _Writings, too_long: list[str]) -> list[Any]:
    """Most values of a row are empty, and None is; a zero is a value."""
    headings, writes = writings
    values = row.picked(headings)
    try:
        return [
            write(written, value) if value or value == 0 else None for write, value in zip(writes, values, strict=True)
        ]
    except TooLong:
        for heading, write, value in zip(headings, writes, values, strict=True):
            try:
                write(written, value)
            except TooLong as fault:
                too_long.append(_too_long(sheet, row, heading, fault.length))
        return []


def prepare(written: Any, widths: Sequence[int], headings: Sequence[str]) -> None:
    """The headings in bold, which stay in sight, over columns of sensible widths."""
    written.freeze_panes = "A2"
    for place, width in enumerate(widths, start=1):
        written.column_dimensions[get_column_letter(place)].width = width
    cells = []
    for heading in headings:
        cell = WriteOnlyCell(written, value=heading)
        cell.font = BOLD
        cells.append(cell)
    written.append(cells)


def width_of(column: Column) -> int:
    return WIDE.get(column.heading) or WIDTHS.get(column.kind, WIDTH)


def _too_long(sheet: Sheet, row: BookRow, heading: str, length: int) -> str:
    named = ", ".join(str(row.values[key]) for key in sheet.key if row.values.get(key))
    return _(
        "%(sheet)s, %(row)s, %(heading)s: texten har %(length)d tecken, och en cell i ett kalkylblad rymmer högst "
        "%(longest)d. Korta texten eller dela upp den, och exportera igen."
    ) % {"sheet": sheet.name, "row": named, "heading": heading, "length": length, "longest": LONGEST}
