"""The letters of accounts: an invitation, and the link to a new password."""

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import get_connection
from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from followup.accounts.models import Invitation
from followup.core.dates import format_moment
from followup.core.mail import fault_of
from followup.core.models import User


def invitation_fault(invitation: Invitation, link: str) -> str:
    """Send the invitation; empty where it went off, else why not, in words. At once: the link is kept nowhere."""
    if not settings.SENDS_MAIL:
        return _("Här skickas inga brev.")
    body = _(
        "Hej!\n\n%(who)s bjuder in dig till Uppföljning som %(role)s i %(place)s.\n\nÖppna länken för att ta emot "
        "rollen. Den gäller till %(until)s och kan användas en gång.\n%(link)s\n\nVar inbjudan inte till dig behöver "
        "du inte göra något."
    ) % {
        "who": invitation.invited_by or _("Systemförvaltaren"),
        "role": invitation.get_role_display(),
        "place": invitation.place,
        "until": format_moment(invitation.expires_at),
        "link": link,
    }
    answers_to = invitation.invited_by.email if invitation.invited_by else ""
    return fault_of(_("Inbjudan till Uppföljning"), body, invitation.email, get_connection(), answers_to)


def with_password(email: str) -> list[User]:
    """The accounts that a forgotten password can be of. Who signs in elsewhere has none, and gets none by a letter."""
    found = User.objects.filter(email__iexact=email, is_active=True)
    return [user for user in found.order_by("pk") if user.has_usable_password()]


@task()
def send_password_letter(email: str, site: str) -> None:
    """What a worker does when somebody has said that they forgot their password: a letter for each account."""
    for user in with_password(email):
        key = default_token_generator.make_token(user)
        address = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
        body = _(
            "Hej!\n\nNågon, troligen du, har glömt lösenordet till kontot %(name)s i Uppföljning.\n\nVälj ett "
            "nytt här. Länken gäller i två timmar.\n%(link)s\n\nVar det inte du behöver du inte göra något: lösenordet "
            "är kvar."
        ) % {"name": user.get_username(), "link": site + address}
        fault_of(_("Nytt lösenord till Uppföljning"), body, user.email, get_connection(), "")
