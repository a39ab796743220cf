"""Columns named as a deviation, in tables that do not say how it comes about. Pure.

Which two columns it lies between, and with which sign, the rows tell: that which most of them agree with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from followup.core.numbers import MINUS, format_number
from reports.build.arithmetic import ComputedRow
from reports.checks.columns.grid import Grid
from reports.checks.rounding import slack

_NAMES = ("avvikelse", "differens", "diff", "skillnad", "förändring")
_SHARES = ("%", "procent", "andel")
_ENOUGH_ROWS = 4
"""So many rows to each that has the other sign make that one look like a slip."""
_MOST_COLUMNS = 6
"""So many columns to the left are tried."""
_MAYBE_REVENUE = ("bidrag", "avgift", "försäljning", "ersättning", "resultat", "netto")
"""A surplus of these may be a plus where a surplus of costs is a minus, as that of a revenue is."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A cell that is no difference of its row, or has another sign than the others; `working` is what it should be."""

    row: ComputedRow
    column: int
    working: str
    expected: Decimal
    is_turned: bool = False


def deviations(grid: Grid) -> Iterator[Deviation]:
    for column in grid.columns:
        if is_deviation(grid.heading(column)) and not grid.is_computed(column):
            yield from _column(grid, column)


def is_deviation(heading: str) -> bool:
    words = heading.replace("-", " ").split()
    return any(word.endswith(_NAMES) for word in words) and not any(name in heading for name in _SHARES)


def _column(grid: Grid, column: int) -> Iterator[Deviation]:
    left = [
        other
        for other in range(max(1, column - _MOST_COLUMNS), column)
        if grid.group(other) == grid.group(column) and not is_deviation(grid.heading(other))
    ]
    rows = [row for row in grid.rows() if row.cells[column - 1].value is not None]
    tried = [(pair, *_sorted(rows, pair, column)) for pair in combinations(left, 2)]
    if not tried:
        return
    pair, right, wrong = max(tried, key=lambda each: len(each[1]))
    if len(right) >= 2 and len(right) >= 2 * len(wrong):
        sign = _sign(right, pair, column)
        yield from (_deviation(grid, row, pair, column, sign) for row in wrong)
        turned = [row for row in right if _is_turned(row, pair, column, sign)]
        if len(right) >= _ENOUGH_ROWS * len(turned):
            yield from (_deviation(grid, row, pair, column, sign, is_turned=True) for row in turned)


def _sorted(rows: list[ComputedRow], pair: tuple[int, int], column: int) -> tuple[list[ComputedRow], list[ComputedRow]]:
    """The rows whose deviation is the difference, either way, and those where it is not.

    Rows of nothing but zeros tell nothing.
    """
    right: list[ComputedRow] = []
    wrong: list[ComputedRow] = []
    for row in rows:
        one, other, given = (row.cells[each - 1].value for each in (*pair, column))
        if one is None or other is None or given is None or not (one or other or given):
            continue
        holds = abs(abs(one - other) - abs(given)) <= slack((one, other, given))
        (right if holds else wrong).append(row)
    return right, wrong


def _sign(rows: list[ComputedRow], pair: tuple[int, int], column: int) -> int:
    """1 where most rows take the second column from the first, else -1."""
    forward = 0
    for row in rows:
        one, other, given = (row.numbers[each] for each in (*pair, column))
        forward += (given > 0) == (one > other)
    return 1 if 2 * forward >= len(rows) else -1


def _is_turned(row: ComputedRow, pair: tuple[int, int], column: int, sign: int) -> bool:
    one, other, given = (row.numbers[each] for each in (*pair, column))
    is_revenue = row.is_revenue or any(word in row.label.casefold() for word in _MAYBE_REVENUE)
    return not is_revenue and (one - other) * given * sign < 0


def _deviation(
    grid: Grid, row: ComputedRow, pair: tuple[int, int], column: int, sign: int, *, is_turned: bool = False
) -> Deviation:
    first, second = pair if sign > 0 else (pair[1], pair[0])
    numbers = row.numbers
    words = [format_number(numbers[each], grid.table.decimals[each - 1]) for each in (first, second)]
    minus = f" + {words[1][1:]}" if words[1].startswith(MINUS) else f" {MINUS} {words[1]}"
    return Deviation(row, column, words[0] + minus, numbers[first] - numbers[second], is_turned)
