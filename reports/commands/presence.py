"""Noting who has what open, so that two people who write in the same place know of each other."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from followup.core.access import AnyUser, Capability, may, person
from followup.core.faults import NotAllowed
from followup.core.models import Unit, User
from reports.choices import ReportPart, SubjectKind
from reports.models import Presence, Report, ReportPresence, Round

KEPT = timedelta(days=1)


def note_presence(
    *, round: Round, unit: Unit, kind: SubjectKind, subject_id: int, now: datetime, by: AnyUser
) -> tuple[User, ...]:
    """Say that a person has the answer open; the others who have, by name. Four queries at most. Raises NotAllowed."""
    user = person(by)
    if user is None or not may(by, Capability.REPORT, round.committee, unit):
        raise NotAllowed
    _note(Presence, {"round": round, "unit": unit, "user": user}, {"kind": kind, "subject_id": subject_id}, now)
    here = Presence.objects.filter(round=round, unit=unit, kind=kind, subject_id=subject_id)
    return tuple(each.user for each in here.there(now).besides(user))


def note_report_presence(*, report: Report, part: ReportPart, part_id: int, now: datetime, by: AnyUser) -> None:
    """Say that a person has a part of the report open. Three queries at most. Raises NotAllowed."""
    user = person(by)
    if user is None or not may(by, Capability.EDIT_REPORT, report.committee):
        raise NotAllowed
    _note(ReportPresence, {"report": report, "user": user}, {"part": part, "part_id": part_id}, now)


def _note(
    model: type[Presence] | type[ReportPresence], who: dict[str, Any], where: dict[str, Any], now: datetime
) -> None:
    """Keep one row for `who`, which says `where` the person was seen last.

    No event and no history: it tells of now alone, and what is older than a day is removed.
    """
    row, place = model.objects.filter(**who), {**where, "seen_at": now}
    if row.update(**place):
        return
    model.objects.filter(seen_at__lt=now - KEPT).delete()
    try:
        with transaction.atomic():
            model.objects.create(**who, **place)
    except IntegrityError:
        row.update(**place)
