"""Noting who has an answer open, so that two people who write on the same one know of each other."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from followup.core.access import AnyUser, Capability, may, person
from followup.core.faults import NotAllowed
from followup.core.models import Unit, User
from reports.choices import SubjectKind
from reports.models import Presence, Round

STILL_THERE = timedelta(seconds=60)
KEPT = timedelta(days=1)


def note_presence(
    *, round: Round, unit: Unit, kind: SubjectKind, subject_id: int, now: datetime, by: AnyUser
) -> tuple[User, ...]:
    """Say that a person has the answer open; the others who have, by name. Four queries at most. Raises NotAllowed.

    No event and no history: it tells of now alone, and what is older than a day is removed.
    """
    user = person(by)
    if user is None or not may(by, Capability.REPORT, round.committee, unit):
        raise NotAllowed
    place = {"kind": kind, "subject_id": subject_id, "seen_at": now}
    here = Presence.objects.filter(round=round, unit=unit)
    if not here.filter(user=user).update(**place):
        Presence.objects.filter(seen_at__lt=now - KEPT).delete()
        try:
            with transaction.atomic():
                Presence.objects.create(round=round, unit=unit, user=user, **place)
        except IntegrityError:
            here.filter(user=user).update(**place)
    others = here.filter(kind=kind, subject_id=subject_id, seen_at__gte=now - STILL_THERE).exclude(user=user)
    return tuple(each.user for each in others.select_related("user").order_by("user__first_name", "user_id"))
