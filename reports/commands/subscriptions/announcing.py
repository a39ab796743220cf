"""Having subscribers told of what happened to a version, in the transaction in which it happened."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from reports.choices import Happening
from reports.commands.subscriptions.queue import enqueue_letters
from reports.models import Publication, PublicationLetter, Subscription


def announce(*, publication: Publication, what: Happening, by: AnyUser) -> int:
    """How many letters were added. Nobody gets a second one about the same, so a version that is opened to everyone
    is told to those who did not know of it. Whether a person may read a members' version is asked when it is sent.
    """
    if not settings.SENDS_MAIL:
        return 0
    told = Subscription.objects.confirmed().filter(committee=publication.committee_id)
    told = told.exclude(letters__in=PublicationLetter.objects.filter(publication=publication, what=what))
    if not publication.is_public:
        told = told.filter(user__isnull=False)
    now = timezone.now()
    rows = [
        PublicationLetter(publication=publication, what=what, subscription_id=pk, made_at=now, due_at=now)
        for pk in told.values_list("pk", flat=True)
    ]
    if rows:
        PublicationLetter.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
        enqueue_letters(publication.pk, what)
        record(
            action=AuditAction.NOTIFIED,
            subject=publication,
            committee=publication.committee,
            by=by,
            details={"vad": str(what.label), "mottagare": str(len(rows))},
        )
    return len(rows)


def resume_letters(*, now: datetime, silent_after: timedelta) -> int:
    """Put back in the queue what waits though nobody is at it; of how many happenings. Several workers may at once."""
    since = now - silent_after
    waiting = PublicationLetter.objects.waiting().filter(due_at__lt=since)
    found = waiting.order_by().values_list("publication_id", "what").distinct()
    resumed = 0
    for publication_id, what in list(found):
        if waiting.filter(publication=publication_id, what=what).update(due_at=now):
            enqueue_letters(publication_id, Happening(what))
            resumed += 1
    return resumed
