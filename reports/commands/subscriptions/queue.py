"""What a worker does for subscriptions, and how it is asked to."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from reports.choices import Happening
from reports.commands.open_forms import forget_uses
from reports.commands.subscriptions.letters import already_letter, confirmation_letter
from reports.commands.subscriptions.pruning import prune_unconfirmed
from reports.commands.subscriptions.sending import deliver, give_up_old, went_off
from reports.models import Subscription


@task()
def send_confirmation(asked_key: str, known_id: int | None) -> None:
    """The letter to whoever asked; the other one where the address has agreed already. Nothing where it is ended."""
    waiting = Subscription.objects.filter(asked_key=UUID(asked_key), confirmed_at__isnull=True)
    asked = list(waiting.select_related("committee__municipality").order_by("committee__name", "pk"))
    if asked:
        went_off(confirmation_letter(asked))
        return
    known = Subscription.objects.filter(pk=known_id).first() if known_id is not None else None
    if known is not None:
        went_off(already_letter(known))


@task()
def send_letters(publication_id: int, what: str) -> None:
    """It may be called again for the same: what is sent, or begun, is left alone."""
    now = timezone.now()
    give_up_old(now=now)
    again_at = deliver(publication_id=publication_id, what=Happening(what))
    if again_at is not None:
        enqueue_letters(publication_id, Happening(what), again_at)


@task()
def remove_unconfirmed() -> None:
    now = timezone.now()
    prune_unconfirmed(now=now)
    forget_uses(now=now)


def write_back(asked_key: UUID, known_id: int | None) -> None:
    send_confirmation.enqueue(asked_key.hex, known_id)


def enqueue_letters(publication_id: int, what: Happening, at: datetime | None = None) -> None:
    chosen = send_letters if at is None else send_letters.using(run_after=at)
    chosen.enqueue(publication_id, what.value)


def remove_unconfirmed_later(at: datetime) -> None:
    remove_unconfirmed.using(run_after=at).enqueue()
