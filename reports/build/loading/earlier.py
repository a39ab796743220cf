"""What was answered in the round before, what became of what it promised, and which targets have been changed since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from django.utils import timezone

from goals.models import Goal, Plan
from indicators.models import Indicator, Target
from reports.build.facts import AssessmentFact
from reports.build.inspection import PromisedFact, TargetChangeFact
from reports.build.loading.follow_up import ANSWER
from reports.build.promises import promises_in
from reports.models import Assessment, MeasureFollowUp, Round

_TARGET = ("id", "indicator_id", "goal_id", "year", "unit_id", "sex", "submeasure")
_VERSION = ("history_date", "history_type", "value", "value_high", "words")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The latest round before, with this plan's ids of what its answers are about."""

    as_of: date | None = None
    answers: tuple[AssessmentFact, ...] = ()


def earlier_answers(plan: Plan, round: Round | None) -> Earlier:
    """On goals and indicators. Two queries, four where the round is of the plan before."""
    if round is None:
        return Earlier()
    plans = [plan.pk, plan.predecessor_id] if plan.predecessor_id else [plan.pk]
    before = Round.objects.filter(plan__in=plans, as_of__lt=round.as_of).order_by("-as_of", "-pk").first()
    if before is None:
        return Earlier()
    goals, indicators = (None, None) if before.plan_id == plan.pk else _successors(plan)
    rows = Assessment.objects.filter(round=before, assignment=None).order_by("position", "pk")
    found = []
    for indicator, goal, *said in rows.values_list("indicator_id", *ANSWER):
        fact = AssessmentFact(_now(goal, goals), *said)
        fact = fact._replace(indicator_id=_now(indicator, indicators))
        if (fact.goal_id, fact.indicator_id) != (None, None):
            found.append(fact)
    return Earlier(before.as_of, tuple(found))


def _successors(plan: Plan) -> tuple[dict[int, int], dict[int, int]]:
    """This plan's goal and indicator by what they continue."""
    goals = Goal.objects.filter(plan=plan, predecessor__isnull=False).values_list("predecessor_id", "id")
    indicators = Indicator.objects.filter(plan=plan, predecessor__isnull=False).values_list("predecessor_id", "id")
    return _by_key(goals), _by_key(indicators)


def _by_key(pairs: Any) -> dict[int, int]:
    return dict(pairs)


def _now(key: int | None, successors: Mapping[int, int] | None) -> int | None:
    return key if key is None or successors is None else successors.get(key)


def promises_of(round: Round | None, earlier: Earlier) -> tuple[PromisedFact, ...]:
    """Each measure that the earlier answers promised, with what this round says of it. One query."""
    if round is None or not any(answer.measure for answer in earlier.answers):
        return ()
    rows = MeasureFollowUp.objects.filter(assessment__round=round, assessment__assignment=None)
    told: dict[tuple[int | None, int | None, int | None, str], PromisedFact] = {}
    for goal, indicator, unit, promise, outcome, comment in rows.values_list(
        "assessment__goal_id", "assessment__indicator_id", "assessment__unit_id", "promise", "outcome", "comment"
    ):
        told[goal, indicator, unit, promise] = PromisedFact(goal, indicator, unit, promise, outcome, comment)
    found = []
    for answer in earlier.answers:
        whose = (answer.goal_id, answer.indicator_id, answer.unit_id)
        for promise in promises_in(answer.measure):
            found.append(told.get((*whose, promise)) or PromisedFact(*whose, promise))
    return tuple(found)


def target_changes_of(plan: Plan) -> tuple[TargetChangeFact, ...]:
    """Oldest first. One query; of the history only, so a target that never changed is not there."""
    rows = (
        Target.history.filter(plan_id=plan.pk)
        .order_by("id", "history_date", "history_id")
        .values_list(*_TARGET, *_VERSION)
    )
    found = [change for _id, versions in groupby(rows, lambda row: row[0]) for change in _changes(list(versions))]
    return tuple(sorted(found, key=lambda change: change.changed_on))


def _changes(versions: list[tuple[Any, ...]]) -> list[TargetChangeFact]:
    found = []
    for before, after in pairwise(versions):
        _id, indicator, goal, year, unit, sex, submeasure, moment, kind, *said = after
        now = [None, None, ""] if kind == "-" else said
        if now != list(before[-3:]):
            day = timezone.localdate(moment)
            found.append(TargetChangeFact(indicator, goal, year, unit, sex, submeasure, day, *before[-3:], *now))
    return found
