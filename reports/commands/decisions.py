"""What is decided about answers: approve one or all of a unit's; return one, or all of a unit's, with a reason."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.audit import record_each
from followup.core.choices import AuditAction
from followup.core.commands.bulk import write_locked
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import Unit
from followup.core.models.period_lock import PeriodLock
from reports.choices import AnswerState
from reports.commands.assessments import AnswerChanged, check_open, hold_open, stamp
from reports.models import Assessment, Round


def approve(*, assessment: Assessment, version: int, by: AnyUser) -> Assessment:
    """Approve a ready answer as the person read it (`version`). Raises NotAllowed, Locked, AnswerChanged."""
    with transaction.atomic():
        current = _decidable(assessment, by)
        if current.version != version:
            raise AnswerChanged(current)
        if current.state != AnswerState.READY:
            raise CommandRefused(_("Bara svar som är klarmarkerade kan godkännas."))
        _approve([current], by)
    return current


def approve_unit(*, round: Round, unit: Unit, by: AnyUser) -> int:
    """Approve all ready answers of a unit; how many."""
    if not may(by, Capability.APPROVE, round.committee, unit):
        raise NotAllowed
    with transaction.atomic():
        hold_open(round)
        ready = _answers_of(round, unit, [AnswerState.READY])
        _approve(ready, by)
    return len(ready)


def return_to_unit(*, assessment: Assessment, reason: str, by: AnyUser) -> Assessment:
    """Send a ready or approved answer back with a reason. Raises NotAllowed, Locked, CommandRefused."""
    reason = reason.strip()
    with transaction.atomic():
        current = _decidable(assessment, by)
        if not reason:
            raise CommandRefused(_("Skriv varför svaret återsänds, så att enheten vet vad som ska ändras."))
        if current.state not in {AnswerState.READY, AnswerState.APPROVED}:
            raise CommandRefused(_("Bara svar som är klara eller godkända kan återsändas."))
        _return([current], reason, by)
    return current


def return_unit(*, round: Round, unit: Unit, reason: str, with_approved: bool, by: AnyUser) -> int:
    """Send all that a unit has ready (and, `with_approved`, what is approved too) back with one reason; how many.

    Raises NotAllowed, Locked, CommandRefused.
    """
    if not may(by, Capability.APPROVE, round.committee, unit):
        raise NotAllowed
    reason = reason.strip()
    states = [AnswerState.READY, *([AnswerState.APPROVED] if with_approved else [])]
    with transaction.atomic():
        hold_open(round)
        if not reason:
            raise CommandRefused(_("Skriv varför svaret återsänds, så att enheten vet vad som ska ändras."))
        rows = _answers_of(round, unit, states)
        if not rows:
            raise CommandRefused(_("Enheten har inget svar att återsända."))
        _return(rows, reason, by)
    return len(rows)


def _answers_of(round: Round, unit: Unit, states: Sequence[AnswerState]) -> list[Assessment]:
    """The unit's answers in one of the states, locked, with their subjects. One query."""
    found = Assessment.objects.select_for_update(of=("self",)).filter(round=round, unit=unit, state__in=states)
    return list(found.select_related("committee", "unit", "goal", "indicator", "assignment").order_by("pk"))


def _decidable(assessment: Assessment, by: AnyUser) -> Assessment:
    """The answer, locked, with its subject. One query, and another where the round takes no answers."""
    current = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("round__committee", "committee", "unit", "goal", "indicator", "assignment")
        .annotate(is_locked=Exists(PeriodLock.objects.locking(OuterRef("committee"), OuterRef("round__as_of"))))
        .get(pk=assessment.pk)
    )
    if not may(by, Capability.APPROVE, current.committee, current.unit):
        raise NotAllowed
    if current.is_locked or not current.round.is_open:
        check_open(current.round)
    return current


def _approve(answers: Sequence[Assessment], by: AnyUser) -> None:
    for answer in answers:
        answer.state = AnswerState.APPROVED
        answer.approved_at, answer.approved_by = stamp(by)
    _write(answers, ["approved_at", "approved_by"], AuditAction.APPROVED, by)


def _return(answers: Sequence[Assessment], reason: str, by: AnyUser) -> None:
    for answer in answers:
        answer.state = AnswerState.RETURNED
        answer.return_reason = reason
        answer.returned_at, answer.returned_by = stamp(by)
        answer.ready_at = answer.ready_by = answer.approved_at = answer.approved_by = None
    fields = ["return_reason", "returned_at", "returned_by", "ready_at", "ready_by", "approved_at", "approved_by"]
    _write(answers, fields, AuditAction.RETURNED, by, {"skäl": reason})


def _write(
    answers: Sequence[Assessment],
    fields: Sequence[str],
    action: AuditAction,
    by: AnyUser,
    details: dict[str, str] | None = None,
) -> None:
    """Of one committee, locked. Three queries, however many they are."""
    for answer in answers:
        answer.version += 1
    write_locked(rows=answers, fields=["state", "version", *fields], by=by)
    record_each(action=action, subjects=answers, by=by, details=details)
