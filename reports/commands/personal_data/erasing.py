"""Erasing a person: what belongs to the account goes, what is a public record stays and points at nobody by name."""

from dataclasses import dataclass

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext as _

from followup.accounts.commands.leaving import lock_with_superusers
from followup.core.access import AnyUser
from followup.core.audit import record, record_of_installation
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import User
from reports.choices import JobState
from reports.commands.personal_data.finding import (
    addresses_of,
    field_of,
    of_account,
    rows_by_address,
    rows_of,
    words_of_shared,
)
from reports.commands.personal_data.held import AtErasure
from reports.commands.personal_data.words import kinds_of
from reports.models import Job


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows of each kind, in the words of their pages; kinds with none are left out.

    `left` says what may be somebody else's and is not touched; empty where nothing is.
    """

    counts: tuple[tuple[str, int], ...]
    left: str = ""

    def __str__(self) -> str:
        gone = ", ".join(f"{kind} {count}" for kind, count in self.counts) or _("ingenting")
        return f"{gone}. {self.left}" if self.left else gone


def check_erasable(*, user: User, by: AnyUser) -> None:
    """Raises NotAllowed, CommandRefused."""
    if not (by.is_active and by.is_superuser):
        raise NotAllowed
    if user == by:
        raise CommandRefused(_("Du kan inte radera ditt eget konto."))
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and not others.exists():
        raise CommandRefused(_("%(who)s är den enda systemförvaltaren.") % {"who": user})
    if Job.objects.filter(asked_by=user, state__in=(JobState.QUEUED, JobState.RUNNING)).exists():
        raise CommandRefused(
            _("%(who)s har beställt arbeten som inte är klara. Avbryt dem eller vänta.") % {"who": user}
        )


def would_erase(*, user: User) -> Erased:
    """What belongs to the account alone. Changes nothing."""
    counts: dict[str, int] = {}
    for name in of_account(AtErasure.GOES):
        _add(counts, name, rows_of(name, user).count())
    for address in sorted(addresses_of(user)):
        for name, rows in rows_by_address(address):
            _add(counts, name, rows.count())
    return Erased(tuple(counts.items()), words_of_shared(user))


@transaction.atomic
def erase_person(*, user: User, by: AnyUser) -> Erased:
    """What was done stays, as the deeds of one and the same person who is called Borttagen person and a number.

    Nobody signs in to the account any more. What was written in the audit trail and in published versions is not
    touched. A person erased before is erased again, which finds what has come since. Raises NotAllowed,
    CommandRefused, ValidationError.
    """
    current = lock_with_superusers(user)
    check_erasable(user=current, by=by)
    erased = would_erase(user=current)
    for address in addresses_of(current):
        for _name, rows in rows_by_address(address):
            rows.delete()
    Session.objects.filter(browser__user=current).delete()
    for name in of_account(AtErasure.GOES):
        rows_of(name, current).delete()
    _make_neutral(current)
    Job.objects.filter(asked_by=current).update(asked_by_name=str(current))
    record(
        action=AuditAction.ERASED,
        subject=current,
        committee=None,
        by=by,
        details={_("borttaget"): str(erased)},
    )
    return erased


@transaction.atomic
def erase_address(*, address: str, by: AnyUser) -> Erased:
    """Of a subscriber, or of somebody who was invited; an account with the address stays. Raises NotAllowed."""
    if not (by.is_active and by.is_superuser):
        raise NotAllowed
    erased = would_erase_address(address=address)
    for _name, rows in rows_by_address(address):
        rows.delete()
    record_of_installation(
        action=AuditAction.ERASED,
        label=_("en e-postadress"),
        by=by,
        details={_("borttaget"): str(erased)},
    )
    return erased


def would_erase_address(*, address: str) -> Erased:
    """Changes nothing."""
    counts: dict[str, int] = {}
    for name, rows in rows_by_address(address):
        _add(counts, name, rows.count())
    return Erased(tuple(counts.items()))


def _add(counts: dict[str, int], name: str, count: int) -> None:
    kind = kinds_of(field_of(name)[0])
    if count:
        counts[kind] = counts.get(kind, 0) + count


def _make_neutral(user: User) -> None:
    """The row stays, so that one person's deeds can still be told from another's."""
    user.username = f"borttagen-{user.pk}"
    user.first_name, user.last_name = _("Borttagen person"), str(user.pk)
    user.email = ""
    user.last_login = None
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.full_clean()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()
    # The admin's own log calls the account by its name, and says nothing that the audit trail does not.
    LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk)).delete()
