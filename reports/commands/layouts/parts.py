"""Sections and tables to be, and what is known of the plan when they are laid out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from goals.choices import AssessedBy, AssignmentKind
from goals.models import Assignment, Goal, Plan
from indicators.models import Indicator
from reports.choices import RowKind, SectionKind
from reports.models import Round

YEARS_BACK = 2
"""How many years before its own an indicator table shows."""
MOST_AREAS = 12
"""With more topmost goals than this they share one section."""
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A section to be; `options` as the column Alternativ has them, by key."""

    level: int
    title: str
    kind: str
    options: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowPlan:
    kind: RowKind
    label: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table to be: headings, what is computed, and the rows that every such table has."""

    key: str
    title: str
    unit_of_measure: str
    rows: tuple[RowPlan, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    sections: tuple[SectionPlan, ...]
    tables: tuple[TablePlan, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A topmost goal. `is_heading`: nobody judges it and it has no text of its own, so its name says all of it.

    `levels_below` are the names of the plan's levels under its own.
    """

    key: str
    name: str
    has_goals: bool
    is_heading: bool
    levels_below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanShape:
    """What decides which sections a report of the plan needs. `year` is the one that the report is about."""

    areas: tuple[Area, ...]
    kinds: frozenset[str]
    assignment_kinds: frozenset[str]
    as_of: date | None
    year: int

    @property
    def is_tree(self) -> bool:
        """Whether the topmost goals are areas that each can have a section."""
        return any(area.has_goals for area in self.areas) and len(self.areas) <= MOST_AREAS

    @property
    def has_assignments(self) -> bool:
        return AssignmentKind.ASSIGNMENT in self.assignment_kinds

    @property
    def has_activities(self) -> bool:
        return AssignmentKind.ACTIVITY in self.assignment_kinds

    @property
    def periods(self) -> list[str]:
        """The year of the report and those before it, as the option `perioder` has them."""
        return [str(year) for year in range(self.year - YEARS_BACK, self.year + 1)]


def shape_of(plan: Plan, round: Round | None) -> PlanShape:
    """Four queries."""
    as_of = round.as_of if round else None
    return PlanShape(
        areas=_areas(plan),
        kinds=frozenset(Indicator.objects.filter(plan=plan).order_by().values_list("kind", flat=True).distinct()),
        assignment_kinds=frozenset(
            Assignment.objects.filter(plan=plan).order_by().values_list("kind", flat=True).distinct()
        ),
        as_of=as_of,
        year=as_of.year if as_of else plan.year_through,
    )


def _areas(plan: Plan) -> tuple[Area, ...]:
    levels = list(plan.levels.order_by("position", "pk").values_list("pk", "name", "assessed_by"))
    below = {pk: tuple(name for _pk, name, _by in levels[place + 1 :]) for place, (pk, *_rest) in enumerate(levels)}
    judged = {pk for pk, _name, assessed_by in levels if assessed_by != AssessedBy.NOBODY}
    goals = list(
        Goal.objects.filter(plan=plan)
        .in_plan_order()
        .values_list("id", "parent_id", "key", "name", "description", "level_id")
    )
    parents = {parent_id for _id, parent_id, *_rest in goals}
    return tuple(
        Area(key, name, goal_id in parents, not description and level_id not in judged, below[level_id])
        for goal_id, parent_id, key, name, description, level_id in goals
        if parent_id is None
    )


def text(level: int, title: str) -> SectionPlan:
    return SectionPlan(level, title, SectionKind.TEXT)


def table(level: int, plan: TablePlan) -> SectionPlan:
    """The section that shows a table, under its title."""
    return SectionPlan(level, plan.title, SectionKind.DATA_TABLE, {"tabell": [plan.key]})


def by_area(
    shape: PlanShape, level: int, title: str, kind: SectionKind, options: Mapping[str, Sequence[str]]
) -> list[SectionPlan]:
    """A section under `title`: one for all the goals, or in a plan with areas one for each.

    Goal by goal an area that has something to say itself stands as the first goal, under no heading of the section's.
    """
    if not shape.is_tree:
        return [SectionPlan(level, title, kind, options)]
    return [text(level, title), *(_of_area(area, level + 1, kind, options) for area in shape.areas)]


def _of_area(area: Area, level: int, kind: SectionKind, options: Mapping[str, Sequence[str]]) -> SectionPlan:
    picked = {"mål": [area.key], **options}
    if kind != SectionKind.GOAL_FOLLOW_UP:
        return SectionPlan(level, _shortened(area.name), kind, picked)
    if area.is_heading and area.has_goals:
        return SectionPlan(level, _shortened(area.name), kind, {**picked, "nivåer": area.levels_below})
    return SectionPlan(level, "", kind, picked)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_TITLE else f"{name[: _LONGEST_TITLE - 1]}…"
