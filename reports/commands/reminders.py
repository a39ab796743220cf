"""Reminding units by e-mail of what they have left."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.conf import settings
from django.core.mail import get_connection
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.mail import fault_of, no_server
from reports.commands.assessments import check_open
from reports.commands.reminder_letters import Draft, Letter, letters, one_line, units_left
from reports.models import Reminder, ReminderLetter, Round


def remind(
    *,
    round: Round,
    unit_ids: Collection[int],
    draft: Draft,
    links: Mapping[int, str],
    key: UUID,
    today: date,
    by: AnyUser,
) -> Reminder:
    """Send each reporter of the units a letter of their own, and say what became of it in `Reminder.letters`.

    `links` lead by unit id to what the unit fills in. With a `key` that has been used nothing is sent, and the reminder
    of that time is returned. What is sent is stored first, in a transaction that has ended before the first letter
    goes off: a letter that went off can not be taken back. Raises NotAllowed, Locked, CommandRefused, ValidationError.
    """
    if not may(by, Capability.CONTROL_ROUND, round.committee):
        raise NotAllowed
    sent = Reminder.objects.filter(key=key, round=round).first()
    if sent is not None:
        return sent
    check_open(round)
    if not settings.SENDS_MAIL:
        raise CommandRefused(_("Den här installationen kan inte skicka e-post."))
    chosen = [unit for unit in units_left(round, today) if unit.id in unit_ids]
    written = letters(chosen, draft, links)
    if not written:
        raise CommandRefused(_("Ingen av de valda enheterna har någon rapportör med e-postadress."))
    try:
        reminder, rows = _store(round, draft, ", ".join(unit.code for unit in chosen), written, key, by)
    except IntegrityError:
        return Reminder.objects.get(key=key, round=round)
    _send(written, rows, reply_to=getattr(person(by), "email", ""))
    return reminder


@transaction.atomic
def _store(
    round: Round, draft: Draft, units: str, written: Sequence[Letter], key: UUID, by: AnyUser
) -> tuple[Reminder, list[ReminderLetter]]:
    reminder = Reminder(
        round=round, key=key, subject=one_line(draft.subject), text=draft.text, units=units, sent_by=person(by)
    )
    reminder.full_clean(exclude={"sent_by"}, validate_unique=False)
    reminder.save()
    rows = [
        ReminderLetter(
            reminder=reminder, name=letter.recipient.name, address=letter.recipient.address, units=letter.units
        )
        for letter in written
    ]
    record(
        action=AuditAction.REMINDED,
        subject=round,
        committee=round.committee,
        by=by,
        details={"enheter": units, "mottagare": str(len(written))},
    )
    return reminder, ReminderLetter.objects.bulk_create(rows)


def _send(written: Sequence[Letter], rows: Sequence[ReminderLetter], reply_to: str) -> None:
    """One message for each, so that nobody sees who else got one. A server that is gone is not tried again."""
    connection = get_connection()
    unreachable = ""
    for letter, row in zip(written, rows, strict=True):
        row.fault = unreachable or fault_of(letter.subject, letter.body, letter.recipient.address, connection, reply_to)
        if row.fault == no_server():
            unreachable = row.fault
        row.sent_at = None if row.fault else timezone.now()
        row.save(update_fields=["sent_at", "fault"])
    connection.close()
