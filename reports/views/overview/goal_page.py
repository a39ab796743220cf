"""One goal in a round: all units' answers beside each other, and the committee's own assessment."""

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from followup.core.access import AnyUser, Capability, may
from goals.models import Goal
from reports.access import goal_in_round, round_to_follow
from reports.forms.answer import AnswerForm
from reports.forms.decisions import ReturnForm
from reports.models import Assessment, Round
from reports.views.entry.judged import Difference, Judged
from reports.views.overview.comparison import AnswerCard, answer_card, is_brighter_than_all, unit_cards
from reports.views.overview.figures import figures_of
from reports.views.overview.round_head import head_of
from reports.views.overview.rows import GoalRow, goal_rows, units_of


@dataclass(frozen=True, slots=True)
class Reread:
    """An answer that changed after it was read: what the person read, if it is known, and what stands there now."""

    unit: str
    read: Judged | None
    now: Judged


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was done, and all that was typed. `differences` are against somebody else's own assessment."""

    sentence: str = ""
    own_form: AnswerForm | None = None
    differences: list[Difference] = field(default_factory=list)
    changed_by: str = ""
    return_form: ReturnForm | None = None
    return_of: int | None = None
    reread: Reread | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A card with what the person may do about it."""

    card: AnswerCard
    may_approve: bool
    may_return: bool
    return_form: ReturnForm | None
    is_return_open: bool


@require_safe
def round_goal(request: HttpRequest, round_id: int, goal_id: int) -> HttpResponse:
    round = round_to_follow(request.user, round_id)
    return show_goal(request, round, goal_in_round(round, goal_id))


def show_goal(
    request: HttpRequest, round: Round, goal: Goal, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    """The goal's page, as it stands or with what could not be done."""
    refusal = refusal or Refusal()
    head = head_of(round, timezone.localdate())
    units = units_of(round)
    goals = goal_rows(round, units)
    row = next(item for item in goals if item.id == goal.pk)
    answers = _answers(round, goal)
    own_answer = next((item for item in answers if item.unit_id is None), None)
    cards = unit_cards(units, row, answers, round.plan, is_past=head.is_late)
    own = answer_card(None, own_answer, round.plan, is_asked=row.is_judged_by_committee)
    takes_own = _takes_own(request.user, round, own, bool(head.locked_because))
    context = {
        "round": round,
        "municipality": round.committee.municipality,
        "head": head,
        "goal": goal,
        "row": row,
        "figures": figures_of(round, goal, units),
        "decisions": [_decision(request.user, round, card, refusal, bool(head.locked_because)) for card in cards],
        "silent_units": [unit.code for unit in units if not any(card.unit == unit for card in cards)],
        "own": own,
        "own_decision": _decision(request.user, round, own, refusal, bool(head.locked_because)),
        "own_form": refusal.own_form or (AnswerForm(plan=round.plan, assessment=own_answer) if takes_own else None),
        "is_brighter": is_brighter_than_all(own, cards),
        "refusal": refusal,
    } | _neighbours(goals, row)
    return render(request, "reports/overview/goal.html", context, status=status)


def _answers(round: Round, goal: Goal) -> list[Assessment]:
    people = ("unit", "updated_by", "ready_by", "returned_by", "approved_by")
    return list(Assessment.objects.filter(round=round, goal=goal, ref="").select_related(*people).in_plan_order())


def _takes_own(user: AnyUser, round: Round, own: AnswerCard, is_locked: bool) -> bool:
    """Whether the person may write the committee's own assessment now."""
    is_wanted = own.is_asked or own.has_answer
    return is_wanted and not is_locked and not own.is_approved and may(user, Capability.CONTROL_ROUND, round.committee)


def _decision(user: AnyUser, round: Round, card: AnswerCard, refusal: Refusal, is_locked: bool) -> Decision:
    """The committee's own assessment is not approved here, but opened again where it has been."""
    decides = not is_locked and card.has_answer and may(user, Capability.APPROVE, round.committee, card.unit)
    may_return = decides and (card.can_be_returned if card.unit else card.is_approved)
    is_open = refusal.return_of is not None and refusal.return_of == card.assessment_id
    form = refusal.return_form if is_open else None
    if form is None and may_return and card.assessment_id is not None:
        form = ReturnForm(answer_id=card.assessment_id, is_own=card.unit is None)
    return Decision(card, decides and card.is_ready and card.unit is not None, may_return, form, is_open)


def _neighbours(goals: tuple[GoalRow, ...], row: GoalRow) -> dict[str, GoalRow | None]:
    """The goals before and after among those that somebody judges."""
    judged = [goal for goal in goals if not goal.is_heading or goal.id == row.id]
    index = judged.index(row)
    return {
        "previous_goal": judged[index - 1] if index else None,
        "next_goal": judged[index + 1] if index + 1 < len(judged) else None,
    }
