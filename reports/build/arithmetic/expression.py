"""What a column must equal, as a `beräkning` row writes it: `1-2`, `1+2-3`, `1/2*100`, `(1-2)/2*100`.

A whole number from 1 to 20 is the column of that number; any other number is itself. The operators are `+ - * /`,
with `−` and `–` for minus and `×` for times; `*` and `/` bind harder. A leading `=` says nothing.
"""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException

from django.utils.translation import gettext as _

from followup.core.numbers import MINUS

MAX_COLUMNS = 20
MAX_LENGTH = 200

ROOM = Context(prec=60)

_PIECES = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?|[-+*/()])")
_SIGNS = str.maketrans({MINUS: "-", "–": "-", "×": "*"})
_SHOWN_IN_A_FAULT = 40


class ExpressionFault(ValueError):
    """A text that is no expression; the message is for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Column:
    number: int


@dataclass(frozen=True, slots=True)
class Constant:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Negated:
    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """In parentheses, kept so that it is shown as it was written."""

    inside: "Expression"


@dataclass(frozen=True, slots=True)
class Operation:
    sign: str
    left: "Expression"
    right: "Expression"


Expression = Column | Constant | Negated | Enclosed | Operation


def parse_expression(text: str) -> Expression:
    """Raises ExpressionFault for anything but numbers, the four operators and paired parentheses."""
    written = text.translate(_SIGNS).strip().removeprefix("=").strip()
    if len(written) > MAX_LENGTH or _PIECES.sub("", written):
        raise _fault(text)
    reading = _Reading(_PIECES.findall(written), text)
    expression = reading.total()
    if reading.next:
        raise _fault(text)
    return expression


def columns_of(expression: Expression) -> frozenset[int]:
    match expression:
        case Column(number):
            return frozenset({number})
        case Constant():
            return frozenset()
        case Negated(inner) | Enclosed(inner):
            return columns_of(inner)
        case Operation(_, left, right):
            return columns_of(left) | columns_of(right)


def is_sum(expression: Expression) -> bool:
    """Only columns added and subtracted: what holds in every row then holds for the sums of the rows too."""
    match expression:
        case Column():
            return True
        case Constant():
            return False
        case Negated(inner) | Enclosed(inner):
            return is_sum(inner)
        case Operation(sign, left, right):
            return sign in "+-" and is_sum(left) and is_sum(right)


def value_of(expression: Expression, columns: Mapping[int, Decimal]) -> Decimal | None:
    """Worked out with 60 digits; None where a column has no number, and for a division by zero."""
    match expression:
        case Column(number):
            return columns.get(number)
        case Constant(value):
            return value
        case Enclosed(inner):
            return value_of(inner, columns)
        case Negated(inner):
            positive = value_of(inner, columns)
            return None if positive is None else ROOM.minus(positive)
        case Operation(sign, left, right):
            first, second = value_of(left, columns), value_of(right, columns)
            return None if first is None or second is None else _worked(sign, first, second)


def shown(expression: Expression, words: Mapping[int, str]) -> str:
    """As written, with each column's figure in its place: `1 989 803 − 1 882 839`."""
    match expression:
        case Column(number):
            return words[number]
        case Constant(value):
            return str(value).replace(".", ",")
        case Enclosed(inner):
            return f"({shown(inner, words)})"
        case Negated(inner):
            return f"{MINUS}{shown(inner, words)}"
        case Operation(sign, left, right):
            second = shown(right, words)
            second = f"({second})" if second.startswith(MINUS) else second
            return f"{shown(left, words)} {_WRITTEN[sign]} {second}"


_WRITTEN = {"+": "+", "-": MINUS, "*": "·", "/": "/"}


def _worked(sign: str, first: Decimal, second: Decimal) -> Decimal | None:
    try:
        match sign:
            case "+":
                return ROOM.add(first, second)
            case "-":
                return ROOM.subtract(first, second)
            case "*":
                return ROOM.multiply(first, second)
            case _:
                return ROOM.divide(first, second)
    except DecimalException:
        return None


class _Reading:
    """The pieces, taken from left to right; `next` is empty after the last."""

    def __init__(self, pieces: list[str], text: str) -> None:
        self.pieces = deque(pieces)
        self.text = text

    @property
    def next(self) -> str:
        return self.pieces[0] if self.pieces else ""

    def total(self) -> Expression:
        total = self.product()
        while self.next in ("+", "-"):
            total = Operation(self.pieces.popleft(), total, self.product())
        return total

    def product(self) -> Expression:
        product = self.operand()
        while self.next in ("*", "/"):
            product = Operation(self.pieces.popleft(), product, self.operand())
        return product

    def operand(self) -> Expression:
        if self.next in ("", "+", "*", "/", ")"):
            raise _fault(self.text)
        piece = self.pieces.popleft()
        if piece == "-":
            return Negated(self.operand())
        if piece == "(":
            inside = self.total()
            if self.next != ")":
                raise _fault(self.text)
            self.pieces.popleft()
            return Enclosed(inside)
        if piece.isdigit() and 1 <= int(piece) <= MAX_COLUMNS:
            return Column(int(piece))
        return Constant(Decimal(piece.replace(",", ".")))


def _fault(text: str) -> ExpressionFault:
    shortened = text if len(text) <= _SHOWN_IN_A_FAULT else f"{text[: _SHOWN_IN_A_FAULT - 1]}…"
    return ExpressionFault(
        _(
            "”%(text)s” är ingen uträkning. Skriv kolumnernas nummer med + − * / och parenteser emellan, till exempel "
            "1-2 eller 1/2*100."
        )
        % {"text": shortened}
    )
