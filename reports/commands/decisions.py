"""What is decided about answers: approve one or all of a unit's; return one, or all of a unit's, with a reason."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.audit import record
from followup.core.choices import AuditAction
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
        _approve(current, by)
    return current


def approve_unit(*, round: Round, unit: Unit, by: AnyUser) -> int:
    """Approve all ready answers of a unit; how many."""
    if not may(by, Capability.APPROVE, round.committee, unit):
        raise NotAllowed
    with transaction.atomic():
        hold_open(round)
        ready = Assessment.objects.select_for_update().filter(round=round, unit=unit, state=AnswerState.READY)
        count = 0
        for item in ready.order_by("pk"):
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
        _return(current, reason, by)
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
        found = Assessment.objects.select_for_update(of=("self",)).filter(round=round, unit=unit, state__in=states)
        rows = list(found.select_related("committee", "unit", "goal", "indicator", "assignment").order_by("pk"))
        if not rows:
            raise CommandRefused(_("Enheten har inget svar att återsända."))
        for row in rows:
            _return(row, reason, by)
    return len(rows)


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


def _approve(assessment: Assessment, by: AnyUser) -> None:
    assessment.state = AnswerState.APPROVED
    assessment.approved_at, assessment.approved_by = stamp(by)
    assessment.version += 1
    assessment.save(update_fields=["state", "approved_at", "approved_by", "version", "updated_at"])
    record(action=AuditAction.APPROVED, subject=assessment, committee=assessment.committee, by=by)


def _return(current: Assessment, reason: str, by: AnyUser) -> None:
    current.state = AnswerState.RETURNED
    current.return_reason = reason
    current.returned_at, current.returned_by = stamp(by)
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
