"""A goal, indicator or assignment in a round: all answers beside each other, and the committee's own assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from followup.core.access import AnyUser, Capability, may
from goals.models import Assignment, Goal
from indicators.models import Indicator
from reports.access import round_to_follow, subject_in_round
from reports.asked import Asked
from reports.choices import SubjectKind
from reports.forms.committee_answer import CommitteeAnswerForm
from reports.forms.decisions import ReturnForm
from reports.models import Assessment, Round
from reports.subjects import Subject, kind_of
from reports.views.entry.judged import Difference, Judged
from reports.views.overview.comparison import AnswerCard, answer_card, is_brighter_than_all, unit_cards
from reports.views.overview.figures import figures_of
from reports.views.overview.instruction_panel import InstructionPanel, instruction_panel
from reports.views.overview.round_head import head_of
from reports.views.overview.rows import subject_rows, units_of
from reports.views.overview.since_last import SinceLast, since_last
from reports.views.overview.words import WORDS


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
    own_form: CommitteeAnswerForm | None = None
    differences: list[Difference] = field(default_factory=list)
    changed_by: str = ""
    return_form: ReturnForm | None = None
    return_of: int | None = None
    reread: Reread | None = None
    instruction: InstructionPanel | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A card with what the person may do about it."""

    card: AnswerCard
    may_approve: bool
    may_return: bool
    return_form: ReturnForm | None
    is_return_open: bool
    since_last: SinceLast


@require_safe
def round_subject(request: HttpRequest, round_id: int, kind: SubjectKind, subject_id: int) -> HttpResponse:
    round = round_to_follow(request.user, round_id)
    return show_subject(request, round, subject_in_round(round, kind, subject_id))


def show_subject(
    request: HttpRequest, round: Round, subject: Subject, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    """The page, as it stands or with what could not be done."""
    refusal = refusal or Refusal()
    kind = kind_of(subject)
    head = head_of(round, timezone.localdate())
    is_locked = bool(head.locked_because)
    units = units_of(round)
    rows = subject_rows(round, units)
    row = next((each for each in rows if each.key == (kind, subject.pk)), None) or _unasked(subject)
    answers = _answers(round, subject)
    own_answers = [item for item in answers if item.unit_id is None]
    own_answer = own_answers[0] if own_answers else None
    cards = unit_cards(units, row, answers, round.plan, is_past=head.is_late)
    own = answer_card(None, own_answer, round.plan, is_asked=row.is_asked_of_committee)
    takes_own = _takes_own(request.user, round, own, is_locked)
    form = refusal.own_form
    if takes_own and form is None:
        form = CommitteeAnswerForm(plan=round.plan, kind=kind, others=others_of(subject), assessment=own_answer)
    before = since_last(round, subject, answers)
    silent = ", ".join(unit.code for unit in units if not any(card.unit == unit for card in cards))
    context = {
        "round": round,
        "municipality": round.committee.municipality,
        "head": head,
        "subject": subject,
        "kind": kind,
        "words": WORDS[kind],
        "goal": subject if isinstance(subject, Goal) else subject.goal,
        "row": row,
        "figures": figures_of(round, subject, units),
        "decisions": [decision_on(request.user, round, card, refusal, is_locked, before) for card in cards],
        "silent": WORDS[kind].silent % {"units": silent} if cards and silent else "",
        "own": own,
        "other_own": [answer_card(None, each, round.plan, is_asked=False) for each in own_answers[1:]],
        "own_decision": decision_on(request.user, round, own, refusal, is_locked, {}),
        "own_form": form,
        "instruction": refusal.instruction or instruction_panel(request.user, round, subject),
        "is_brighter": is_brighter_than_all(own, cards),
        "refusal": refusal,
    } | _neighbours(rows, row)
    return render(request, "reports/overview/subject.html", context, status=status)


def others_of(subject: Subject) -> list[Indicator | Assignment]:
    """What one text may answer beside the subject: the indicators and assignments of the same goal. Two queries."""
    goal = subject if isinstance(subject, Goal) else subject.goal
    found: list[Indicator | Assignment] = [*Indicator.objects.filter(plan=subject.plan_id, goal=goal).in_plan_order()]
    found += Assignment.objects.filter(plan=subject.plan_id, goal=goal).order_by("position", "pk")
    return [each for each in found if each != subject]


def _unasked(subject: Subject) -> Asked:
    """An indicator that gets no assessment of its own by the plan, and has one all the same."""
    goal = subject if isinstance(subject, Goal) else subject.goal
    return Asked(
        kind=kind_of(subject),
        id=subject.pk,
        goal_id=goal.pk if goal else None,
        number=subject.number,
        name=subject.name,
        label="",
        unit_ids=frozenset(),
        is_asked_of_committee=False,
    )


def _answers(round: Round, subject: Subject) -> list[Assessment]:
    """In plan order; of several texts from one unit the one without reference or unit text of its own first."""
    people = ("unit", "updated_by", "ready_by", "returned_by", "approved_by")
    answers = Assessment.objects.filter(round=round).on(kind_of(subject), subject.pk).select_related(*people)
    return list(answers.plain_first())


def _takes_own(user: AnyUser, round: Round, own: AnswerCard, is_locked: bool) -> bool:
    """Whether the person may write the committee's own assessment now."""
    is_wanted = own.is_asked or own.has_answer
    return is_wanted and not is_locked and not own.is_approved and may(user, Capability.CONTROL_ROUND, round.committee)


def decision_on(
    user: AnyUser, round: Round, card: AnswerCard, refusal: Refusal, is_locked: bool, before: Mapping[int, SinceLast]
) -> Decision:
    """The committee's own assessment is not approved here, but opened again where it has been."""
    decides = not is_locked and card.has_answer and may(user, Capability.APPROVE, round.committee, card.unit)
    may_return = decides and (card.can_be_returned if card.unit else card.is_approved)
    is_open = refusal.return_of is not None and refusal.return_of == card.assessment_id
    form = refusal.return_form if is_open else None
    if form is None and may_return and card.assessment_id is not None:
        form = ReturnForm(answer_id=card.assessment_id, is_own=card.unit is None)
    may_approve = decides and card.is_ready and card.unit is not None
    since = before.get(card.assessment_id or 0, SinceLast())
    return Decision(card, may_approve, may_return, form, is_open, since)


def _neighbours(rows: tuple[Asked, ...], row: Asked) -> dict[str, Asked | None]:
    """What comes before and after among all that somebody judges."""
    judged = [each for each in rows if not each.is_heading or each.key == row.key]
    if row not in judged:
        return {"previous": None, "next": None}
    index = judged.index(row)
    return {
        "previous": judged[index - 1] if index else None,
        "next": judged[index + 1] if index + 1 < len(judged) else None,
    }
