"""The overview as a matrix: goals down, those who judged across."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.build.document import GoalOverview, OverviewGoal, Result, StatusSummary

WIDEST_UPRIGHT = 4
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
    """`indent` is the depth of the goal, as far as there is room for it; `is_heading`: it spans all columns."""

    goal: OverviewGoal
    indent: int
    is_heading: bool
    cells: tuple[OverviewCell, ...]


@dataclass(frozen=True, slots=True)
class OverviewMatrix:
    """`has_own` says that the committee itself has judged some goal; `columns` counts the goals' column too."""

    units: tuple[str, ...]
    rows: tuple[OverviewRow, ...]
    has_own: bool
    columns: int
    tallies: tuple[Tally, ...]


def matrix_of(block: GoalOverview) -> OverviewMatrix:
    """Units in the order they first appear; every row but a heading has a cell for each of them."""
    units = tuple(dict.fromkeys(result.unit for goal in block.goals for result in goal.results))
    has_own = any(goal.status for goal in block.goals)
    return OverviewMatrix(
        units=units,
        rows=tuple(_row(goal, units) for goal in block.goals),
        has_own=has_own,
        columns=1 + len(units) + has_own,
        tallies=tallies_of(block.summaries),
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


def _row(goal: OverviewGoal, units: tuple[str, ...]) -> OverviewRow:
    answers = {result.unit: result for result in goal.results}
    is_heading = goal.is_area and not goal.status and not goal.results
    cells = () if is_heading else tuple(OverviewCell(unit, answers.get(unit)) for unit in units)
    return OverviewRow(goal, min(goal.depth, DEEPEST), is_heading, cells)
