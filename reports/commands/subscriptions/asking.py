"""A reader's subscription: asked for, confirmed by the letter, ended. And those of an account."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, person
from followup.core.audit import record_each
from followup.core.choices import AuditAction
from followup.core.faults import NotAllowed
from followup.core.models import Committee
from reports.choices import OpenForm
from reports.commands.open_forms import count_use, may_write_to
from reports.commands.subscriptions.links import LASTS
from reports.commands.subscriptions.pruning import prune_unconfirmed
from reports.commands.subscriptions.queue import remove_unconfirmed_later, write_back
from reports.models import Subscription


class SomeReader(AnonymousUser):
    """Whoever reads without signing in; the audit trail has no more of them than this."""

    def __str__(self) -> str:
        return _("en läsare")


SOME_READER = SomeReader()


@transaction.atomic
def subscribe(*, address: str, committees: Sequence[Committee], site: str, network: str, now: datetime) -> None:
    """Ask the address, by a letter, whether it is to be told what the committees publish.

    Nothing tells whether the address was known: the answer is the same, as is the number of queries, and the letter is
    written by a worker. Nothing is audited until the address has agreed. Raises TooOften.
    """
    count_use(form=OpenForm.SUBSCRIBE, network=network, now=now)
    prune_unconfirmed(now=now)
    address = address.strip().casefold()
    if not may_write_to(form=OpenForm.SUBSCRIBE, address=address, now=now):
        return
    asked_key = uuid4()
    asked = {"asked_key": asked_key, "asked_at": now, "site": site}
    rows = [Subscription(committee=committee, address=address, **asked) for committee in committees]
    for row in rows:
        row.full_clean(validate_unique=False, validate_constraints=False)
    Subscription.objects.bulk_create(rows, ignore_conflicts=True)
    of_address = Subscription.objects.of_readers().filter(address=address)
    of_address.filter(committee__in=committees, confirmed_at__isnull=True).update(**asked)
    already = of_address.confirmed().order_by("pk").values_list("pk", flat=True).first()
    write_back(asked_key, already)
    remove_unconfirmed_later(now + LASTS)


@transaction.atomic
def confirm(*, asked_key: UUID, now: datetime) -> list[Subscription]:
    """Confirm what was asked for at once; nothing where it has been confirmed, or taken back, already."""
    waiting = Subscription.objects.select_for_update(of=("self",))
    waiting = waiting.filter(asked_key=asked_key, confirmed_at__isnull=True)
    found = list(waiting.filter(asked_at__gt=now - LASTS).select_related("committee__municipality"))
    Subscription.objects.filter(pk__in=[item.pk for item in found]).update(confirmed_at=now)
    for item in found:
        item.confirmed_at = now
    record_each(action=AuditAction.CREATED, subjects=found, by=SOME_READER)
    return found


@transaction.atomic
def end(*, key: UUID, all_of_address: bool = False) -> None:
    """End the subscription, and with it everything that is kept of the address. Nothing where it is ended already."""
    found = Subscription.objects.filter(key=key).select_related("committee__municipality", "user").first()
    if found is None:
        return
    rows = [found]
    if all_of_address:
        rows += found.others.select_related("committee__municipality", "user")
    _end(rows, by=found.user or SOME_READER)


@transaction.atomic
def choose_for_account(*, committees: Collection[Committee], site: str, now: datetime, by: AnyUser) -> None:
    """Exactly these committees are told to the person's own address. Raises NotAllowed."""
    user = person(by)
    if user is None:
        raise NotAllowed
    wanted = {committee.pk: committee for committee in committees}
    own = Subscription.objects.filter(user=user).select_related("committee__municipality")
    _end([item for item in own if wanted.pop(item.committee_id, None) is None], by=by)
    told = {"user": user, "site": site, "asked_at": now, "confirmed_at": now}
    asked = [Subscription(committee=committee, **told) for committee in wanted.values()]
    Subscription.objects.bulk_create(asked, ignore_conflicts=True)  # the same person in another tab
    new = own.filter(key__in=[item.key for item in asked]).order_by("committee__name", "pk")
    record_each(action=AuditAction.CREATED, subjects=new, by=by)


def _end(rows: Sequence[Subscription], *, by: AnyUser) -> None:
    """Delete them; only those that were confirmed were ever told of in the audit trail."""
    record_each(action=AuditAction.DELETED, subjects=[item for item in rows if item.confirmed_at], by=by)
    Subscription.objects.filter(pk__in=[item.pk for item in rows]).delete()
