"""The letters to whoever scheduled a publication: that it is done, or that it could not be."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from followup.core.dates import format_moment
from reports.commands.reminder_letters import one_line
from reports.models import Job, Publication

_BY_ITSELF = {"Auto-Submitted": "auto-generated"}
_log = logging.getLogger(__name__)


def tell_of_publication(job: Job, publication: Publication) -> None:
    """That it is done, and where it is read."""
    values = {
        "title": publication.title,
        "version": publication.version,
        "moment": format_moment(publication.published_at),
        "readers": publication.get_audience_display(),
        "link": _link("reading:version", publication.committee.slug, publication.slug, publication.version),
    }
    subject = _("Rapporten är publicerad: %(title)s") % values
    body = _(
        "Hej!\n\nVersion %(version)s av ”%(title)s” publicerades %(moment)s, som det var bestämt.\n"
        "Läsare: %(readers)s.\n\nLäs rapporten i Uppföljning.\n%(link)s"
    )
    _send(job, subject, body % values)


def tell_of_failure(job: Job, words: str) -> None:
    """That it could not be done, and why."""
    values = {
        "title": job.report.title,
        "version": job.version,
        "moment": format_moment(job.due_at) if job.due_at else "",
        "words": words,
        "link": _link("reports:job", job.report_id, job.pk),
    }
    subject = _("Rapporten publicerades inte: %(title)s") % values
    body = _(
        "Hej!\n\nVersion %(version)s av ”%(title)s” skulle publiceras %(moment)s, men det gick inte:\n\n"
        "%(words)s\n\nÖppna rapporten i Uppföljning, rätta det som hindrar och publicera på nytt.\n%(link)s"
    )
    _send(job, subject, body % values)


def _link(name: str, *args: object) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}" if settings.SITE_URL else ""


def _send(job: Job, subject: str, body: str) -> None:
    """Nothing of what one waits for at the page, nor where there is no address. A letter that fails is logged.

    After what it tells of has been stored: a letter that went off can not be taken back.
    """
    if job.due_at is None or job.asked_by is None or not job.asked_by.email or not settings.SENDS_MAIL:
        return
    message = EmailMessage(one_line(subject), body.strip(), to=[job.asked_by.email], headers=_BY_ITSELF)
    try:
        message.send()
    except (OSError, ValueError) as fault:
        _log.warning("The letter about job %s was not sent: %s", job.pk, type(fault).__name__)
