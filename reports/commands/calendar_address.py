"""The secret address of one's own calendar: made, replaced, taken away."""

from datetime import datetime

from django.db import transaction

from followup.core.access import AnyUser, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import NotAllowed
from reports.models import CalendarAddress
from reports.models.calendar_address import new_nonce


@transaction.atomic
def make_calendar_address(*, now: datetime, by: AnyUser) -> CalendarAddress:
    """A new one; the one before leads nowhere from now on. Raises NotAllowed."""
    user = person(by)
    if user is None:
        raise NotAllowed
    made, _is_new = CalendarAddress.objects.update_or_create(user=user, defaults={"made_at": now, "nonce": new_nonce()})
    record(action=AuditAction.CREATED, subject=made, committee=None, by=by)
    return made


@transaction.atomic
def remove_calendar_address(*, by: AnyUser) -> None:
    """Nothing where there is none. Raises NotAllowed."""
    user = person(by)
    if user is None:
        raise NotAllowed
    for found in CalendarAddress.objects.filter(user=user):
        record(action=AuditAction.DELETED, subject=found, committee=None, by=by)
        found.delete()
