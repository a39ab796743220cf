"""Passing on what somebody tells of that cannot be used. Nothing of it is kept here."""

import logging
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.faults import CommandRefused
from followup.core.models import Municipality
from reports.choices import OpenForm
from reports.commands.open_forms import count_use

_log = logging.getLogger(__name__)


def report_fault(
    *, municipality: Municipality, what: str, where: str, answer_to: str, network: str, now: datetime
) -> None:
    """A letter to the municipality. Raises TooOften, CommandRefused (nobody to send it to, or it did not go off)."""
    if not municipality.contact_address or not settings.SENDS_MAIL:
        raise CommandRefused(_("Formuläret går inte att skicka här. Vänd dig till kommunen på annat sätt."))
    with transaction.atomic():
        count_use(form=OpenForm.ACCESSIBILITY, network=network, now=now)
    told = {"what": what, "where": where or _("inte angiven"), "answer": answer_to or _("inte angiven")}
    body = _(
        "En läsare har rapporterat bristande tillgänglighet i Uppföljning.\n\nVad: %(what)s\n\nSida: %(where)s\n\n"
        "Svara till: %(answer)s"
    )
    message = EmailMessage(
        _("Bristande tillgänglighet i Uppföljning"),
        body % told,
        to=[municipality.contact_address],
        reply_to=[answer_to] if answer_to else None,
        headers={"Auto-Submitted": "auto-generated"},
    )
    try:
        message.send()
    except (OSError, ValueError) as fault:
        _log.warning("A report about accessibility was not sent: %s", type(fault).__name__)
        raise CommandRefused(_("Brevet gick inte att skicka just nu. Försök igen om en stund.")) from fault
