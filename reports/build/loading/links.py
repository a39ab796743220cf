"""The committee's units, and the lists that hang on a plan's rows, read together."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, Value

from followup.core.models import Unit
from followup.core.statements import Given, Statement
from goals.models import GoalContribution, GoalUnit, Plan
from indicators.models import IndicatorUnit
from reports.build.facts import UnitFact
from reports.models import AssessmentReference

Lists = dict[int, tuple[int, ...]]

_GOAL_UNIT, _CONTRIBUTION, _INDICATOR_UNIT, _ALSO_INDICATOR, _ALSO_ASSIGNMENT, _UNIT = range(6)


@dataclass(frozen=True, slots=True)
class Links:
    """By the id of the row that they hang on, in their order, doubles kept. A row with none is absent.

    `units` are the committee's, as it has arranged them.
    """

    goal_units: Lists
    contributions: Lists
    indicator_units: Lists
    also_indicators: Lists
    also_assignments: Lists
    units: tuple[UnitFact, ...]


NO_LINKS = Links({}, {}, {}, {}, {}, ())


def links_of(plan: Plan, round_id: int | None) -> Links:
    """All the lists of a plan, and of a round's answers. One query."""
    keys = {"plan": plan.pk, "committee": plan.committee_id}
    rows = _OF_PLAN.rows(**keys) if round_id is None else _OF_ROUND.rows(**keys, round=round_id)
    found: tuple[defaultdict[int, list[int]], ...] = tuple(defaultdict(list) for _ in range(_UNIT))
    units = []
    for which, owner, _, other, code, name in rows:
        if which == _UNIT:
            units.append(UnitFact(other, code, name, owner))
        else:
            found[which][owner].append(other)
    goal_units, contributions, indicator_units, also_indicators, also_assignments = map(_lists, found)
    return Links(goal_units, contributions, indicator_units, also_indicators, also_assignments, tuple(units))


def _lists(found: Mapping[int, list[int]]) -> Lists:
    return {owner: tuple(others) for owner, others in found.items()}


def _of_plan(*more: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    plan = Given("plan")
    units = Unit.objects.filter(committee=Given("committee"))
    return (
        _rows(_GOAL_UNIT, GoalUnit.objects.filter(goal__plan=plan), "goal_id", "unit_id")
        .union(
            _rows(_CONTRIBUTION, GoalContribution.objects.filter(plan=plan), "goal_id", "target_goal_id"),
            _rows(_INDICATOR_UNIT, IndicatorUnit.objects.filter(indicator__plan=plan), "indicator_id", "unit_id"),
            _rows(_UNIT, units, "parent_id", "id", F("code"), F("name")),
            *more,
            all=True,
        )
        .order_by("which", "place", "called", "other")
    )


def _of_round() -> QuerySet[Any, Any]:
    references = AssessmentReference.objects.filter(assessment__round=Given("round"))
    return _of_plan(
        _rows(_ALSO_INDICATOR, references.filter(indicator__isnull=False), "assessment_id", "indicator_id"),
        _rows(_ALSO_ASSIGNMENT, references.filter(assignment__isnull=False), "assessment_id", "assignment_id"),
    )


_NO_WORDS = Value("", CharField())


def _rows(
    which: int, rows: QuerySet[Any], owner: str, other: str, code: F | Value = _NO_WORDS, name: F | Value = _NO_WORDS
) -> QuerySet[Any, Any]:
    return (
        rows.order_by()
        .annotate(which=Value(which, IntegerField()), owner=F(owner), place=F("position"), other=F(other), called=code)
        .values_list("which", "owner", "place", "other", "called", name)
    )


_OF_PLAN = Statement(_of_plan)
_OF_ROUND = Statement(_of_round)
