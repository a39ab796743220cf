"""The cells of one sheet, row by row, in bounded memory."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _

from reports.plan_book.reading.excel_values import CellFormat, day_from_iso, value_from
from reports.plan_book.reading.raw import ErrorValue, Formula, Plain, Raw
from reports.plan_book.reading.strings import MOST_PIECES, TextRoom
from reports.plan_book.reading.xml import DEEPEST, Damaged, damaged, feed, local, new_parser

LAST_COLUMN = 16_384
LAST_ROW = 1_048_576
MOST_RUNS = 10_000
"""Stretches of text of one format each, in a cell."""

_DIGITS = "0123456789"
_LETTERS = re.compile("[A-Z]{1,3}")

Row = tuple[int, dict[int, Raw]]


@dataclass(frozen=True, slots=True)
class Lookups:
    """What the cells of all sheets refer to, and the room that their texts share."""

    strings: Sequence[str]
    formats: Sequence[CellFormat]
    starts_1904: bool
    texts: TextRoom


def rows_of(stream: IO[bytes], part: str, lookups: Lookups) -> Iterator[Row]:
    """The number of each row that holds something and its cells by column, from 1. Raises BookFault."""
    cells = _Cells(part, lookups)
    parser = new_parser()
    parser.StartElementHandler = cells.start
    parser.EndElementHandler = cells.end
    parser.CharacterDataHandler = cells.data
    for _chunk in feed(stream, parser, part):
        if cells.rows:
            yield from cells.rows
            cells.rows.clear()


class _Cells:
    """What the parser has told so far; `rows` are those it is through with."""

    def __init__(self, part: str, lookups: Lookups) -> None:
        self.rows: list[Row] = []
        self._part = part
        self._lookups = lookups
        self._depth = 0
        self._row = 0
        self._reference: str | None = None
        self._column = 0
        self._columns: dict[str, int] = {}
        self._cells: dict[int, Raw] = {}
        self._attributes: dict[str, str] = {}
        self._in_cell = False
        self._guides = 0
        self._pieces: list[str] | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._texts: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if name not in _KNOWN:
            name = local(name)
        if name == "c":
            self._begin_cell(attributes)
        elif not self._in_cell:
            if name == "row":
                self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
                if not 0 < self._row <= LAST_ROW:
                    raise damaged(self._part)
                self._column, self._reference = 0, None
            elif self._depth > DEEPEST:
                raise self._too_deep()
        elif name in {"v", "f"} or (name == "t" and not self._guides):
            self._pieces = []
        elif name == "rPh":
            self._guides += 1
        elif self._depth > DEEPEST:
            raise self._too_deep()

    def data(self, text: str) -> None:
        if self._pieces is not None:
            self._pieces.append(text)
            if len(self._pieces) > MOST_PIECES:
                raise damaged(self._part, _("för mycket text i en cell"))

    def end(self, name: str) -> None:
        self._depth -= 1
        if name not in _KNOWN:
            name = local(name)
        if not self._in_cell:
            if name == "row" and self._cells:
                self.rows.append((self._row, self._cells))
                self._cells = {}
            return
        pieces, self._pieces = self._pieces, None
        if name == "v" and pieces is not None:
            self._value = "".join(pieces)
        elif name == "f" and pieces is not None:
            self._formula = "".join(pieces)
        elif name == "t" and pieces is not None:
            self._texts.append("".join(pieces))
            if len(self._texts) > MOST_RUNS:
                raise damaged(self._part, _("för många texter i en cell"))
        elif name == "rPh":
            self._guides -= 1
        elif name == "c":
            self._in_cell = False
            if self._value is not None or self._texts or self._formula is not None:
                self._end_cell()

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        """Most cells of a formatted sheet are empty: which column it is, is worked out when something stands in it."""
        if self._in_cell:
            raise damaged(self._part)
        reference = attributes.get("r")
        if reference is None:
            self._column = self._place() + 1
        self._reference = reference
        self._attributes = attributes
        self._in_cell = True
        self._value = self._formula = None
        if self._texts:
            self._texts = []

    def _place(self) -> int:
        """The column of the latest cell."""
        return self._column if self._reference is None else self._column_of(self._reference)

    def _end_cell(self) -> None:
        value = self._plain()
        raw: Raw | None = value
        if self._formula is not None:
            raw = Formula(self._lookups.texts.take(self._formula), value)
        if raw is None or raw == "":
            return
        column = self._place()
        if column > LAST_COLUMN:
            raise damaged(self._part, _("fler än 16 384 kolumner"))
        self._cells[column] = raw

    def _plain(self) -> Plain | ErrorValue | None:
        """The value of the cell; None where it has none, "" for an empty text."""
        kind = self._attributes.get("t", "n")
        if kind == "inlineStr":
            return self._lookups.texts.take("".join(self._texts))
        if self._value is None:
            return None
        if kind == "str":
            return self._lookups.texts.take(self._value)
        return self._typed(kind, self._value) if self._value else None

    def _typed(self, kind: str, value: str) -> Plain | ErrorValue:
        match kind:
            case "s":
                return self._shared(int(value))
            case "n":
                formats = self._lookups.formats
                style = int(self._attributes.get("s", 0))
                cell_format = formats[style] if style < len(formats) else CellFormat.NUMBER
                return value_from(value, cell_format, self._lookups.starts_1904)
            case "b":
                return value.strip() in {"1", "true"}
            case "d":
                return day_from_iso(value)
            case "e":
                return ErrorValue(_("felvärdet %(text)s") % {"text": value[:40]})
        raise damaged(self._part)

    def _too_deep(self) -> Damaged:
        return damaged(self._part, _("för många nivåer"))

    def _shared(self, number: int) -> str:
        if not 0 <= number < len(self._lookups.strings):
            raise damaged(self._part, _("en cell hänvisar till en text som inte finns"))
        return self._lookups.strings[number]

    def _column_of(self, reference: str) -> int:
        letters = reference.rstrip(_DIGITS)
        column = self._columns.get(letters)
        if column is None:
            if not _LETTERS.fullmatch(letters):
                raise damaged(self._part)
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            self._columns[letters] = column
        return column


_KNOWN = frozenset({"c", "v", "f", "t", "is", "row", "r", "rPh"})


def letters_of(column: int) -> str:
    """`A` for 1, `AA` for 27."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(65 + place) + letters
    return letters
