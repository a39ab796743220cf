"""The letter to whoever scheduled a publication that could not be done."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from followup.core.dates import format_moment
from reports.commands.reminder_letters import one_line
from reports.models import Job

_BY_ITSELF = {"Auto-Submitted": "auto-generated"}
_log = logging.getLogger(__name__)


def tell_of_failure(job: Job, words: str) -> None:
    """Nothing is sent of what one waits for at the page, nor where there is no address. A letter that fails is logged.

    After what it tells of has been stored: a letter that went off can not be taken back.
    """
    if job.due_at is None or job.asked_by is None or not job.asked_by.email or not settings.SENDS_MAIL:
        return
    link = reverse("reports:job", args=[job.report_id, job.pk])
    values = {
        "title": job.report.title,
        "version": job.version,
        "moment": format_moment(job.due_at),
        "words": words,
        "link": f"{settings.SITE_URL}{link}" if settings.SITE_URL else "",
    }
    subject = _("Rapporten publicerades inte: %(title)s") % values
    body = _(
        "Hej!\n\nVersion %(version)s av ”%(title)s” skulle publiceras %(moment)s, men det gick inte:\n\n"
        "%(words)s\n\nÖppna rapporten i Uppföljning, rätta det som hindrar och publicera på nytt.\n%(link)s"
    )
    message = EmailMessage(one_line(subject), (body % values).strip(), to=[job.asked_by.email], headers=_BY_ITSELF)
    try:
        message.send()
    except (OSError, ValueError) as fault:
        _log.warning("The letter about job %s was not sent: %s", job.pk, type(fault).__name__)
