"""Letting a colleague report for a unit, for a time."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, roles_with, units_to_lend
from followup.core.audit import record
from followup.core.choices import AuditAction, Role
from followup.core.dates import format_date
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import Membership, Unit, User

LONGEST = timedelta(days=366)


def colleagues_for(unit: Unit, today: date) -> QuerySet[User]:
    """Those who may be appointed: the committee's people who do not report for the unit in any case.

    Not its auditors, who write nothing of what they audit.
    """
    reports_anyway = Membership.objects.filter(
        Q(unit=unit) | Q(unit__isnull=True),
        committee=unit.committee_id,
        role__in=roles_with(Capability.REPORT),
        valid_through__isnull=True,
    )
    people = Membership.objects.filter(committee=unit.committee_id).valid_on(today)
    found = User.objects.filter(pk__in=people.values("user"), is_active=True)
    auditors = people.filter(role=Role.AUDITOR)
    found = found.exclude(pk__in=reports_anyway.values("user")).exclude(pk__in=auditors.values("user"))
    return found.order_by("last_name", "first_name", "username", "pk")


@transaction.atomic
def appoint_substitute(
    *, unit: Unit, user: User, valid_from: date, valid_through: date, today: date, by: AnyUser
) -> Membership:
    """Let the user report for the unit through a last day. Raises NotAllowed, CommandRefused.

    The same person may stand in several times, on days that do not overlap. A substitution that has ended gives its
    row to the new one; the audit holds both.
    """
    _check_may_lend(unit, by)
    unit = Unit.objects.select_for_update(of=("self",)).select_related("committee").get(pk=unit.pk)
    _check_days(valid_from, valid_through, today)
    if not colleagues_for(unit, today).filter(pk=user.pk).exists():
        raise CommandRefused(_("%(who)s kan inte ersätta i %(unit)s.") % {"who": user, "unit": unit.code})
    ended = Membership.objects.filter(user=user, unit=unit, role=Role.REPORTER, valid_through__lt=today)
    row = ended.order_by("valid_through", "pk").first()
    row = row or Membership(user=user, committee=unit.committee, unit=unit, role=Role.REPORTER)
    row.valid_from, row.valid_through = valid_from, valid_through
    other = row.overlapping()
    if other is not None:
        raise CommandRefused(
            _("%(who)s är redan ersättare i %(unit)s %(days)s. Välj andra dagar, eller avsluta den tiden först.")
            % {"who": user, "unit": unit.code, "days": other.days}
        )
    row.full_clean()
    row.save()
    _record(AuditAction.APPOINTED, row, by)
    return row


@transaction.atomic
def end_substitution(*, membership: Membership, today: date, by: AnyUser) -> None:
    """From today on the person reports no more; one that has not begun before today is removed.

    Raises NotAllowed, CommandRefused.
    """
    row = Membership.objects.substitutions().select_for_update(of=("self",)).filter(pk=membership.pk)
    current = row.select_related("user", "unit", "committee").first()
    if current is None or current.unit is None:
        raise CommandRefused(_("Ersättaren är redan borttagen."))
    _check_may_lend(current.unit, by)
    if current.has_ended(today):
        raise CommandRefused(_("Tiden som ersättare har redan gått ut."))
    yesterday = today - timedelta(days=1)
    _record(AuditAction.ENDED, current, by)
    if current.valid_from is None or current.valid_from <= yesterday:
        current.valid_through = yesterday
        current.save(update_fields=["valid_through"])
    else:
        current.delete()


def _check_may_lend(unit: Unit, by: AnyUser) -> None:
    if not units_to_lend(by).filter(pk=unit.pk).exists():
        raise NotAllowed


def _check_days(valid_from: date, valid_through: date, today: date) -> None:
    if valid_through < valid_from:
        raise CommandRefused(_("Sista dagen kan inte vara före den första."))
    if valid_from < today:
        raise CommandRefused(_("Första dagen kan inte ha varit."))
    if valid_through - valid_from > LONGEST:
        raise CommandRefused(_("En ersättare utses för högst ett år i taget."))


def _record(action: AuditAction, row: Membership, by: AnyUser) -> None:
    days = {"från": row.valid_from, "till och med": row.valid_through}
    record(
        action=action,
        subject=row,
        committee=row.committee,
        by=by,
        details={"enhet": row.unit.code if row.unit else ""}
        | {words: format_date(day) for words, day in days.items() if day is not None},
    )
