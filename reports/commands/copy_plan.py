"""Copying a plan to its next period, with links to what each row was, so that series go on across plans."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models, transaction

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.models import Unit
from goals.commands.assignments import save_assignments
from goals.commands.goals import save_goals, set_contributions, set_goal_units
from goals.commands.plans import plan_to_edit, save_levels, save_plan
from goals.models import Assignment, Goal, GoalContribution, GoalUnit, Level, Plan
from indicators.commands.indicators import save_indicators, set_indicator_units
from indicators.commands.targets import save_targets
from indicators.models import Indicator, IndicatorUnit, Target

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """What the new plan is called, its years (inclusive), and what it takes beside levels and goals."""

    title: str
    year_from: int
    year_through: int
    with_indicators: bool = True
    with_targets: bool = False
    with_assignments: bool = False

    def later(self, year: int, plan: Plan) -> int:
        """The year as far into the new plan as it was into the old one."""
        return year + self.year_from - plan.year_from

    def holds(self, year: int) -> bool:
        return self.year_from <= year <= self.year_through


@dataclass(frozen=True, slots=True)
class CopyOf:
    """What is taken, in plan order, and the goals that are not: closed, or of a year that the new plan lacks.

    What lies under a goal that is left out is left out with it.
    """

    levels: tuple[Level, ...]
    goals: tuple[Goal, ...]
    closed: tuple[Goal, ...]
    beyond: tuple[Goal, ...]
    indicators: tuple[Indicator, ...]
    targets: tuple[Target, ...]
    assignments: tuple[Assignment, ...]


def what_is_copied(plan: Plan, choice: CopyChoice) -> CopyOf:
    """Five queries at most."""
    taken: dict[int, Goal] = {}
    closed: list[Goal] = []
    beyond: list[Goal] = []
    left_out: set[int] = set()
    for goal in _above_first(list(plan.goals.in_plan_order())):
        if goal.closed_on is not None:
            closed.append(goal)
        elif goal.year is not None and not choice.holds(choice.later(goal.year, plan)):
            beyond.append(goal)
        elif goal.parent_id not in left_out:
            taken[goal.pk] = goal
            continue
        left_out.add(goal.pk)
    indicators = _under(plan.indicators.in_plan_order(), taken) if choice.with_indicators else ()
    kept = {indicator.pk for indicator in indicators}
    targets = [
        target
        for target in (plan.targets.order_by("year", "pk") if choice.with_targets else ())
        if choice.holds(choice.later(target.year, plan))
        and (target.indicator_id in kept or (target.goal_id is not None and target.goal_id in taken))
    ]
    assignments = _under(plan.assignments.order_by("position", "pk"), taken) if choice.with_assignments else ()
    return CopyOf(
        levels=tuple(plan.levels.order_by("position", "pk")),
        goals=tuple(goal for goal in taken.values()),
        closed=tuple(closed),
        beyond=tuple(beyond),
        indicators=indicators,
        targets=tuple(targets),
        assignments=assignments,
    )


@transaction.atomic
def copy_plan(*, plan: Plan, choice: CopyChoice, by: AnyUser) -> Plan:
    """A new plan of the committee with what is chosen of the old one, each row with its predecessor.

    The queries grow with the depth of the goals' tree, not with the rows. The introduction, the decision and the
    figures stay behind. Raises NotAllowed, ValidationError.
    """
    old = plan_to_edit(plan, by)
    taken = what_is_copied(old, choice)
    new = _copied(old, title=choice.title, slug="", year_from=choice.year_from, year_through=choice.year_through)
    new.adopted_on, new.registry_number, new.introduction, new.predecessor = None, "", "", old
    save_plan(plan=new, by=by)
    record(action=AuditAction.CHANGED, subject=new, committee=old.committee, by=by, details={"kopia av": old.title})
    levels = {level.pk: _copied(level, plan=new) for level in taken.levels}
    save_levels(plan=new, levels=list(levels.values()), by=by)
    goals = _copy_goals(old, new, taken.goals, levels, choice, by)
    indicators = {
        row.pk: _copied(row, plan=new, goal=goals.get(row.goal_id or 0), predecessor=row) for row in taken.indicators
    }
    save_indicators(plan=new, indicators=list(indicators.values()), by=by)
    measured = IndicatorUnit.objects.filter(indicator__in=indicators)
    set_indicator_units(plan=new, units=_units(measured, "indicator_id", indicators), by=by)
    targets = [
        _copied(
            row,
            plan=new,
            indicator=indicators.get(row.indicator_id or 0),
            goal=goals.get(row.goal_id or 0),
            year=choice.later(row.year, old),
        )
        for row in taken.targets
    ]
    save_targets(plan=new, targets=targets, by=by)
    assignments = [
        _copied(row, plan=new, goal=goals.get(row.goal_id or 0), predecessor=row, due_on=None, due_words="")
        for row in taken.assignments
    ]
    save_assignments(plan=new, assignments=assignments, by=by)
    return new


def _copy_goals(
    old: Plan, new: Plan, taken: Sequence[Goal], levels: Mapping[int, Level], choice: CopyChoice, by: AnyUser
) -> dict[int, Goal]:
    """The new goals by the keys of the old ones."""
    goals: dict[int, Goal] = {}
    for goal in taken:
        goals[goal.pk] = copy = _copied(
            goal, plan=new, level=levels[goal.level_id], parent=goals.get(goal.parent_id or 0), predecessor=goal
        )
        if goal.year is not None:
            copy.year = choice.later(goal.year, old)
            copy.label = re.sub(rf"\b{goal.year}\b", str(copy.year), goal.label)
    save_goals(plan=new, goals=list(goals.values()), by=by)
    answering = GoalUnit.objects.filter(goal__in=goals)
    set_goal_units(plan=new, units=_units(answering, "goal_id", goals), by=by)
    contributions: defaultdict[int, list[Goal]] = defaultdict(list)
    for link in GoalContribution.objects.filter(goal__in=goals).order_by("position", "pk"):
        if link.target_goal_id in goals:
            contributions[goals[link.goal_id].pk].append(goals[link.target_goal_id])
    set_contributions(plan=new, contributions=contributions, by=by)
    return goals


def _units(links: models.QuerySet[Any], owner: str, copies: Mapping[int, models.Model]) -> dict[int, list[Unit]]:
    """By the key of each copy, the units of the row that it is a copy of."""
    units: defaultdict[int, list[Unit]] = defaultdict(list)
    for link in links.select_related("unit").order_by("position", "pk"):
        units[copies[getattr(link, owner)].pk].append(link.unit)
    return units


def _copied(row: Row, **changes: Any) -> Row:
    """A new row, not saved, that says the same but for the changes."""
    values = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    copy = type(row)(**values)
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


def _above_first(goals: Sequence[Goal]) -> list[Goal]:
    """Depth first, also where the stored positions are not."""
    below: defaultdict[int | None, list[Goal]] = defaultdict(list)
    for goal in goals:
        below[goal.parent_id].append(goal)
    found: list[Goal] = []
    waiting = list(reversed(below[None]))
    while waiting:
        found.append(nearest := waiting.pop())
        waiting += reversed(below[nearest.pk])
    return found


def _under(rows: models.QuerySet[Any], goals: Mapping[int, Goal]) -> tuple[Any, ...]:
    return tuple(row for row in rows if row.goal_id is None or row.goal_id in goals)
