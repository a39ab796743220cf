"""Sending each letter once, also when a worker disappears in the midst of it.

A letter is taken by one conditional UPDATE before it goes off. Who dies after that leaves a letter of which nobody
knows whether it went off, and it is not sent again; the others wait, and another worker sends them.
"""

import logging
import time
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import Capability, may_in
from reports.choices import Happening
from reports.commands.subscriptions.letters import publication_letter
from reports.models import Publication, PublicationLetter, Subscription

AGAIN_AFTER = timedelta(minutes=10)
"""When the mail server cannot be reached."""
GIVEN_UP_AFTER = timedelta(days=3)
SECONDS_BETWEEN_BEATS = 5

_OF_ONE_LETTER = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)
_log = logging.getLogger(__name__)


def deliver(*, publication_id: int, what: Happening) -> datetime | None:
    """Send what waits; when to try again, where the mail server could not be reached."""
    publication = Publication.objects.select_related("committee", "withdrawal", "disclosure").get(pk=publication_id)
    waiting = PublicationLetter.objects.waiting().filter(publication=publication, what=what)
    connection, beat_at = get_connection(), time.monotonic()
    try:
        for letter in list(waiting.select_related("subscription__user").order_by("pk")):
            if time.monotonic() - beat_at > SECONDS_BETWEEN_BEATS:
                waiting.update(due_at=timezone.now())
                beat_at = time.monotonic()
            if not waiting.filter(pk=letter.pk).update(taken_at=timezone.now()):
                continue
            again_at = _send(letter, publication, connection)
            if again_at is not None:
                waiting.update(due_at=again_at)
                return again_at
    finally:
        connection.close()
    return None


def _send(letter: PublicationLetter, publication: Publication, connection: Any) -> datetime | None:
    """Send one that is taken, and note what became of it; when to try again if the server is gone."""
    what = Happening(letter.what)
    address = _address_of(letter.subscription, publication, what)
    if not address:
        _note(letter, fault=_("Mottagaren får inte läsa versionen, eller har ingen adress."))
        return None
    message = publication_letter(publication, what, letter.subscription, address)
    message.connection = connection
    try:
        message.send()
    except _OF_ONE_LETTER as fault:
        _log.warning("A letter to a subscriber was refused by the mail server: %s", type(fault).__name__)
        _note(letter, fault=_("E-postservern tog inte emot brevet."))
        return None
    except OSError as fault:
        _log.warning("The mail server could not be reached: %s", type(fault).__name__)
        again_at = timezone.now() + AGAIN_AFTER
        PublicationLetter.objects.filter(pk=letter.pk).update(taken_at=None, due_at=again_at)
        return again_at
    PublicationLetter.objects.filter(pk=letter.pk).update(sent_at=timezone.now())
    return None


def _address_of(subscription: Subscription, publication: Publication, what: Happening) -> str:
    """Empty for whoever may not read the version now, and for a version that was withdrawn before it was told."""
    if what != Happening.WITHDRAWN and publication.is_withdrawn:
        return ""
    user = subscription.user
    if user is None:
        return subscription.address if publication.is_public else ""
    is_reader = publication.is_public or may_in(user, Capability.READ_INTERNAL, publication.committee)
    return user.email if user.is_active and is_reader else ""


def _note(letter: PublicationLetter, fault: str) -> None:
    PublicationLetter.objects.filter(pk=letter.pk).update(fault=fault)


def give_up_old(*, now: datetime) -> None:
    """What has waited for days is no news."""
    old = PublicationLetter.objects.waiting().filter(made_at__lt=now - GIVEN_UP_AFTER)
    old.update(fault=_("E-postservern gick inte att nå."))


def went_off(message: EmailMessage) -> bool:
    """A letter that somebody waits for: tried once, and whoever misses it asks again."""
    if not settings.SENDS_MAIL:
        return False
    try:
        message.send()
    except (OSError, ValueError) as fault:
        _log.warning("A letter about a subscription was not sent: %s", type(fault).__name__)
        return False
    return True
