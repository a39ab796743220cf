"""The letters about a reader's question: to the controllers when it is asked, to the asker when it is answered."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.core.mail import get_connection
from django.utils.translation import gettext as _

from followup.core.access import Capability, roles_with
from followup.core.mail import fault_of, no_server
from followup.core.models import Membership, User
from reports.commands.reminder_letters import Recipient, one_line
from reports.models import ReaderQuestion


def tell_controllers(question: ReaderQuestion, link: str, today: date) -> None:
    """One letter for each controller of the committee who has an e-mail address."""
    people = controllers_of(question, today)
    subject = _("Fråga om %(row)s") % {"row": question.row_title}
    body = _(
        "%(name)s frågar om ”%(row)s” i %(report)s:\n\n%(text)s\n\nSvara här:\n%(link)s\n\n"
        "Frågan och svaret visas för dem som har en roll i nämnden."
    ) % _words(question, link)
    _send(people, subject, body, reply_to=_address(question.asked_by))


def tell_asker(question: ReaderQuestion, link: str) -> None:
    """Nothing for somebody without an e-mail address, or who is no longer active."""
    address = _address(question.asked_by)
    if not address or question.asked_by is None or not question.asked_by.is_active:
        return
    subject = _("Svar på din fråga om %(row)s") % {"row": question.row_title}
    body = _(
        "%(answered_by)s har svarat på din fråga om ”%(row)s” i %(report)s.\n\n"
        "Din fråga:\n%(text)s\n\nSvaret:\n%(answer)s\n\nLäs i rapporten:\n%(link)s"
    ) % _words(question, link)
    _send([Recipient(str(question.asked_by), address)], subject, body, reply_to=_address(question.answered_by))


def controllers_of(question: ReaderQuestion, today: date) -> list[Recipient]:
    """Each address once, in the order of names. One query."""
    found = (
        Membership.objects.valid_on(today)
        .filter(
            committee=question.publication.committee_id,
            unit__isnull=True,
            role__in=roles_with(Capability.EDIT_REPORT),
            user__is_active=True,
        )
        .exclude(user__email="")
        .select_related("user")
        .order_by("user__last_name", "user__first_name", "user_id", "pk")
    )
    by_address = {item.user.email.casefold(): Recipient(str(item.user), item.user.email) for item in found}
    return list(by_address.values())


def _send(people: Iterable[Recipient], subject: str, body: str, reply_to: str) -> None:
    """A server that is gone is not tried again; what is refused is logged, and the question stands in the list."""
    if not settings.SENDS_MAIL:
        return
    connection = get_connection()
    for each in people:
        if fault_of(one_line(subject)[:200], body, each.address, connection, reply_to) == no_server():
            break
    connection.close()


def _words(question: ReaderQuestion, link: str) -> dict[str, str]:
    return {
        "name": question.asked_by_name,
        "row": question.row_title,
        "report": str(question.publication),
        "text": question.text,
        "answer": question.answer,
        "answered_by": question.answered_by_name,
        "link": link,
    }


def _address(user: User | None) -> str:
    return user.email if user is not None else ""
