"""Canonical values as what is put in cells; text stays text, whatever a spreadsheet would take it for."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES

from reports.plan_book.book import Value
from reports.plan_book.columns import Column, Kind

LONGEST = 32_767
"""Of a cell, in the 16-bit units that spreadsheets count."""

Write = Callable[[Any, Value], Any]
"""From the sheet and a value to what openpyxl appends: a plain value, a cell of its own, or None for an empty one.

Raises TooLong.
"""

_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")
_LOOKS_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SHORT = 100
"""A word of letters and digits that is shorter needs no second look: most texts are codes, periods and names."""
_PLAIN_NUMBER = re.compile("-?(?:0|[1-9][0-9]*)(?:,[0-9]*[1-9])?")
_MOST_DIGITS = 15
_MOST_DECIMALS = 10


class TooLong(Exception):
    """A text that no cell can hold, and its length."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


def writing_of(column: Column) -> Write:
    if column.kind is Kind.WORD:
        return _word_of({value: word for word, value in (column.words or {}).items()})
    return _WRITINGS[column.kind]


def length_of(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def text_cell(sheet: Any, value: Value) -> str | Cell | None:
    text = str(value or "")
    if len(text) < _SHORT and text.isalnum():
        return text
    if not text:
        return None
    if len(text) * 2 > LONGEST and length_of(text) > LONGEST:
        raise TooLong(length_of(text))
    if "_x" in text:
        text = _LOOKS_LIKE_ESCAPE.sub("_x005F_", text)
    if not text.startswith(_LOOKS_LIKE_FORMULA) and text not in ERROR_CODES:
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _word_of(words: Mapping[str, str]) -> Write:
    return lambda _sheet, value: words[str(value)] if value else None


def _list(sheet: Any, value: Value) -> str | Cell | None:
    return text_cell(sheet, "; ".join(value) if isinstance(value, tuple) else value)


def _number(_sheet: Any, value: Value) -> Value:
    return value


def _day(sheet: Any, value: Value) -> Cell | None:
    if not isinstance(value, date):
        return None
    cell = WriteOnlyCell(sheet, value=datetime(value.year, value.month, value.day))
    cell.number_format = "yyyy-mm-dd"
    return cell


def _yes(_sheet: Any, value: Value) -> str | None:
    return "ja" if value else None


def _day_or_text(sheet: Any, value: Value) -> str | Cell | None:
    return _day(sheet, value) if isinstance(value, date) else text_cell(sheet, value)


def _cell(sheet: Any, value: Value) -> Decimal | str | Cell | None:
    """A number as one if that says all that was given: zeros at the end, or `%`, would be lost."""
    text = str(value or "")
    digits = sum(map(str.isdigit, text))
    decimals = len(text.partition(",")[2])
    if _PLAIN_NUMBER.fullmatch(text) and text != "-0" and digits <= _MOST_DIGITS and decimals <= _MOST_DECIMALS:
        return Decimal(text.replace(",", "."))
    return text_cell(sheet, text)


_WRITINGS: Mapping[Kind, Write] = {
    Kind.TEXT: text_cell,
    Kind.LONG_TEXT: text_cell,
    Kind.LIST: _list,
    Kind.NUMBER: _number,
    Kind.INTEGER: _number,
    Kind.DAY: _day,
    Kind.YES: _yes,
    Kind.DAY_OR_TEXT: _day_or_text,
    Kind.CELL: _cell,
}
