"""A data table with its cells read, its empty cells computed and its filled ones compared: what the block, the checks
and the editing pages share.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reports.choices import RowKind

_REVENUE = ("intäkt", "inkomst")


class CheckKind(StrEnum):
    """What a cell must agree with: the `beräkning` of its column, or the rows that add up to it."""

    COMPUTATION = "computation"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class CellCheck:
    """`working` shows how `expected` comes about ("1 989 803 − 1 882 839"); it `holds` where they are shown alike."""

    kind: CheckKind
    expected: Decimal
    working: str
    holds: bool


@dataclass(frozen=True, slots=True)
class ComputedCell:
    """`text` is what was given, with no `value` where it is words; a computed cell has a `value` and no text.

    `parts_give` is what the rows of an empty sum add up to: it is offered to the person who writes, never shown.
    """

    text: str = ""
    value: Decimal | None = None
    checks: tuple[CellCheck, ...] = ()
    parts_give: Decimal | None = None

    @property
    def is_computed(self) -> bool:
        return self.value is not None and not self.text

    @property
    def is_empty(self) -> bool:
        return self.value is None and not self.text


@dataclass(frozen=True, slots=True)
class ComputedRow:
    """`place` is the row's place among all the table's rows, from 0. As many cells as the table has columns."""

    place: int
    kind: RowKind
    label: str
    cells: tuple[ComputedCell, ...]

    @property
    def has_numbers(self) -> bool:
        """Whether its cells are figures at all: headings are words, though they may look like years."""
        return self.kind not in (RowKind.HEADING, RowKind.GROUP_HEADING)

    @property
    def is_revenue(self) -> bool:
        """By what it is called. More of it than in the budget is a plus, where more of a cost is a minus."""
        return any(word in self.label.casefold() for word in _REVENUE)

    @property
    def numbers(self) -> dict[int, Decimal]:
        """The cells that are numbers, by column from 1."""
        return {column: cell.value for column, cell in enumerate(self.cells, start=1) if cell.value is not None}


@dataclass(frozen=True, slots=True)
class ExpressionTrouble:
    """A `beräkning` that says nothing usable, and so computes nothing; columns are numbered from 1."""

    place: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class ComputedTable:
    """`head` are the heading rows above the first row of the body; `beräkning` rows are gone.

    `decimals` has, for each column, how many are shown: as many as its most precise number has.
    """

    key: str
    title: str
    unit_of_measure: str
    head: tuple[ComputedRow, ...]
    body: tuple[ComputedRow, ...]
    decimals: tuple[int, ...]
    troubles: tuple[ExpressionTrouble, ...]

    @property
    def name(self) -> str:
        """What the table is called where it stands alone: its title, else what heads its labels, else its Id."""
        return self.title or self.heading(0) or self.key

    def heading(self, column: int) -> str:
        """The name of the column: its lowest heading that is not empty, or empty. 0 is the column of labels."""
        return next(reversed(self.headings(column)), "")

    def headings(self, column: int) -> tuple[str, ...]:
        """All that stands over the column, from the top: the names of the groups that it is in, and its own."""
        names = (row.cells[column - 1].text if column else row.label for row in self.head)
        return tuple(dict.fromkeys(name for name in names if name))
