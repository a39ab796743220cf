"""Who is asked what in a round: the one rule for every page that waits for answers or counts them.

A goal is asked of the units it names (none named means all) and of the committee, as its level says. An indicator that
gets an assessment of its own is asked of the units it names, else of its goal's; where that is nobody, of the
committee. An assignment is asked of the committee. What stands under a goal that is closed by the round's date, or is
for another year, is not asked for.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from followup.core.models import Unit
from goals.choices import AssessedBy
from goals.models import Assignment, Goal, GoalUnit
from indicators.models import Indicator, IndicatorUnit
from reports.choices import SubjectKind
from reports.models import Round

Key = tuple[SubjectKind, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that is judged, or a goal that nobody judges and that only stands above others.

    `goal_id` is the goal itself or the one it belongs to. `label` is the goal's own word for what it is, or its
    level's name; for the others their group.
    """

    kind: SubjectKind
    id: int
    goal_id: int | None
    number: str
    name: str
    label: str
    unit_ids: frozenset[int]
    is_asked_of_committee: bool

    @property
    def key(self) -> Key:
        return self.kind, self.id

    @property
    def is_heading(self) -> bool:
        return not self.unit_ids and not self.is_asked_of_committee

    @property
    def title(self) -> str:
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class _Goal:
    id: int
    number: str
    name: str
    label: str
    closed_on: date | None
    year: int | None
    units: frozenset[int]
    is_asked_of_committee: bool

    def stands_on(self, day: date) -> bool:
        return (self.closed_on is None or self.closed_on > day) and self.year in {None, day.year}


def asked_in(rounds: Collection[Round], units: Iterable[Unit] | None = None) -> dict[int, tuple[Asked, ...]]:
    """By round id all that its plan asks for, in plan order: a goal, its indicators, its assignments, the next goal.

    What belongs to no goal comes last. `units` are all units of the rounds' committees, where they are read already.
    Five queries, and one for the units, whatever the number of rounds.
    """
    plans = {round.plan_id: round.committee_id for round in rounds}
    if units is None:
        units = Unit.objects.filter(committee__in=set(plans.values()))
    of_committee: defaultdict[int, set[int]] = defaultdict(set)
    for unit in units:
        of_committee[unit.committee_id].add(unit.pk)
    goals = _goals(plans, {committee: frozenset(ids) for committee, ids in of_committee.items()})
    indicators = _indicators(plans, {goal.id: goal for found in goals.values() for goal in found})
    assignments = _assignments(plans)
    return {
        round.pk: tuple(
            _in_order(
                [goal for goal in goals[round.plan_id] if goal.stands_on(round.as_of)],
                indicators[round.plan_id],
                assignments[round.plan_id],
            )
        )
        for round in rounds
    }


def asked_of_unit(round: Round, unit: Unit) -> list[Asked]:
    """What the unit is asked in the round, in plan order. Six queries."""
    return [each for each in asked_in([round])[round.pk] if unit.pk in each.unit_ids]


def _in_order(goals: list[_Goal], indicators: list[Asked], assignments: list[Asked]) -> Iterator[Asked]:
    below: defaultdict[int | None, list[Asked]] = defaultdict(list)
    for each in [*indicators, *assignments]:
        below[each.goal_id].append(each)
    for goal in goals:
        yield Asked(
            kind=SubjectKind.GOAL,
            id=goal.id,
            goal_id=goal.id,
            number=goal.number,
            name=goal.name,
            label=goal.label,
            unit_ids=goal.units,
            is_asked_of_committee=goal.is_asked_of_committee,
        )
        yield from below[goal.id]
    yield from below[None]


def _goals(plans: Mapping[int, int], units: Mapping[int, frozenset[int]]) -> defaultdict[int, list[_Goal]]:
    named: defaultdict[int, set[int]] = defaultdict(set)
    for goal_id, unit_id in GoalUnit.objects.filter(goal__plan__in=plans).values_list("goal_id", "unit_id"):
        named[goal_id].add(unit_id)
    fields = ("plan_id", "pk", "number", "name", "label", "level__name", "level__assessed_by", "closed_on", "year")
    found: defaultdict[int, list[_Goal]] = defaultdict(list)
    for plan, pk, number, name, label, level, assessed_by, closed_on, year in (
        Goal.objects.filter(plan__in=plans).in_plan_order().values_list(*fields)
    ):
        judge = AssessedBy(assessed_by)
        everybody = units.get(plans[plan], frozenset())
        found[plan].append(
            _Goal(
                id=pk,
                number=number,
                name=name,
                label=label or level,
                closed_on=closed_on,
                year=year,
                units=(frozenset(named[pk]) or everybody) if judge.includes_units else frozenset(),
                is_asked_of_committee=judge.includes_committee,
            )
        )
    return found


def _indicators(plans: Collection[int], goals: Mapping[int, _Goal]) -> defaultdict[int, list[Asked]]:
    """Those that get an assessment of their own."""
    assessed = Indicator.objects.filter(plan__in=plans, is_assessed=True)
    named: defaultdict[int, set[int]] = defaultdict(set)
    for indicator_id, unit_id in IndicatorUnit.objects.filter(indicator__in=assessed).values_list(
        "indicator_id", "unit_id"
    ):
        named[indicator_id].add(unit_id)
    found: defaultdict[int, list[Asked]] = defaultdict(list)
    for plan, pk, goal_id, number, name, group in assessed.in_plan_order().values_list(
        "plan_id", "pk", "goal_id", "number", "name", "group"
    ):
        of_goal = goals[goal_id].units if goal_id is not None else frozenset()
        units = frozenset(named[pk]) or of_goal
        found[plan].append(Asked(SubjectKind.INDICATOR, pk, goal_id, number, name, group, units, not units))
    return found


def _assignments(plans: Collection[int]) -> defaultdict[int, list[Asked]]:
    found: defaultdict[int, list[Asked]] = defaultdict(list)
    rows = Assignment.objects.filter(plan__in=plans).order_by("position", "pk")
    fields = ("plan_id", "pk", "goal_id", "number", "name", "group")
    for plan, pk, goal_id, number, name, group in rows.values_list(*fields):
        found[plan].append(Asked(SubjectKind.ASSIGNMENT, pk, goal_id, number, name, group, frozenset(), True))
    return found
