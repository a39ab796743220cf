"""A sheet that is only written, whose plain cells take half the time of openpyxl's own: they are most of a book.

openpyxl opens and closes three elements for each cell; here a cell is made whole. Cells with a format are openpyxl's.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from lxml.etree import Element, SubElement
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell._writer import write_cell
from openpyxl.compat import safe_string
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.xml.constants import XML_NS

_KEPT_SPACE = {f"{{{XML_NS}}}space": "preserve"}


class PlainSheet(WriteOnlyWorksheet):  # type: ignore[misc]
    """Takes rows of texts, numbers, cells and None. Texts are taken as they are: `text_cell` sees to what they may be."""

    def _values_to_row(self, values: Iterable[Any], row_idx: int) -> Iterable[Any]:
        return values

    def _get_writer(self) -> None:
        if self._writer is None:
            self._writer = _PlainWriter(self)
            self._writer.write_top()


class _PlainWriter(WorksheetWriter):  # type: ignore[misc]
    def write_row(self, xf: Any, row: Sequence[Any], row_idx: int) -> None:
        number = f"{row_idx}"
        with xf.element("row", {"r": number}):
            for column, value in enumerate(row, start=1):
                if value is None:
                    continue
                if isinstance(value, Cell):
                    value.column, value.row = column, row_idx
                    write_cell(xf, self.ws, value, value.has_style)
                else:
                    xf.write(_cell(get_column_letter(column) + number, value))


def _cell(place: str, value: Any) -> Any:
    if not isinstance(value, str):
        cell = Element("c", {"r": place, "t": "n"})
        SubElement(cell, "v").text = safe_string(value)
        return cell
    cell = Element("c", {"r": place, "t": "inlineStr"})
    text = SubElement(SubElement(cell, "is"), "t", _KEPT_SPACE if value != value.strip() else None)
    text.text = value
    return cell


def plain_sheet(workbook: Workbook, title: str) -> PlainSheet:
    """A new last sheet of a workbook that is only written."""
    sheet = PlainSheet(workbook, title)
    workbook._add_sheet(sheet)
    return sheet
