"""Handing in all that a unit is asked for in a round."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import write_locked
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import Unit
from reports.asked import Asked, asked_of_unit
from reports.choices import AnswerState, SubjectKind
from reports.commands.assessments import hold_open, set_ready
from reports.models import Assessment, Round

NAMED = 8


def hand_in_unit(*, round: Round, unit: Unit, by: AnyUser) -> int:
    """Mark every answer of the unit ready, all or none; how many were marked now.

    Raises NotAllowed, Locked, and CommandRefused naming what has no status.
    """
    if not may(by, Capability.REPORT, round.committee, unit):
        raise NotAllowed
    with transaction.atomic():
        hold_open(round)
        asked = {each.key: each for each in asked_of_unit(round, unit)}
        answers: dict[tuple[SubjectKind, int], Assessment] = {}
        for item in Assessment.objects.select_for_update().filter(round=round, unit=unit).plain_first():
            if item.subject_key in asked:
                answers.setdefault(item.subject_key, item)
        left = [each for key, each in asked.items() if key not in answers or not answers[key].is_judged]
        if left:
            raise CommandRefused(
                _("Svaren kan inte lämnas in än. Bedömning saknas för %(subjects)s.") % {"subjects": _named(left)}
            )
        waiting = [item for item in answers.values() if not AnswerState(item.state).is_done_by_unit]
        for item in waiting:
            set_ready(item, AnswerState.READY, by)
            item.version += 1
            item.updated_by = person(by)
        write_locked(rows=waiting, fields=["state", "ready_at", "ready_by", "version", "updated_by"], by=by)
        record(
            action=AuditAction.HANDED_IN,
            subject=round,
            committee=round.committee,
            by=by,
            details={"enhet": unit.code, "svar": str(len(answers))},
        )
        return len(waiting)


def _named(left: Sequence[Asked]) -> str:
    """`mål 4, 7; indikator Väntetid, Nöjdhet; och 3 till`."""
    named = [
        f"{kind.label} {', '.join(names)}"
        for kind in SubjectKind
        if (names := [each.number or each.name for each in left[:NAMED] if each.kind == kind])
    ]
    more = len(left) - NAMED
    return "; ".join([*named, *([_("och %(more)d till") % {"more": more}] if more > 0 else [])])
