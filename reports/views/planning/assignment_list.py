"""A plan's assignments and activities as the page shows them: under their goals, in order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from followup.core.dates import format_date
from goals.models import Assignment, Goal, Plan


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """`group` is the heading above it, empty where the line before stands under the same one."""

    id: int
    kind: str
    group: str
    number: str
    name: str
    responsible: str
    due: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class AssignmentPart:
    """What belongs to one goal; `goal` None: to no goal."""

    goal: Goal | None
    lines: tuple[AssignmentLine, ...]


def assignment_parts(plan: Plan) -> tuple[AssignmentPart, ...]:
    """Goals in plan order, what belongs to none last; goals without any are left out. Two queries."""
    by_goal: defaultdict[int | None, list[Assignment]] = defaultdict(list)
    for assignment in Assignment.objects.filter(plan=plan).order_by("position", "pk"):
        by_goal[assignment.goal_id].append(assignment)
    goals: list[Goal | None] = [*Goal.objects.filter(pk__in=[key for key in by_goal if key]).in_plan_order()]
    if None in by_goal:
        goals.append(None)
    return tuple(AssignmentPart(goal, _lines(by_goal[goal.pk if goal else None])) for goal in goals)


def _lines(assignments: Sequence[Assignment]) -> tuple[AssignmentLine, ...]:
    groups = [each.group for each in assignments]
    return tuple(
        AssignmentLine(
            id=each.pk,
            kind=each.get_kind_display().capitalize(),
            group=each.group if at == 0 or groups[at - 1] != each.group else "",
            number=each.number,
            name=each.name,
            responsible=", ".join(each.responsible),
            due=each.due_words or (format_date(each.due_on) if each.due_on else ""),
            is_first=at == 0,
            is_last=at == len(assignments) - 1,
        )
        for at, each in enumerate(assignments)
    )
