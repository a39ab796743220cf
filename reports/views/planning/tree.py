"""A plan's goals as a tree to look at: flat, depth first, each with what hangs on it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goals.models import Assignment, Goal, Plan
from indicators.models import Indicator

DEEPEST_INDENT = 6


@dataclass(frozen=True, slots=True)
class TreeGoal:
    """A goal in the tree. `depth` is 0 at the top, `indent` the same but never more than can be shown.

    `is_first` and `is_last` say whether it can be moved up or down among the goals with the same goal above.
    """

    id: int
    label: str
    number: str
    name: str
    depth: int
    indent: int
    is_first: bool
    is_last: bool
    closed_on: date | None
    indicators: int
    assignments: int


def tree_of(plan: Plan) -> tuple[TreeGoal, ...]:
    """Three queries, however many goals there are."""
    goals = list(Goal.objects.filter(plan=plan).in_plan_order().select_related("level"))
    indicators = Counter(Indicator.objects.filter(plan=plan).values_list("goal_id", flat=True))
    assignments = Counter(Assignment.objects.filter(plan=plan).values_list("goal_id", flat=True))
    depth = depths(goals)
    first, last = _ends(goals)
    return tuple(
        TreeGoal(
            id=goal.pk,
            label=goal.label or goal.level.name,
            number=goal.number,
            name=goal.name,
            depth=depth[goal.pk],
            indent=min(depth[goal.pk], DEEPEST_INDENT),
            is_first=goal.pk in first,
            is_last=goal.pk in last,
            closed_on=goal.closed_on,
            indicators=indicators[goal.pk],
            assignments=assignments[goal.pk],
        )
        for goal in goals
    )


def depths(goals: Sequence[Goal]) -> dict[int, int]:
    """How far from the top each goal lies; those above come first."""
    found: dict[int, int] = {}
    for goal in goals:
        found[goal.pk] = found.get(goal.parent_id, -1) + 1 if goal.parent_id else 0
    return found


def _ends(goals: Sequence[Goal]) -> tuple[set[int], set[int]]:
    first: dict[int | None, int] = {}
    last: dict[int | None, int] = {}
    for goal in goals:
        first.setdefault(goal.parent_id, goal.pk)
        last[goal.parent_id] = goal.pk
    return set(first.values()), set(last.values())
