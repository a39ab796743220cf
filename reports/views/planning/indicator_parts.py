"""A plan's indicators under their goals, in order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from goals.models import Goal, Plan
from indicators.models import Indicator


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """`group` is the heading above it, empty where the line before stands under the same one."""

    id: int
    kind: str
    group: str
    number: str
    name: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """What belongs to one goal; `goal` None: to no goal."""

    goal: Goal | None
    lines: tuple[IndicatorLine, ...]


def indicator_parts(plan: Plan) -> tuple[IndicatorPart, ...]:
    """Goals in plan order, what belongs to none last; goals without any are left out. Two queries."""
    by_goal: defaultdict[int | None, list[Indicator]] = defaultdict(list)
    for indicator in Indicator.objects.filter(plan=plan).in_plan_order():
        by_goal[indicator.goal_id].append(indicator)
    goals: list[Goal | None] = [*Goal.objects.filter(pk__in=[key for key in by_goal if key]).in_plan_order()]
    if None in by_goal:
        goals.append(None)
    return tuple(IndicatorPart(goal, _lines(by_goal[goal.pk if goal else None])) for goal in goals)


def _lines(indicators: Sequence[Indicator]) -> tuple[IndicatorLine, ...]:
    groups = [each.group for each in indicators]
    return tuple(
        IndicatorLine(
            id=each.pk,
            kind=each.get_kind_display().capitalize(),
            group=each.group if at == 0 or groups[at - 1] != each.group else "",
            number=each.number,
            name=each.name,
            is_first=at == 0,
            is_last=at == len(indicators) - 1,
        )
        for at, each in enumerate(indicators)
    )
