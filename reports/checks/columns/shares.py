"""A column of shares beside a column of counts whose total is 100 per cent. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from followup.core.numbers import format_number, rounded
from reports.build.figures import places
from reports.checks.columns.deviations import Deviation
from reports.checks.columns.grid import Grid
from reports.checks.rounding import half_of_last
from reports.choices import RowKind

_TOTALS = (RowKind.SUM, RowKind.TOTAL, RowKind.GRAND_TOTAL)
_HUNDRED = Decimal(100)
_COUNTS = ("antal", "personer", "ärenden", "hushåll", "st")


def shares(grid: Grid) -> Iterator[Deviation]:
    for column in grid.columns:
        if column > 1 and _is_of_counts(grid, column) and not grid.is_computed(column):
            yield from _column(grid, column)


def _is_of_counts(grid: Grid, column: int) -> bool:
    before = column - 1
    is_beside = grid.group(column) == grid.group(before)
    return is_beside and _is_share(grid.heading(column)) and _counts(grid.heading(before))


def _is_share(heading: str) -> bool:
    return heading.strip(" ()") in ("%", "procent") or heading.startswith("andel")


def _counts(heading: str) -> bool:
    return any(word in _COUNTS for word in heading.replace(",", " ").split())


def _column(grid: Grid, column: int) -> Iterator[Deviation]:
    """Block by block, each against its own total row; without such a row nothing is said."""
    for block in grid.blocks():
        totals = [row for row in block if row.kind in _TOTALS and row.numbers.get(column) == _HUNDRED]
        every = totals[0].numbers.get(column - 1) if len(totals) == 1 else None
        if not every:
            continue
        for row in block:
            some, given = row.numbers.get(column - 1), row.numbers.get(column)
            if row in totals or some is None or given is None:
                continue
            exact = some * _HUNDRED / every
            if abs(exact - given) > half_of_last(given):
                working = f"{format_number(some, None)} / {format_number(every, None)}"
                yield Deviation(row, column, working, rounded(exact, places(given)))
