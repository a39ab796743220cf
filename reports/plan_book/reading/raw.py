"""What a cell holds before its column says what it must be."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Percent:
    """A number in a cell formatted as percent: 81 for the 0.81 that is stored."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """`#DIV/0!` and the like, or a date that does not exist: `text` is what to tell the person."""

    text: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its `=`, and the value that the spreadsheet saved with it, if any."""

    text: str
    value: "Plain | ErrorValue | None"


Plain: TypeAlias = str | int | bool | Decimal | Percent | date | datetime | time | list[object]
Raw: TypeAlias = Plain | ErrorValue | Formula
