"""The lists that hang on a plan's rows, read together: units, contributions, further subjects of an answer."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import F, IntegerField, QuerySet, Value

from goals.models import GoalContribution, GoalUnit, Plan
from indicators.models import IndicatorUnit
from reports.models import AssessmentReference

Lists = dict[int, tuple[int, ...]]

_GOAL_UNIT, _CONTRIBUTION, _INDICATOR_UNIT, _ALSO_INDICATOR, _ALSO_ASSIGNMENT = range(5)


@dataclass(frozen=True, slots=True)
class Links:
    """By the id of the row that they hang on, in their order, doubles kept. A row with none is absent."""

    goal_units: Lists
    contributions: Lists
    indicator_units: Lists
    also_indicators: Lists
    also_assignments: Lists


NO_LINKS = Links({}, {}, {}, {}, {})


def links_of(plan: Plan, round_id: int | None) -> Links:
    """All the lists of a plan, and of a round's answers. One query."""
    rows = _rows(_GOAL_UNIT, GoalUnit.objects.filter(goal__plan=plan), "goal_id", "unit_id").union(
        _rows(_CONTRIBUTION, GoalContribution.objects.filter(plan=plan), "goal_id", "target_goal_id"),
        _rows(_INDICATOR_UNIT, IndicatorUnit.objects.filter(indicator__plan=plan), "indicator_id", "unit_id"),
        *_references(round_id),
        all=True,
    )
    found: tuple[defaultdict[int, list[int]], ...] = tuple(defaultdict(list) for _ in range(5))
    for which, owner, _, other in rows.order_by("which", "owner", "place", "other"):
        found[which][owner].append(other)
    return Links(*({owner: tuple(others) for owner, others in each.items()} for each in found))


def _references(round_id: int | None) -> list[QuerySet[Any, Any]]:
    if round_id is None:
        return []
    references = AssessmentReference.objects.filter(assessment__round_id=round_id)
    return [
        _rows(_ALSO_INDICATOR, references.filter(indicator__isnull=False), "assessment_id", "indicator_id"),
        _rows(_ALSO_ASSIGNMENT, references.filter(assignment__isnull=False), "assessment_id", "assignment_id"),
    ]


def _rows(which: int, rows: QuerySet[Any], owner: str, other: str) -> QuerySet[Any, Any]:
    return (
        rows.order_by()
        .annotate(which=Value(which, IntegerField()), owner=F(owner), place=F("position"), other=F(other))
        .values_list("which", "owner", "place", "other")
    )
