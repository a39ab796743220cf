"""Inviting somebody to a role, taking it back, and accepting."""

import secrets
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.accounts.commands.roles import begin_role, role_held
from followup.accounts.models import Invitation
from followup.core.access import AnyUser, Capability, may, may_in_a_whole_committee, person
from followup.core.audit import record
from followup.core.choices import AuditAction, RoleOrigin
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import Committee, Membership, Unit, User

LASTS = timedelta(days=7)
KEPT = timedelta(days=90)
"""How long an invitation that has run out is kept, whatever came of it. The audit keeps what was done."""


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def invitation_of(token: str, now: datetime) -> Invitation | None:
    """None for a link that is unknown, used, taken back or too old: the four look the same from outside."""
    found = Invitation.objects.open_at(now).select_related("committee__municipality", "unit")
    return found.filter(token_hash=hash_of(token)).first()


def administers_anywhere(user: AnyUser) -> bool:
    """Whether the person may invite to any committee."""
    return may_in_a_whole_committee(user, Capability.ADMINISTER)


def has_account(invitation: Invitation) -> bool:
    """Whether somebody signs in with the address already. Only told to those who hold the link."""
    return User.objects.filter(email__iexact=invitation.email).exists() or _named_as(invitation.email)


def is_for(invitation: Invitation, user: User) -> bool:
    """Whether the account has the address that was invited."""
    return user.email.lower() == invitation.email


def not_for(invitation: Invitation) -> str:
    """What to say to whoever has opened it and is signed in with an account that it is not for."""
    return _("Inbjudan gäller %(email)s, och du är inloggad med ett annat konto.") % {"email": invitation.email}


def _named_as(email: str) -> bool:
    return User.objects.filter(username__iexact=email).exists()


@transaction.atomic
def invite(
    *, email: str, committee: Committee, unit: Unit | None, role: str, now: datetime, by: AnyUser
) -> tuple[Invitation, str]:
    """The invitation and the secret of its link, which is kept nowhere. An open one to the same is replaced.

    The answer is the same whether the address has an account or not. Raises NotAllowed, ValidationError.
    """
    if not may(by, Capability.ADMINISTER, committee):
        raise NotAllowed
    Invitation.objects.filter(expires_at__lt=now - KEPT).delete()
    address = email.strip().lower()
    same = Invitation.objects.open_at(now).filter(email=address, committee=committee, unit=unit, role=role)
    same.update(revoked_at=now)
    token = secrets.token_urlsafe(32)
    row = Invitation(
        email=address,
        committee=committee,
        unit=unit,
        role=role,
        token_hash=hash_of(token),
        invited_by=person(by),
        invited_at=now,
        expires_at=now + LASTS,
    )
    row.full_clean()
    row.save()
    _record(AuditAction.INVITED, row, by)
    return row, token


@transaction.atomic
def revoke(*, invitation: Invitation, now: datetime, by: AnyUser) -> None:
    """The link leads nowhere any more. Raises NotAllowed, CommandRefused."""
    row = Invitation.objects.select_for_update(of=("self",)).select_related("committee", "unit").get(pk=invitation.pk)
    if not may(by, Capability.ADMINISTER, row.committee):
        raise NotAllowed
    if row.accepted_at or row.revoked_at:
        raise CommandRefused(_("Inbjudan är redan besvarad eller återkallad."))
    row.revoked_at = now
    row.save(update_fields=["revoked_at"])
    _record(AuditAction.REVOKED, row, by)


@transaction.atomic
def accept_with_new_account(*, token: str, first_name: str, last_name: str, password: str, now: datetime) -> User:
    """Make the account that the invitation is for, and give it the role. Raises CommandRefused, ValidationError."""
    row = _open(token, now)
    if has_account(row):
        raise CommandRefused(_("Det finns redan ett konto med adressen. Logga in, och ta sedan emot rollen."))
    user = User(username=row.email, email=row.email, first_name=first_name, last_name=last_name)
    user.set_password(password)
    user.full_clean()
    user.save()
    _accept(row, user, now)
    return user


@transaction.atomic
def accept(*, token: str, now: datetime, by: User, is_new: bool = False) -> Membership:
    """Give the role to an account with the invited address, or (`is_new`) to one just made by whoever held the link.

    Raises CommandRefused.
    """
    row = _open(token, now)
    if not is_new and not is_for(row, by):
        raise CommandRefused(not_for(row))
    return _accept(row, by, now)


def _open(token: str, now: datetime) -> Invitation:
    row = Invitation.objects.open_at(now).select_for_update(of=("self",)).select_related("committee", "unit")
    found = row.filter(token_hash=hash_of(token)).first()
    if found is None:
        raise CommandRefused(_("Inbjudan gäller inte längre. Be nämndens administratör om en ny."))
    return found


def _accept(row: Invitation, user: User, now: datetime) -> Membership:
    row.accepted_at, row.accepted_by = now, user
    row.save(update_fields=["accepted_at", "accepted_by"])
    today, details = timezone.localdate(), {"inbjudan av": str(row.invited_by or "")}
    item = role_held(user, row, today)
    if item is None:
        return begin_role(user=user, offer=row, origin=RoleOrigin.BY_HAND, today=today, by=user, details=details)
    changed = _made_to_count(item, today)
    if changed:
        item.full_clean()
        item.save(update_fields=changed)
        record(action=AuditAction.CHANGED, subject=item, committee=row.committee, by=user, details=details)
    return item


def _made_to_count(item: Membership, today: date) -> list[str]:
    """Let a role that the person has already count from today, whatever the groups say; which fields that changed."""
    changed = []
    if item.valid_from is not None and item.valid_from > today:
        item.valid_from = today
        changed.append("valid_from")
    if item.origin != RoleOrigin.BY_HAND:
        item.origin = RoleOrigin.BY_HAND
        changed.append("origin")
    return changed


def _record(action: AuditAction, row: Invitation, by: AnyUser) -> None:
    record(
        action=action,
        subject=row,
        committee=row.committee,
        by=by,
        details={"enhet": row.unit.code} if row.unit else {},
    )
