"""How far several rounds have come, in four queries whatever their number."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q

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
    asked = _asked(rounds)
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
            asked[round.pk],
            *(counted.get(round.pk, {}).get(name, 0) for name in ("answered", "done", "approved")),
        )
        for round in rounds
    }


def _asked(rounds: Collection[Round]) -> dict[int, int]:
    """By round id how many answers the plan asks for, of the goals that stand on the round's date. Three queries."""
    plans = {round.plan_id: round.committee_id for round in rounds}
    judged = Q(plan__in=plans, level__assessed_by__in=_UNITS_JUDGE)
    doubles = GoalUnit.objects.filter(goal=OuterRef("goal"), unit=OuterRef("unit"), position__lt=OuterRef("position"))
    named = (
        GoalUnit.objects.filter(~Exists(doubles), goal__in=Goal.objects.filter(judged))
        .order_by("goal__plan_id")
        .values_list("goal__plan_id", "goal__closed_on", "goal__year")
        .annotate(Count("pk"))
    )
    for_all = (
        Goal.objects.filter(judged, goal_units__isnull=True)
        .order_by("plan_id")
        .values_list("plan_id", "closed_on", "year")
        .annotate(Count("pk"))
    )
    units = dict(
        Unit.objects.filter(committee__in=set(plans.values()))
        .order_by("committee_id")
        .values_list("committee_id")
        .annotate(Count("pk"))
    )
    by_plan: defaultdict[int, list[tuple[date | None, int | None, int]]] = defaultdict(list)
    for plan, closed_on, year, count in named:
        by_plan[plan].append((closed_on, year, count))
    for plan, closed_on, year, count in for_all:
        by_plan[plan].append((closed_on, year, count * units.get(plans[plan], 0)))
    return {
        round.pk: sum(
            count
            for closed_on, year, count in by_plan[round.plan_id]
            if (closed_on is None or closed_on > round.as_of) and year in {None, round.as_of.year}
        )
        for round in rounds
    }


def _asked_answers(rounds: Collection[Round]) -> AssessmentQuerySet:
    """The units' answers on goals that they are to answer."""
    named = GoalUnit.objects.filter(goal=OuterRef("goal"))
    return (
        Assessment.objects.filter(round__in=rounds, unit__isnull=False, ref="")
        .of_goals()
        .filter(goal__level__assessed_by__in=_UNITS_JUDGE)
        .exclude(goal__closed_on__lte=F("round__as_of"))
        .filter(Q(goal__year__isnull=True) | Q(goal__year=F("round__as_of__year")))
        .filter(~Exists(named) | Exists(named.filter(unit=OuterRef("unit"))))
    )
