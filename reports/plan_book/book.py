"""A plan book as frozen data: what stands in a workbook, in a fixture, and, in the same words, in the database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias, TypeVar, cast, overload

from django.utils.translation import gettext as _

from reports.plan_book.sheets import REMOVE

Value = str | int | Decimal | date | bool | tuple[str, ...] | None

_Default = TypeVar("_Default")
_NOWHERE: Mapping[str, str] = MappingProxyType({})
_EMPTY: tuple[Value, ...] = (None, "", (), False)


class RowValues(Mapping[str, Value]):
    """The values of a row by heading. The headings are shared by all rows of a sheet: a third of a dict's memory."""

    __slots__ = ("_order", "_values")

    def __init__(self, order: Mapping[str, int], values: tuple[Value, ...]) -> None:
        self._order = order
        self._values = values

    def __getitem__(self, heading: str) -> Value:
        return self._values[self._order[heading]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, heading: object) -> bool:
        return heading in self._order

    @overload
    def get(self, heading: str, /) -> Value | None: ...
    @overload
    def get(self, heading: str, /, default: Value | _Default) -> Value | _Default: ...
    def get(self, heading: str, /, default: Value | _Default | None = None) -> Value | _Default | None:
        place = self._order.get(heading)
        return default if place is None else self._values[place]

    def __repr__(self) -> str:
        return repr(dict(self))

    def picked(self, headings: Sequence[str]) -> tuple[Value, ...]:
        """See `BookRow.picked`."""
        order, values = self._order, self._values
        return tuple([values[order[heading]] if heading in order else None for heading in headings])


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row of a sheet in canonical values, by the headings of `sheets.py`.

    A heading that the book's sheet does not have is absent: nothing is said about it. By the column's kind a value is
    TEXT and LONG_TEXT str ("" for empty; a long text as `to_text(from_text(…))` gives it), WORD the value of its
    enum ("" for empty), LIST tuple[str, ...], NUMBER Decimal or None, INTEGER int or None, DAY date or None, YES bool,
    DAY_OR_TEXT date or str, CELL str.

    `number` is the row in the workbook and `columns` the letter of each heading there; a row of a fixture has a number
    alone, counted in its sheet, and one out of the database neither. `removes` is `Ta bort` = ja.
    """

    sheet: str
    values: Mapping[str, Value]
    number: int = 0
    columns: Mapping[str, str] = field(default_factory=lambda: _NOWHERE, compare=False)
    removes: bool = False

    def has(self, heading: str) -> bool:
        return heading in self.values

    def picked(self, headings: Sequence[str]) -> tuple[Value, ...]:
        """The values of the headings in their order, None for those that the row has not."""
        if isinstance(self.values, RowValues):
            return self.values.picked(headings)
        return tuple([self.values.get(heading) for heading in headings])

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
        """`Mål!D7`, or `Mål!7` for the row as a whole; of a fixture `Mål, rad 3, Namn`."""
        return place_of(self.sheet, self.number, heading, self.columns)

    def cell(self, heading: str = "") -> str:
        """Where a fault is told: always a cell of a workbook. What has no cell of its own is told at one that has:

        a row that cannot be removed at its `Ta bort`, a column that is absent and the row as a whole at what stands
        first in the row.
        """
        if heading not in self.columns:
            filled = (name for name in self.columns if self.values.get(name) not in _EMPTY)
            heading = REMOVE if self.removes and REMOVE in self.columns else next(filled, heading)
        return self.place(heading)


def place_of(sheet: str, number: int, heading: str, columns: Mapping[str, str]) -> str:
    """See `BookRow.place`. The value of a field in Plan stands in the row of the field."""
    if columns:
        letters = columns.get(heading, "")
        return f"{sheet}!{letters}" if letters[-1:].isdigit() else f"{sheet}!{letters}{number}"
    row = _("rad %(number)d") % {"number": number} if number else ""
    return ", ".join(filter(None, (sheet, row, heading)))


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


@dataclass(frozen=True, slots=True)
class KnownIds:
    """What is stored of the plan already, and so need not be in a book that refers to it.

    `ids` are by sheet (Id, Kod, Nivå), `parents` by sheet (Enheter, Mål) what lies directly under what ("" for none),
    `tables` pairs of a report's and a table's Id, `options` pairs of a report's Id and the Alternativ of a section.
    """

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    tables: frozenset[tuple[str, str]] = frozenset()
    options: frozenset[tuple[str, str]] = frozenset()


Known: TypeAlias = Callable[[BookRow], KnownIds]
"""Finds what is stored of the plan that a book's sheet Plan names."""


class BookFault(Exception):
    """Everything that is wrong with a book, one line a fault: `Mål!D7: what is wrong and what is allowed`."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
