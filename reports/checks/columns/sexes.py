"""Women, men and all as rows or as columns of a table. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reports.build.arithmetic import ComputedRow
from reports.checks.columns.grid import Grid
from reports.checks.rounding import adds_up, lies_between, slack
from reports.choices import RowKind

_WOMEN = ("kvinnor", "kvinna", "flickor")
_MEN = ("män", "man", "pojkar")
_ALL = ("totalt", "total", "samtliga", "alla", "summa")
_SHARES = ("%", "procent", "andel", "snitt", "medel", "median", "per ", "/", "index", "kvot")
_COUNTS = ("antal", "personer")
_SUMMED = (RowKind.SUM, RowKind.GRAND_TOTAL)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A total that can neither be the sum of women and men nor lie between them, as its kind of figure asks."""

    row: ComputedRow
    column: int
    total: Decimal
    women: Decimal
    men: Decimal
    is_sum: bool


def sexes(grid: Grid) -> Iterator[Mismatch]:
    yield from _in_rows(grid)
    yield from _in_columns(grid)


def _in_rows(grid: Grid) -> Iterator[Mismatch]:
    for block in grid.blocks():
        rows = {name: row for row in block if (name := _named(row.label))}
        if len(rows) < 3 or rows["all"].kind in _SUMMED:
            continue
        for column in grid.columns:
            values = [rows[name].numbers.get(column) for name in ("all", "women", "men")]
            yield from _mismatch(grid, rows["all"], column, *values)


def _in_columns(grid: Grid) -> Iterator[Mismatch]:
    groups: dict[tuple[str, ...], dict[str, int]] = {}
    for column in grid.columns:
        if name := _named(grid.heading(column)):
            groups.setdefault(grid.group(column), {}).setdefault(name, column)
    for columns in groups.values():
        if len(columns) < 3 or grid.is_computed(columns["all"]):
            continue
        for row in grid.rows():
            values = [row.numbers.get(columns[name]) for name in ("all", "women", "men")]
            yield from _mismatch(grid, row, columns["all"], *values)


def _mismatch(
    grid: Grid, row: ComputedRow, column: int, total: Decimal | None, women: Decimal | None, men: Decimal | None
) -> Iterator[Mismatch]:
    """Where the words say neither that things are counted nor that it is a share, a total may be either."""
    if total is None or women is None or men is None:
        return
    is_the_sum = adds_up(total, (women, men), slack((total, women, men)))
    is_a_mean = lies_between(total, (women, men), may_touch=False)
    said = " ".join((*grid.table.headings(column), row.label, grid.table.unit_of_measure, grid.table.title)).casefold()
    is_share = any(word in said for word in _SHARES)
    is_count = not is_share and any(word in said for word in _COUNTS)
    holds = is_a_mean if is_share else is_the_sum if is_count else is_the_sum or is_a_mean
    if not holds:
        yield Mismatch(row, column, total, women, men, is_sum=not is_share)


def _named(text: str) -> str:
    """`women`, `men`, `all`, or nothing."""
    name = text.casefold().strip(" .:")
    for key, names in (("women", _WOMEN), ("men", _MEN), ("all", _ALL)):
        if name in names:
            return key
    return ""
