"""Answering in a round: save, mark ready, hand in, return, approve."""

from dataclasses import dataclass, fields
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.models import Unit, User
from followup.core.models.period_lock import PeriodLock
from followup.core.richtext import clean_html
from goals.choices import GoalStatus
from goals.models import Goal
from reports.choices import AnswerState
from reports.models import Assessment, Round


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person judges and says of a goal. The texts are HTML as typed; the command sanitises them."""

    status: str = ""
    comment: str = ""
    overall_view: str = ""
    cause: str = ""
    measure: str = ""

    def cleaned(self) -> "Answer":
        return Answer(
            self.status, *(clean_html(getattr(self, field.name)) for field in fields(self) if field.name != "status")
        )


class AnswerChanged(CommandRefused):
    """Somebody else saved the same answer meanwhile; `current` is what stands there now."""

    def __init__(self, current: Assessment) -> None:
        super().__init__(_("Någon annan har sparat svaret under tiden. Inget av det du skrev är borta."))
        self.current = current


def answer_of(assessment: Assessment | None) -> Answer:
    if assessment is None:
        return Answer()
    return Answer(*(getattr(assessment, field.name) for field in fields(Answer)))


def _stamp(by: AnyUser) -> tuple[datetime | None, User | None]:
    """When and who, both or neither: the command line is nobody."""
    actor = person(by)
    return (timezone.now() if actor else None, actor)


def check_open(round: Round) -> None:
    """Raise Locked, with the reason, where the round takes no answers."""
    if not round.is_open:
        reason = (
            _("Uppföljningen är stängd och tar inte emot fler svar.")
            if round.closed_at or round.state == "closed"
            else _("Uppföljningen är inte öppnad än.")
        )
        raise Locked(reason)
    lock = PeriodLock.objects.locking(round.committee, round.as_of).first()
    if lock is not None:
        raise Locked(_("Perioden är låst: %(reason)s") % {"reason": lock.reason})


@transaction.atomic
def save_assessment(
    *, round: Round, goal: Goal, unit: Unit | None, answer: Answer, version: int, is_ready: bool, by: AnyUser
) -> Assessment:
    """Save a unit's answer (or, with no unit, the committee's own) and mark it ready or not.

    `version` is the one the person had before them, 0 for none. Raises NotAllowed, Locked, AnswerChanged,
    CommandRefused (ready without a status), ValidationError. Saving what already stands there writes nothing.
    """
    allowed = (
        may(by, Capability.REPORT, round.committee, unit)
        if unit is not None
        else may(by, Capability.CONTROL_ROUND, round.committee)
    )
    if not allowed:
        raise NotAllowed
    check_open(round)
    answer = answer.cleaned()
    found = Assessment.objects.select_for_update().filter(round=round, goal=goal, unit=unit, ref="").first()
    if found is not None and found.state == AnswerState.APPROVED:
        raise Locked(_("Svaret är godkänt. Be nämndens controller återsända det om något ska ändras."))
    if is_ready and answer.status not in GoalStatus.values:
        raise CommandRefused(_("Välj en bedömning innan du klarmarkerar."))
    state = _next_state(found, is_ready)
    if found is not None and answer_of(found) == answer and found.state == state:
        return found
    if found is not None and found.version != version:
        raise AnswerChanged(found)
    assessment = found or Assessment(round=round, goal=goal, unit=unit, version=0)
    for field in fields(Answer):
        setattr(assessment, field.name, getattr(answer, field.name))
    _set_ready(assessment, state, by)
    assessment.updated_by = person(by)
    assessment.version += 1
    return _write(assessment, round, goal, unit)


def _next_state(found: Assessment | None, is_ready: bool) -> AnswerState:
    if is_ready:
        return AnswerState.READY
    if found is not None and found.state == AnswerState.RETURNED:
        return AnswerState.RETURNED
    return AnswerState.DRAFT


def _set_ready(assessment: Assessment, state: AnswerState, by: AnyUser) -> None:
    if state == AnswerState.READY and assessment.state != AnswerState.READY:
        assessment.ready_at, assessment.ready_by = _stamp(by)
    elif state != AnswerState.READY:
        assessment.ready_at = assessment.ready_by = None
    assessment.state = state


_WRITTEN = [field.name for field in fields(Answer)] + [
    "state",
    "version",
    "ready_at",
    "ready_by",
    "updated_at",
    "updated_by",
]


def _write(assessment: Assessment, round: Round, goal: Goal, unit: Unit | None) -> Assessment:
    if assessment._state.adding:
        assessment.full_clean(exclude={"updated_by", "ready_by"}, validate_unique=False, validate_constraints=False)
        try:
            with transaction.atomic():
                assessment.save()
        except IntegrityError:
            current = Assessment.objects.filter(round=round, goal=goal, unit=unit, ref="").first()
            if current is None:
                raise
            raise AnswerChanged(current) from None
        return assessment
    assessment.clean_fields(exclude={field.name for field in assessment._meta.fields} - {*_WRITTEN[:5], "state"})
    assessment.save(update_fields=_WRITTEN)
    return assessment


def hand_in_unit(*, round: Round, unit: Unit, goals: list[Goal], by: AnyUser) -> int:
    """Mark every answer of the unit ready, all or none; how many were marked now.

    `goals` are those the unit answers. Raises NotAllowed, Locked, and CommandRefused naming the goals without a
    status.
    """
    if not may(by, Capability.REPORT, round.committee, unit):
        raise NotAllowed
    check_open(round)
    with transaction.atomic():
        answers = {
            item.goal_id: item
            for item in Assessment.objects.select_for_update().filter(round=round, unit=unit, goal__in=goals, ref="")
        }
        unanswered = [goal for goal in goals if goal.pk not in answers or not answers[goal.pk].status]
        if unanswered:
            names = ", ".join(goal.number or goal.name for goal in unanswered)
            raise CommandRefused(
                _("Svaren kan inte lämnas in än. Bedömning saknas för mål %(goals)s.") % {"goals": names}
            )
        waiting = [item for item in answers.values() if not AnswerState(item.state).is_done_by_unit]
        for item in waiting:
            _set_ready(item, AnswerState.READY, by)
            item.version += 1
            item.updated_by = person(by)
            item.save(update_fields=["state", "ready_at", "ready_by", "version", "updated_at", "updated_by"])
        record(
            action=AuditAction.HANDED_IN,
            subject=round,
            committee=round.committee,
            by=by,
            details={"enhet": unit.code, "svar": str(len(answers))},
        )
        return len(waiting)


def approve(*, assessment: Assessment, version: int, by: AnyUser) -> Assessment:
    """Approve a ready answer as the person read it (`version`). Raises NotAllowed, Locked, AnswerChanged."""
    with transaction.atomic():
        current = _decidable(assessment, by)
        if current.version != version:
            raise AnswerChanged(current)
        if current.state != AnswerState.READY:
            raise CommandRefused(_("Bara svar som är klarmarkerade kan godkännas."))
        _approve(current, by)
    return current


def approve_unit(*, round: Round, unit: Unit, by: AnyUser) -> int:
    """Approve all ready answers of a unit; how many."""
    if not may(by, Capability.APPROVE, round.committee, unit):
        raise NotAllowed
    check_open(round)
    with transaction.atomic():
        ready = Assessment.objects.select_for_update().filter(round=round, unit=unit, state=AnswerState.READY)
        count = 0
        for item in ready.of_goals():
            _approve(item, by)
            count += 1
    return count


def return_to_unit(*, assessment: Assessment, reason: str, by: AnyUser) -> Assessment:
    """Send a ready or approved answer back with a reason. Raises NotAllowed, Locked, CommandRefused."""
    reason = reason.strip()
    with transaction.atomic():
        current = _decidable(assessment, by)
        if not reason:
            raise CommandRefused(_("Skriv varför svaret återsänds, så att enheten vet vad som ska ändras."))
        if current.state not in {AnswerState.READY, AnswerState.APPROVED}:
            raise CommandRefused(_("Bara svar som är klara eller godkända kan återsändas."))
        current.state = AnswerState.RETURNED
        current.return_reason = reason
        current.returned_at, current.returned_by = _stamp(by)
        current.ready_at = current.ready_by = current.approved_at = current.approved_by = None
        current.version += 1
        current.save(
            update_fields=[
                "state",
                "return_reason",
                "returned_at",
                "returned_by",
                "ready_at",
                "ready_by",
                "approved_at",
                "approved_by",
                "version",
                "updated_at",
            ]
        )
        record(
            action=AuditAction.RETURNED,
            subject=current,
            committee=current.committee,
            by=by,
            details={"skäl": reason},
        )
    return current


def _decidable(assessment: Assessment, by: AnyUser) -> Assessment:
    current = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("round__committee", "committee", "unit", "goal")
        .get(pk=assessment.pk)
    )
    if not may(by, Capability.APPROVE, current.committee, current.unit):
        raise NotAllowed
    check_open(current.round)
    return current


def _approve(assessment: Assessment, by: AnyUser) -> None:
    assessment.state = AnswerState.APPROVED
    assessment.approved_at, assessment.approved_by = _stamp(by)
    assessment.version += 1
    assessment.save(update_fields=["state", "approved_at", "approved_by", "version", "updated_at"])
    record(action=AuditAction.APPROVED, subject=assessment, committee=assessment.committee, by=by)
