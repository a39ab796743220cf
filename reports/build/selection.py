"""Which goals, indicators and units a section is about. Pure, and flat however deep the goals lie."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from reports.build.facts import AssignmentFact, GoalFact, IndicatorFact
from reports.build.material import Material
from reports.build.options import SectionOptions

Item = TypeVar("Item", IndicatorFact, AssignmentFact)


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal that a section shows; `depth` is how many of those shown stand above it."""

    goal: GoalFact
    depth: int


def shown_goals(material: Material, options: SectionOptions) -> tuple[ShownGoal, ...]:
    """In plan order: the goals that `mål=` names with all under them, on the levels that `nivåer=` names.

    A goal on another level is left out, and those below it move up.
    """
    depth: dict[int, int] = {}
    inside: set[int] = set()
    found = []
    for goal in material.facts.goals:
        if options.goals and goal.key not in options.goals and goal.parent_id not in inside:
            continue
        inside.add(goal.id)
        above = depth.get(goal.parent_id, -1) if goal.parent_id is not None else -1
        if options.levels and goal.level.lower() not in options.levels:
            depth[goal.id] = above
            continue
        depth[goal.id] = above + 1
        found.append(ShownGoal(goal, above + 1))
    return tuple(found)


def shown_indicators(material: Material, options: SectionOptions, goal_id: int | None) -> Iterator[IndicatorFact]:
    """A goal's indicators (None: those of the plan) of the kinds and Ids that the section asks for."""
    for indicator in material.indicators_of.get(goal_id, ()):
        if options.kinds and indicator.kind not in options.kinds:
            continue
        if options.indicators and indicator.key not in options.indicators:
            continue
        yield indicator


def asks_for_goals(options: SectionOptions) -> bool:
    """Whether the section picks goals, so that what stands under none is not shown."""
    return bool(options.goals or options.levels)


def shown_assignments(material: Material, options: SectionOptions, kind: str) -> tuple[AssignmentFact, ...]:
    """In plan order, of the goals that the section shows; those under no goal too, unless goals are picked."""
    goals: set[int | None] = {shown.goal.id for shown in shown_goals(material, options)}
    if not asks_for_goals(options):
        goals.add(None)
    return tuple(item for item in material.facts.assignments if item.kind == kind and item.goal_id in goals)


def includes_unit(material: Material, options: SectionOptions, unit_id: int | None) -> bool:
    """Whether what a unit has answered or measured is shown. What is nobody's in particular always is."""
    return unit_id is None or not options.units or material.units[unit_id].code in options.units


def in_groups(items: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    """By their groups in the order in which these begin; those in no group first."""
    groups: dict[str, list[Item]] = {"": []}
    for item in items:
        groups.setdefault(item.group, []).append(item)
    return [(heading, members) for heading, members in groups.items() if members]
