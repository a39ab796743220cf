"""Reading a plan as it is, and as it was when the round before was answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import chain
from typing import Any

from django.db.models import Q

from followup.core.choices import Sex
from followup.core.dates import SWEDISH_TIME
from followup.core.models import Unit
from goals.choices import AssessedBy
from goals.models import Goal, GoalUnit, Level
from indicators.models import Indicator, IndicatorUnit, Target
from reports.build.loading.series import target_fact
from reports.build.targets import target_words
from reports.choices import SubjectKind
from reports.models import Round
from reports.views.entry.context.plan_changes import Key, PlanChange, PlanLine, changes_between


def plan_changes(round: Round, units: Sequence[Unit]) -> dict[int, tuple[PlanChange, ...]]:
    """By unit, what concerns it and has changed since the nearest round before, of an earlier plan too.

    Within a plan the time is when that round was closed, else the end of its day; nothing is told where the plan was
    not yet entered then. A new plan is compared with the one before it, by what its rows continue. Ten queries at most.
    """
    before = _round_before(round)
    if before is None:
        return {unit.pk: () for unit in units}
    if before.plan_id != round.plan_id:
        then = _current(before.plan_id)
    else:
        then = _as_of(round.plan_id, _answered_at(before))
        if not then.goals and not then.indicators:
            return {unit.pk: () for unit in units}
    now = _current(round.plan_id)
    whom = _Whom.read({round.plan_id, before.plan_id})
    return {
        unit.pk: changes_between(_lines(then, before, unit, whom, _successors(now)), _lines(now, round, unit, whom, {}))
        for unit in units
    }


def _round_before(round: Round) -> Round | None:
    """The nearest of the plan, or of one that it continues: a committee may follow several plans beside each other."""
    of_plan = Q(plan=round.plan_id)
    for model in (Goal, Indicator):
        of_plan |= Q(plan__in=model.objects.filter(successors__plan=round.plan_id).values("plan"))
    if round.plan.predecessor_id is not None:
        of_plan |= Q(plan=round.plan.predecessor_id)
    found: Round | None = Round.objects.before(round).filter(of_plan).first()
    return found


@dataclass(frozen=True, slots=True)
class _Plan:
    """Rows of a plan at a time, in its order."""

    goals: Sequence[Goal]
    indicators: Sequence[Indicator]
    targets: Sequence[Target]


def _current(plan_id: int) -> _Plan:
    """Three queries."""
    return _Plan(
        list(Goal.objects.filter(plan=plan_id).in_plan_order()),
        list(Indicator.objects.filter(plan=plan_id).in_plan_order()),
        list(Target.objects.filter(plan=plan_id).order_by("year", "pk")),
    )


def _as_of(plan_id: int, moment: datetime) -> _Plan:
    """The same from the history. Three queries, two where there was neither goal nor indicator."""

    def then(model: type[Goal | Indicator | Target]) -> list[Any]:
        return list({row.pk: row for row in model.history.as_of(moment).filter(plan=plan_id)}.values())

    goals, indicators = then(Goal), then(Indicator)
    targets = then(Target) if goals or indicators else []
    return _Plan(
        sorted(goals, key=lambda row: (row.position, row.pk)),
        sorted(indicators, key=lambda row: (row.position, row.pk)),
        sorted(targets, key=lambda row: (row.year, row.pk)),
    )


def _answered_at(round: Round) -> datetime:
    return round.closed_at or datetime.combine(round.as_of, time.max, SWEDISH_TIME)


def _successors(now: _Plan) -> dict[Key, Key]:
    rows: Iterable[Goal | Indicator] = chain(now.goals, now.indicators)
    found: dict[Key, Key] = {}
    for row in rows:
        kind = SubjectKind.GOAL if isinstance(row, Goal) else SubjectKind.INDICATOR
        if row.predecessor_id is not None:
            found.setdefault((kind, row.predecessor_id), (kind, row.pk))
    return found


@dataclass(frozen=True, slots=True)
class _Whom:
    """Whom the plans' rows are asked of, as they stand now: who answers has no history."""

    goal_units: Mapping[int, set[int]]
    indicator_units: Mapping[int, set[int]]
    judged_levels: frozenset[int]

    @classmethod
    def read(cls, plans: set[int]) -> "_Whom":
        """Three queries."""
        goal_units: defaultdict[int, set[int]] = defaultdict(set)
        for goal, unit in GoalUnit.objects.filter(goal__plan__in=plans).values_list("goal_id", "unit_id"):
            goal_units[goal].add(unit)
        indicator_units: defaultdict[int, set[int]] = defaultdict(set)
        named = IndicatorUnit.objects.filter(indicator__plan__in=plans).values_list("indicator_id", "unit_id")
        for indicator, unit in named:
            indicator_units[indicator].add(unit)
        judged = Level.objects.filter(plan__in=plans, assessed_by__in=[AssessedBy.UNITS, AssessedBy.BOTH])
        return cls(goal_units, indicator_units, frozenset(judged.values_list("pk", flat=True)))

    def concerns_goal(self, goal: Goal, unit: Unit) -> bool:
        named = self.goal_units.get(goal.pk)
        return goal.level_id in self.judged_levels and (not named or unit.pk in named)

    def concerns_indicator(self, indicator: Indicator, unit: Unit, goals: set[int]) -> bool:
        named = self.indicator_units.get(indicator.pk)
        if named:
            return unit.pk in named
        return indicator.goal_id in goals or (indicator.goal_id is None and bool(indicator.unit_of_measure))


def _lines(plan: _Plan, round: Round, unit: Unit, whom: _Whom, renamed: Mapping[Key, Key]) -> dict[Key, PlanLine]:
    """What stood on the round's date and concerns the unit, by the key it has now, with the targets of its year."""
    targets: defaultdict[Key, list[Target]] = defaultdict(list)
    for target in plan.targets:
        if target.year == round.as_of.year and target.unit_id in {None, unit.pk}:
            targets[_subject_of(target)].append(target)
    standing = {goal.pk for goal in plan.goals if goal.stands_on(round.as_of)}
    goals = [goal for goal in plan.goals if goal.pk in standing and whom.concerns_goal(goal, unit)]
    asked = {goal.pk for goal in goals}
    lines: dict[Key, PlanLine] = {}
    for goal in goals:
        key = (SubjectKind.GOAL, goal.pk)
        lines[renamed.get(key, key)] = PlanLine(goal.number, goal.name, _in_words(targets[key], "", None))
    for indicator in plan.indicators:
        if indicator.goal_id is not None and indicator.goal_id not in standing:
            continue
        if whom.concerns_indicator(indicator, unit, asked):
            key = (SubjectKind.INDICATOR, indicator.pk)
            words = _in_words(targets[key], indicator.unit_of_measure, indicator.decimals)
            lines[renamed.get(key, key)] = PlanLine(indicator.number, indicator.name, words)
    return lines


def _subject_of(target: Target) -> Key:
    if target.indicator_id is not None:
        return SubjectKind.INDICATOR, target.indicator_id
    return SubjectKind.GOAL, target.goal_id or 0


def _in_words(targets: Iterable[Target], unit_of_measure: str, decimals: int | None) -> str:
    told = []
    for target in targets:
        sex = "" if target.sex == Sex.TOTAL else str(Sex(target.sex).label)
        label = ", ".join(part for part in (target.submeasure, sex) if part)
        words = target_words(target_fact(target), unit_of_measure, decimals)
        told.append(f"{label}: {words}" if label else words)
    return "; ".join(sorted(told))
