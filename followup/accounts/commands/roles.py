"""Making a role count from today for somebody who may have had it before, or is about to have it."""

from datetime import date

from followup.accounts.models import GroupRole, Invitation
from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction, RoleOrigin
from followup.core.models import Membership, User
from followup.core.querysets import MembershipQuerySet

Offer = GroupRole | Invitation
"""What gives a role: in a committee, for a unit or all of them."""


def role_held(user: User, offer: Offer, today: date) -> Membership | None:
    """The one that counts on the day; where none does, the first that will."""
    same = _same(user, offer).not_ended(today)
    held: Membership | None = same.valid_on(today).first() or same.order_by("valid_from", "pk").first()
    return held


def begin_role(
    *, user: User, offer: Offer, origin: RoleOrigin, today: date, by: AnyUser, details: dict[str, str]
) -> Membership:
    """Give it to somebody who has it neither now nor later.

    For all units a person has one row of a role, so one that has ended is taken up again. For one unit the days that
    were stay as they were. Raises ValidationError.
    """
    had = _same(user, offer).first()
    item = had if had is not None and offer.unit is None else _new(user, offer)
    item.origin = origin
    item.valid_from = today if had is not None and offer.unit is not None else None
    item.valid_through = None
    item.full_clean()
    item.save()
    record(action=AuditAction.CREATED, subject=item, committee=offer.committee, by=by, details=details)
    return item


def _same(user: User, offer: Offer) -> MembershipQuerySet:
    same: MembershipQuerySet = Membership.objects.filter(
        user=user, committee=offer.committee, unit=offer.unit, role=offer.role
    )
    return same


def _new(user: User, offer: Offer) -> Membership:
    return Membership(user=user, committee=offer.committee, unit=offer.unit, role=offer.role)
