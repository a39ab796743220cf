"""How far several rounds have come, in four queries whatever their number."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from followup.core.models import Unit
from goals.choices import AssessedBy
from goals.models import Goal, GoalUnit
from reports.choices import AnswerState
from reports.models import Assessment, Round
from reports.querysets import AssessmentQuerySet

_UNITS_JUDGE = [judge for judge in AssessedBy if judge.includes_units]
_DONE = [state for state in AnswerState if state.is_done_by_unit]
_ANSWERED = Q(state__in=_DONE) | (Q(state=AnswerState.DRAFT) & (~Q(status="") | ~Q(status_words="")))


@dataclass(frozen=True, slots=True)
class Tally:
    """The units' answers in a round; `asked` are all that the plan asks for. A returned answer is none."""

    asked: int = 0
    answered: int = 0
    done: int = 0
    approved: int = 0


def tallies(rounds: Collection[Round]) -> dict[int, Tally]:
    """By round id."""
    asked = _asked_by_plan(rounds)
    counted = {
        row["round_id"]: row
        for row in _asked_answers(rounds)
        .values("round_id")
        .annotate(
            answered=Count("pk", filter=_ANSWERED),
            done=Count("pk", filter=Q(state__in=_DONE)),
            approved=Count("pk", filter=Q(state=AnswerState.APPROVED)),
        )
        .order_by("round_id")
    }
    return {
        round.pk: Tally(
            asked[round.plan_id],
            *(counted.get(round.pk, {}).get(name, 0) for name in ("answered", "done", "approved")),
        )
        for round in rounds
    }


def _asked_by_plan(rounds: Collection[Round]) -> dict[int, int]:
    plans = {round.plan_id: round.committee_id for round in rounds}
    judged = Q(goal__plan__in=plans, goal__level__assessed_by__in=_UNITS_JUDGE)
    named = _counts(
        GoalUnit.objects.filter(judged).order_by("goal__plan_id").values_list("goal__plan_id").annotate(Count("pk"))
    )
    for_all = _counts(
        Goal.objects.filter(plan__in=plans, level__assessed_by__in=_UNITS_JUDGE, goal_units__isnull=True)
        .order_by("plan_id")
        .values_list("plan_id")
        .annotate(Count("pk"))
    )
    units = _counts(
        Unit.objects.filter(committee__in=set(plans.values()))
        .order_by("committee_id")
        .values_list("committee_id")
        .annotate(Count("pk"))
    )
    return {plan: named.get(plan, 0) + for_all.get(plan, 0) * units.get(owner, 0) for plan, owner in plans.items()}


def _asked_answers(rounds: Collection[Round]) -> AssessmentQuerySet:
    """The units' answers on goals that they are to answer."""
    named = GoalUnit.objects.filter(goal=OuterRef("goal"))
    return (
        Assessment.objects.filter(round__in=rounds, unit__isnull=False, ref="")
        .of_goals()
        .filter(goal__level__assessed_by__in=_UNITS_JUDGE)
        .filter(~Exists(named) | Exists(named.filter(unit=OuterRef("unit"))))
    )


def _counts(rows: Iterable[tuple[int, int]]) -> dict[int, int]:
    return dict(rows)
