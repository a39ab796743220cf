"""A plan book as frozen data: what stands in a workbook, in a fixture, and, in the same words, in the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import cast

Value = str | int | Decimal | date | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row of a sheet in canonical values, by the headings of `sheets.py`.

    A heading that the book's sheet does not have is absent: nothing is said about it. By the column's kind a value is
    TEXT and LONG_TEXT str ("" for empty; a long text as `to_text(from_text(…))` gives it), WORD the value of its
    enum ("" for empty), LIST tuple[str, ...], NUMBER Decimal or None, INTEGER int or None, DAY date or None, YES bool,
    DAY_OR_TEXT date or str, CELL str.

    `number` is the row in the workbook and `cells` where each value stands ("D7"); a row out of the database has
    neither. `removes` is `Ta bort` = ja.
    """

    sheet: str
    values: Mapping[str, Value]
    number: int = 0
    cells: Mapping[str, str] = field(default_factory=dict)
    removes: bool = False

    def has(self, heading: str) -> bool:
        return heading in self.values

    def text(self, heading: str) -> str:
        return cast(str, self.values.get(heading) or "")

    def texts(self, heading: str) -> tuple[str, ...]:
        return cast(tuple[str, ...], self.values.get(heading) or ())

    def decimal(self, heading: str) -> Decimal | None:
        return cast("Decimal | None", self.values.get(heading))

    def integer(self, heading: str) -> int | None:
        return cast("int | None", self.values.get(heading))

    def day(self, heading: str) -> date | None:
        return cast("date | None", self.values.get(heading))

    def yes(self, heading: str) -> bool:
        return bool(self.values.get(heading))

    def place(self, heading: str = "") -> str:
        """`Mål!D7`, or `Mål!7` for the row as a whole."""
        return f"{self.sheet}!{self.cells.get(heading) or self.number}"


@dataclass(frozen=True, slots=True)
class PlanBook:
    """All rows by sheet, in the book's order; sheets without rows may be absent. `warnings` are Swedish sentences."""

    rows: Mapping[str, tuple[BookRow, ...]]
    warnings: tuple[str, ...] = ()

    def of(self, sheet: str) -> tuple[BookRow, ...]:
        return self.rows.get(sheet, ())

    @property
    def plan(self) -> BookRow:
        """The sheet Plan, whose field names are the headings."""
        return self.rows["Plan"][0]


class BookFault(Exception):
    """Everything that is wrong with a book, one line a fault: `Mål!D7: what is wrong and what is allowed`."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
