"""The overview as a matrix: goals down, those who judged across."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from reports.build.document import GoalOverview, OverviewGoal, Result, StatusSummary
from reports.render.selecting import NO_ATTRIBUTES, Selecting

WIDEST_UPRIGHT = 4
WIDEST_LYING = 8
WIDEST_UNMOVED = 12
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Tally:
    """A status summary with its sums."""

    summary: StatusSummary
    judged: int
    asked: int


@dataclass(frozen=True, slots=True)
class OverviewCell:
    """`result` is None where the unit was not asked; without a status it has not judged."""

    unit: str
    result: Result | None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """`indent` is the depth of the goal, as far as there is room for it; `is_heading`: it spans all columns.

    `picked` is what a reader may pick it by, as attributes.
    """

    goal: OverviewGoal
    indent: int
    is_heading: bool
    cells: tuple[OverviewCell, ...]
    picked: SafeString = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class OverviewMatrix:
    """`has_own`: the committee itself has judged some goal, and its judgements have a column here."""

    units: tuple[str, ...]
    rows: tuple[OverviewRow, ...]
    has_own: bool

    @property
    def columns(self) -> int:
        """With that of the goals."""
        return 1 + len(self.units) + self.has_own

    @property
    def is_moved(self) -> bool:
        """Whether it has so many columns that no screen has room for them."""
        return self.columns > WIDEST_UNMOVED


@dataclass(frozen=True, slots=True)
class LaidOverview:
    """Several matrices where a page has no room for all the units beside each other."""

    tallies: tuple[Tally, ...]
    matrices: tuple[OverviewMatrix, ...]


def lay_overview(block: GoalOverview, *, on_paper: bool, selecting: Selecting | None = None) -> LaidOverview:
    matrix = matrix_of(block, selecting)
    return LaidOverview(tallies_of(block.summaries), _parts(matrix) if on_paper else (matrix,))


def matrix_of(block: GoalOverview, selecting: Selecting | None = None) -> OverviewMatrix:
    """Every row but a heading has a cell for each unit."""
    units = block.units or tuple(dict.fromkeys(result.unit for goal in block.goals for result in goal.results))
    return OverviewMatrix(
        units=units,
        rows=tuple(_row(goal, units, selecting) for goal in block.goals),
        has_own=any(goal.status for goal in block.goals),
    )


def _parts(matrix: OverviewMatrix) -> tuple[OverviewMatrix, ...]:
    """With as many units each as a page has room for; the committee's own judgements stand in the last."""
    firsts = range(0, len(matrix.units), WIDEST_LYING) or range(1)
    return tuple(
        OverviewMatrix(
            units=matrix.units[first : first + WIDEST_LYING],
            rows=tuple(replace(row, cells=row.cells[first : first + WIDEST_LYING]) for row in matrix.rows),
            has_own=matrix.has_own and first == firsts[-1],
        )
        for first in firsts
    )


def is_wide(block: GoalOverview) -> bool:
    """Whether the overview needs a landscape page."""
    return matrix_of(block).columns - 1 > WIDEST_UPRIGHT


def tallies_of(summaries: Sequence[StatusSummary]) -> tuple[Tally, ...]:
    """Each summary with how many judgements were made and how many were asked for."""
    tallies: list[Tally] = []
    for summary in summaries:
        judged = sum(each.count for each in summary.counts)
        tallies.append(Tally(summary, judged, judged + summary.without))
    return tuple(tallies)


def _row(goal: OverviewGoal, units: tuple[str, ...], selecting: Selecting | None) -> OverviewRow:
    answers = {result.unit: result for result in goal.results}
    is_heading = goal.is_area and not goal.status and not goal.results
    cells = () if is_heading else tuple(OverviewCell(unit, answers.get(unit)) for unit in units)
    picked = selecting.goals(goal.anchor).attributes if selecting else NO_ATTRIBUTES
    return OverviewRow(goal, min(goal.depth, DEEPEST), is_heading, cells, picked)
