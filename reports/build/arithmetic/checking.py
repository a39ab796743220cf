"""Filled cells against what they must equal: the computation of their column, and the rows that add up to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import MINUS, format_number
from reports.build.arithmetic.expression import ROOM, Expression, is_sum, shown, value_of
from reports.build.arithmetic.sums import parts_of_sums
from reports.build.arithmetic.table import CellCheck, CheckKind, ComputedRow
from reports.choices import RowKind

MAX_TERMS_SHOWN = 8

Expressions = Mapping[int, Expression]


@dataclass(frozen=True, slots=True)
class WorkedRow:
    """A row of the body with the expressions that are valid for it, by column from 1."""

    row: ComputedRow
    expressions: Expressions


def checked(body: Sequence[WorkedRow], decimals: tuple[int, ...]) -> tuple[ComputedRow, ...]:
    """The rows, each given number with its checks. What was computed agrees by itself; a `total` is never checked."""
    parts = parts_of_sums([worked.row.kind for worked in body])
    return tuple(_row(place, body, parts, decimals) for place in range(len(body)))


def _row(
    place: int, body: Sequence[WorkedRow], parts: Mapping[int, tuple[int, ...]], decimals: tuple[int, ...]
) -> ComputedRow:
    worked = body[place]
    if worked.row.kind == RowKind.TOTAL:
        return worked.row
    numbers = worked.row.numbers
    words = {column: format_number(value, decimals[column - 1]) for column, value in numbers.items()}
    cells = []
    for column, cell in enumerate(worked.row.cells, start=1):
        checks: list[CellCheck] = []
        parts_give = None
        if cell.is_empty and (terms := _terms(place, column, body, parts)):
            parts_give = sum_of(terms)
        if cell.value is not None and not cell.is_computed:
            expected = value_of(worked.expressions[column], numbers) if column in worked.expressions else None
            if expected is not None:
                working = shown(worked.expressions[column], words)
                if _is_turned(worked, column, cell.value, expected):
                    expected, working = -expected, f"{MINUS}({working})"
                checks.append(_check(CheckKind.COMPUTATION, cell.value, expected, working, decimals[column - 1]))
            terms = _terms(place, column, body, parts)
            if terms:
                working = _addition(terms, decimals[column - 1])
                total = sum_of(terms)
                checks.append(_check(CheckKind.SUM, cell.value, total, working, decimals[column - 1]))
        cells.append(replace(cell, checks=tuple(checks), parts_give=parts_give))
    return replace(worked.row, cells=tuple(cells))


def _check(kind: CheckKind, given: Decimal, expected: Decimal, working: str, decimals: int) -> CellCheck:
    """They agree where they are shown alike."""
    return CellCheck(kind, expected, working, format_number(given, decimals) == format_number(expected, decimals))


def _is_turned(worked: WorkedRow, column: int, given: Decimal, expected: Decimal) -> bool:
    """Whether it is the deviation of a revenue in a table whose computation is that of costs."""
    return worked.row.is_revenue and _adds_up(worked, column) and given == -expected


def _terms(
    place: int, column: int, body: Sequence[WorkedRow], parts: Mapping[int, tuple[int, ...]]
) -> tuple[Decimal, ...]:
    """The numbers that add up to the cell; none where its column holds shares or the like, which do not add up.

    A part without a number gives way to its own parts: an empty subtotal to the rows under it.
    """
    rows = parts.get(place, ())
    if not all(_adds_up(body[row], column) for row in (place, *rows)):
        return ()
    terms: list[Decimal] = []
    for row in rows:
        value = body[row].row.cells[column - 1].value
        terms += _terms(row, column, body, parts) if value is None else (value,)
    return tuple(terms)


def _adds_up(worked: WorkedRow, column: int) -> bool:
    expression = worked.expressions.get(column)
    return expression is None or is_sum(expression)


def sum_of(terms: Sequence[Decimal]) -> Decimal:
    total = Decimal(0)
    for term in terms:
        total = ROOM.add(total, term)
    return total


def _addition(terms: Sequence[Decimal], decimals: int) -> str:
    """The terms one by one while they are few, else how many there are."""
    if len(terms) > MAX_TERMS_SHOWN:
        return _("summan av %(count)d rader") % {"count": len(terms)}
    words = [format_number(term, decimals) for term in terms]
    return words[0] + "".join(f" {MINUS} {word[1:]}" if word.startswith(MINUS) else f" + {word}" for word in words[1:])
