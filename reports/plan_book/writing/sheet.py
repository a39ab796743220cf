"""A sheet that is only written, whose plain rows take half the time of openpyxl's own: they are most of a book.

openpyxl opens and closes three elements for each cell; here a row is made whole. Rows with a format are openpyxl's.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.compat import safe_string
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.xml.functions import fromstring

_KEPT_SPACE = ' xml:space="preserve"'
_LETTERS = tuple(get_column_letter(column) for column in range(1, 101))
"""Of more columns than any sheet of a book has."""


class PlainSheet(WriteOnlyWorksheet):
    """Takes rows of texts, numbers, cells and None. Texts stand as they are: `text_cell` sees to what they may be."""

    _writer: Any

    def _values_to_row(self, values: Iterable[Any], row_idx: int) -> Iterable[Any]:
        return values

    def _get_writer(self) -> None:
        if self._writer is None:
            self._writer = _PlainWriter(self)
            self._writer.write_top()


class _PlainWriter(WorksheetWriter):
    def write_row(self, xf: Any, row: Iterable[Any], row_idx: int) -> None:
        """Parsing a row's markup takes half the time of making its elements one by one."""
        number = f"{row_idx}"
        values = list(row)
        cells = []
        for letters, value in zip(_LETTERS, values, strict=False):
            if isinstance(value, str):
                space = _KEPT_SPACE if value != value.strip() else ""
                cells.append(f'<c r="{letters}{number}" t="inlineStr"><is><t{space}>{_escaped(value)}</t></is></c>')
            elif isinstance(value, Cell):
                super().write_row(xf, _cells(self.ws, values, row_idx), row_idx)
                return
            elif value is not None:
                cells.append(f'<c r="{letters}{number}" t="n"><v>{safe_string(value)}</v></c>')
        xf.write(fromstring(f'<row r="{number}">{"".join(cells)}</row>'))


def _escaped(text: str) -> str:
    return text if text.isalnum() else escape(text, {"\r": "&#13;"})


def _cells(sheet: Any, values: Sequence[Any], row: int) -> Iterator[Cell]:
    """All of a row in which some have a format."""
    for column, value in enumerate(values, start=1):
        if value is not None:
            cell = value if isinstance(value, Cell) else WriteOnlyCell(sheet, value=value)
            cell.column, cell.row = column, row
            yield cell


def plain_sheet(workbook: Any, title: str) -> PlainSheet:
    """A new last sheet of a workbook that is only written."""
    sheet = PlainSheet(workbook, title)
    workbook._add_sheet(sheet)
    return sheet
