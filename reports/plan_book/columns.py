"""What a sheet and a column of the plan workbook are."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """How the cells of a column are read; `book.BookRow` says what they become."""

    TEXT = auto()
    LONG_TEXT = auto()
    WORD = auto()
    LIST = auto()
    NUMBER = auto()
    INTEGER = auto()
    DAY = auto()
    YES = auto()
    DAY_OR_TEXT = auto()
    CELL = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """`words` are the allowed words of a WORD column; `refers_to` the sheet whose Id (or Kod) a text or list names.

    `tables`: in a LONG_TEXT column tables may be drawn.
    """

    heading: str
    kind: Kind = Kind.TEXT
    required: bool = False
    words: Mapping[str, str] | None = None
    refers_to: str = ""
    longest: int = 0
    tables: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """`key` are the headings that tell rows apart; rows of a sheet with `repeats` may be alike (their order counts)."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    repeats: bool = False

    def column(self, heading: str) -> Column:
        return next(column for column in self.columns if column.heading == heading)


def id_column(heading: str = "Id", longest: int = 200) -> Column:
    return Column(heading, required=True, longest=longest)


def text(heading: str, longest: int = 0, *, required: bool = False) -> Column:
    return Column(heading, required=required, longest=longest)


def long_text(heading: str, *, tables: bool = False) -> Column:
    return Column(heading, Kind.LONG_TEXT, tables=tables)


def listed(heading: str, refers_to: str = "") -> Column:
    return Column(heading, Kind.LIST, refers_to=refers_to)


def reference(heading: str, sheet: str, *, required: bool = False) -> Column:
    return Column(heading, required=required, refers_to=sheet)


def word(heading: str, allowed: Mapping[str, str], *, required: bool = False) -> Column:
    return Column(heading, Kind.WORD, required=required, words=allowed)


def number(heading: str) -> Column:
    return Column(heading, Kind.NUMBER)


def integer(heading: str, *, required: bool = False) -> Column:
    return Column(heading, Kind.INTEGER, required=required)


def day(heading: str, *, required: bool = False) -> Column:
    return Column(heading, Kind.DAY, required=required)


def yes(heading: str) -> Column:
    return Column(heading, Kind.YES)
