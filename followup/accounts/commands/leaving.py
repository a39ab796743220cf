"""Ending the accounts of those who have left, and setting up anew for those who have lost their second factor."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from followup.accounts.commands.sessions import end_sessions
from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import User


def away_since(when: datetime) -> QuerySet[User]:
    """The accounts in use that nobody has signed in to since, those that were made before it and never used too."""
    unused = Q(last_login__lt=when) | Q(last_login__isnull=True, date_joined__lt=when)
    return User.objects.filter(unused, is_active=True).order_by("last_name", "first_name", "username", "pk")


def check_endable(*, user: User, by: AnyUser) -> None:
    """Raises NotAllowed, CommandRefused."""
    if not (by.is_active and by.is_superuser):
        raise NotAllowed
    if user == by:
        raise CommandRefused(_("Du kan inte avsluta ditt eget konto."))
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and user.is_active and not others.exists():
        raise CommandRefused(_("%(who)s är den enda systemförvaltaren.") % {"who": user})


@transaction.atomic
def end_account(*, user: User, by: AnyUser) -> bool:
    """Nobody signs in to it any more, and whoever is signed in is out at once. What the person did stays theirs.

    False when it was ended already. Raises NotAllowed, CommandRefused.
    """
    current = lock_with_superusers(user)
    check_endable(user=current, by=by)
    if not current.is_active:
        return False
    current.is_active = False
    current.save(update_fields=["is_active"])
    record(action=AuditAction.ENDED, subject=current, committee=None, by=by)
    end_sessions(user=current, by=by)
    return True


def lock_with_superusers(user: User) -> User:
    """The person as they are now. Nobody changes them or an active superuser meanwhile: two cannot end each other.

    In one order, so that of two who lock one waits for the other. Inside a transaction.
    """
    one_of_them = Q(pk=user.pk) | Q(is_superuser=True, is_active=True)
    locked = {row.pk: row for row in User.objects.select_for_update().filter(one_of_them).order_by("pk")}
    return locked[user.pk]


@transaction.atomic
def remove_second_factors(*, user: User, by: AnyUser) -> int:
    """Take away apps, keys and recovery codes, so that the person sets up new ones at the next sign-in; how many.

    Sessions end, since whoever lost a telephone may have lost it signed in. Raises NotAllowed.
    """
    if not (by.is_active and by.is_superuser):
        raise NotAllowed
    removed, _of = Authenticator.objects.filter(user=user).delete()
    if removed:
        record(
            action=AuditAction.CHANGED,
            subject=user,
            committee=None,
            by=by,
            details={"andra faktor": "togs bort av systemförvaltaren"},
        )
        end_sessions(user=user, by=by)
    return removed
