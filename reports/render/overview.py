"""The overview as a matrix: goals down, those who judged across."""

from dataclasses import dataclass

from reports.build.document import GoalOverview, OverviewGoal, Result

WIDEST_UPRIGHT = 4


@dataclass(frozen=True, slots=True)
class OverviewCell:
    """`result` is None where the unit was not asked; without a status it has not judged."""

    unit: str
    result: Result | None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    goal: OverviewGoal
    cells: tuple[OverviewCell, ...]


@dataclass(frozen=True, slots=True)
class OverviewMatrix:
    """`has_own` says that the committee itself has judged some goal."""

    units: tuple[str, ...]
    rows: tuple[OverviewRow, ...]
    has_own: bool


def matrix_of(block: GoalOverview) -> OverviewMatrix:
    """Units in the order they first appear; every row has a cell for each of them."""
    units = tuple(dict.fromkeys(result.unit for goal in block.goals for result in goal.results))
    return OverviewMatrix(
        units=units,
        rows=tuple(_row(goal, units) for goal in block.goals),
        has_own=any(goal.status for goal in block.goals),
    )


def is_wide(block: GoalOverview) -> bool:
    """Whether the overview needs a landscape page."""
    matrix = matrix_of(block)
    return len(matrix.units) + matrix.has_own > WIDEST_UPRIGHT


def _row(goal: OverviewGoal, units: tuple[str, ...]) -> OverviewRow:
    answers = {result.unit: result for result in goal.results}
    return OverviewRow(goal, tuple(OverviewCell(unit, answers.get(unit)) for unit in units))
