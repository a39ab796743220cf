"""What a field of the database holds as the canonical value of a book's column."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from reports.plan_book.book import Value
from reports.plan_book.columns import Kind
from reports.plan_book.stored.texts import long_text

Reading = Callable[[Any], Value]

_CONTROL = {code: None for code in (*range(32), *range(127, 160), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n"}


def plain_text(value: str | None) -> str:
    """The text without space around it and without characters that no cell can hold, with `\\n` for a line break."""
    if not value:
        return ""
    if value.isprintable():
        return value.strip()
    return value.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL).strip()


def number(value: Decimal | None) -> Decimal | None:
    """The number without the zeros that the database fills up with."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def texts(value: list[str] | None) -> tuple[str, ...]:
    """The members as a cell would be read: a semicolon that was typed within one separates two."""
    return tuple(item for text in value or () for part in plain_text(text).split(";") if (item := part.strip()))


def day(value: date | None) -> date | None:
    return value


READINGS: dict[Kind, Reading] = {
    Kind.TEXT: plain_text,
    Kind.LONG_TEXT: long_text,
    Kind.WORD: lambda value: value or "",
    Kind.LIST: texts,
    Kind.NUMBER: number,
    Kind.INTEGER: lambda value: value,
    Kind.DAY: day,
    Kind.YES: bool,
    Kind.CELL: plain_text,
}
