"""The template: every sheet with its headings explained, words to choose from, and an example that can be read in."""

from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from reports.plan_book.columns import Column, Kind, Sheet
from reports.plan_book.sheets import FIELD, GUIDE, PLAN, SHEETS, VALUE
from reports.plan_book.writing.archive import saved
from reports.plan_book.writing.cells import writing_of
from reports.plan_book.writing.example import EXAMPLE
from reports.plan_book.writing.guide import guide_lines
from reports.plan_book.writing.notes import note_of
from reports.plan_book.writing.workbook import BOLD, TYPEFACE, WIDTH_OF_FIELDS, WIDTHS, width_of

LAST_ROW_WITH_CHOICES = 5_000
_TOP = Alignment(vertical="top", wrap_text=True)
_WIDTH_OF_GUIDE = 110
_HEIGHT_OF_LINE = 15
_LONGEST_WORD = 12


def template_workbook() -> bytes:
    """Always the same bytes. It reads in without faults or warnings, as the example plan."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _write_guide(workbook.create_sheet(GUIDE))
    for sheet in SHEETS:
        _fill(workbook.create_sheet(sheet.name), sheet)
    return saved(workbook)


def _write_guide(guide: Any) -> None:
    """Each row as high as its wrapped lines: LibreOffice does not see to it, and lets them lie on one another."""
    guide.column_dimensions["A"].width = _WIDTH_OF_GUIDE
    for number, line in enumerate(guide_lines(), start=1):
        guide.cell(number, 1, line).alignment = _TOP
        lines = 1 + len(line) // (_WIDTH_OF_GUIDE - _LONGEST_WORD)
        guide.row_dimensions[number].height = (lines + 0.5) * _HEIGHT_OF_LINE
    guide["A1"].font = Font(name=TYPEFACE, size=14, bold=True)


def _fill(written: Any, sheet: Sheet) -> None:
    written.freeze_panes = "A2"
    if sheet is PLAN:
        _fill_plan(written)
        return
    for place, column in enumerate(sheet.columns, start=1):
        letters = get_column_letter(place)
        written.column_dimensions[letters].width = width_of(column)
        _head(written.cell(1, place), column.heading, note_of(sheet, column))
        if words := _words_of(column):
            _offer(written, words, f"{letters}2:{letters}{LAST_ROW_WITH_CHOICES}")
    for number, row in enumerate(EXAMPLE[sheet.name], start=2):
        for place, column in enumerate(sheet.columns, start=1):
            _put(written, number, place, column, row.get(column.heading))


def _fill_plan(written: Any) -> None:
    """A field a row: the notes stand on the fields' names."""
    written.column_dimensions["A"].width = WIDTH_OF_FIELDS
    written.column_dimensions["B"].width = WIDTHS[Kind.LONG_TEXT]
    _head(written.cell(1, 1), FIELD, _("Uppgiftens namn. Ändra det inte."))
    _head(written.cell(1, 2), VALUE, _("Fyll i här. En uppgift som inte behövs lämnas tom."))
    (plan,) = EXAMPLE[PLAN.name]
    for number, column in enumerate(PLAN.columns, start=2):
        cell = written.cell(number, 1, column.heading)
        cell.comment = _comment(note_of(PLAN, column))
        _put(written, number, 2, column, plan.get(column.heading))


def _head(cell: Any, heading: str, note: str) -> None:
    cell.value = heading
    cell.data_type = "s"
    cell.font = BOLD
    cell.comment = _comment(note)


def _comment(note: str) -> Comment:
    return Comment(note, _("Planboken"), height=40 + 18 * (len(note) // 38 + note.count("\n")), width=300)


def _put(written: Any, number: int, place: int, column: Column, value: Any) -> None:
    if value is None or value == "":
        return
    made = writing_of(column)(written, value)
    cell = written.cell(number, place)
    cell.value = getattr(made, "value", made)
    cell.alignment = _TOP
    if isinstance(cell.value, str):
        cell.data_type = "s"
    if column.kind is Kind.DAY:
        cell.number_format = "yyyy-mm-dd"


def _words_of(column: Column) -> tuple[str, ...]:
    return ("ja",) if column.kind is Kind.YES else tuple(column.words or ())


def _offer(written: Any, words: tuple[str, ...], cells: str) -> None:
    choices = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=True)
    choices.errorTitle = _("Ordet är inte tillåtet")
    choices.error = _("Välj ett av orden i listan.")
    choices.add(cells)
    written.add_data_validation(choices)
