"""What the letters to subscribers say."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from reports.choices import Happening
from reports.commands.reminder_letters import one_line
from reports.commands.subscriptions.links import LASTS, confirmation_link, ending_link
from reports.models import Publication, Subscription
from reports.open_data.happenings import happened_to

_BY_ITSELF = {"Auto-Submitted": "auto-generated"}


def confirmation_letter(asked: Sequence[Subscription]) -> EmailMessage:
    """All asked for at once, by the same address."""
    first = asked[0]
    told = {
        "committees": "\n".join(f"- {item.committee}" for item in asked),
        "link": confirmation_link(first.site, first.asked_key),
        "hours": int(LASTS.total_seconds() // 3600),
    }
    body = _(
        "Hej!\n\nNågon, troligen du, vill att den här adressen får brev när de här nämnderna publicerar, rättar eller "
        "avpublicerar en rapport:\n\n%(committees)s\n\nÖppna länken och bekräfta om det stämmer. Den gäller i "
        "%(hours)s timmar.\n%(link)s\n\nVar det inte du behöver du inte göra något: då tas adressen bort."
    )
    return EmailMessage(_("Bekräfta din prenumeration"), body % told, to=[first.address], headers=_BY_ITSELF)


def already_letter(known: Subscription) -> EmailMessage:
    """For an address that has agreed to all that was asked for."""
    body = _(
        "Hej!\n\nNågon, troligen du, har bett om brev till den här adressen om det nämnderna publicerar. Den "
        "prenumererar redan, så du behöver inte göra något.\n\nVill du inte längre ha breven avslutar du här:\n%(link)s"
    )
    words = body % {"link": ending_link(known.site, known.key)}
    return EmailMessage(_("Du prenumererar redan"), words, to=[known.address], headers=_BY_ITSELF)


def publication_letter(publication: Publication, what: Happening, to: Subscription, address: str) -> EmailMessage:
    """With one-click ending as RFC 8058 has it. Whoever has an account signs in for what is only for members."""
    told = happened_to(publication, what)
    page = to.site + reverse(
        "reading:version", args=[publication.committee.slug, publication.slug, publication.version]
    )
    end = ending_link(to.site, to.key)
    parts = [
        told.sentence,
        told.title,
        told.note,
        ""
        if publication.is_public
        else _("Versionen är bara öppen för dem som har en roll i nämnden. Logga in för att läsa den."),
        _("Läs varför: %(page)s") % {"page": page}
        if what == Happening.WITHDRAWN
        else _("Läs den: %(page)s") % {"page": page},
        _("Du får det här brevet för att du prenumererar på nämndens rapporter. Avsluta: %(end)s") % {"end": end},
    ]
    headers = {
        **_BY_ITSELF,
        "List-Id": f"<{publication.committee.slug}.{urlsplit(to.site).hostname}>",
        "List-Unsubscribe": f"<{end}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    body = "\n\n".join(part for part in parts if part)
    return EmailMessage(one_line(told.heading)[:200], body, to=[address], headers=headers)
