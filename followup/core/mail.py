"""Handing one letter to the mail server, and saying in words what became of it."""

import logging
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

_OF_ONE_LETTER = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)
_log = logging.getLogger(__name__)


def fault_of(subject: str, body: str, to: str, connection: Any, reply_to: str) -> str:
    """Send it; empty where it went off, else why not, in words."""
    message = EmailMessage(
        subject,
        body,
        to=[to],
        reply_to=[reply_to] if reply_to else None,
        headers={"Auto-Submitted": "auto-generated"},
        connection=connection,
    )
    try:
        message.send()
    except _OF_ONE_LETTER as fault:
        _log.warning("A letter was refused by the mail server: %s", type(fault).__name__)
        return _("E-postservern tog inte emot brevet.")
    except OSError as fault:
        _log.warning("The mail server could not be reached: %s", type(fault).__name__)
        return no_server()
    return ""


def no_server() -> str:
    return _("E-postservern gick inte att nå.")
