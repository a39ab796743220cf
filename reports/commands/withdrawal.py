"""Taking a published version back from its readers."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, NotAllowed
from reports.choices import Happening
from reports.commands.newest import note_newest
from reports.commands.subscriptions.announcing import announce
from reports.models import Publication, Withdrawal
from reports.standby import standby


@transaction.atomic
def withdraw(*, publication: Publication, reason: str, by: AnyUser) -> Withdrawal:
    """Hand the version out no longer, and tell its readers why. Nothing is deleted, and it cannot be undone.

    Raises NotAllowed, CommandRefused (no reason; already withdrawn).
    """
    if not may(by, Capability.PUBLISH, publication.committee):
        raise NotAllowed
    reason = reason.strip()
    if not reason:
        raise CommandRefused(_("Skriv varför versionen avpubliceras. Läsarna får se det."))
    try:
        with transaction.atomic():  # no other collision further on says that
            withdrawal = Withdrawal.objects.create(
                publication=publication,
                reason=reason,
                withdrawn_at=timezone.now(),
                withdrawn_by=person(by),
                withdrawn_by_name=str(by),
            )
    except IntegrityError:
        raise CommandRefused(_("Versionen är redan avpublicerad.")) from None
    note_newest(publication.report)
    standby().clear()  # before it is stored, and after: a process that dies in between leaves nothing to be shown
    transaction.on_commit(standby().clear)
    record(
        action=AuditAction.WITHDRAWN,
        subject=publication,
        committee=publication.committee,
        by=by,
        details={"skäl": reason},
    )
    announce(publication=publication, what=Happening.WITHDRAWN, by=by)
    return withdrawal
