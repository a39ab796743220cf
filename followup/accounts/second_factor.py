"""Of whom a second factor is demanded, and whether a session has one."""

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.http import HttpRequest

from followup.core.access import AnyUser, memberships_of
from followup.core.models import User

_SHOWN_BY = "second_factor_of"
SUPERUSER = "superuser"


def is_demanded_of(user: AnyUser) -> bool:
    """By a role that counts today. No query where no role demands it, else that of the memberships."""
    demanding = settings.SECOND_FACTOR_ROLES
    if not demanding or not user.is_authenticated:
        return False
    if user.is_superuser and SUPERUSER in demanding:
        return True
    return any(item.role in demanding for item in memberships_of(user))


def signs_in_elsewhere(user: AnyUser) -> bool:
    """Only by the provider: then nothing else lets the person in, or leaving the municipality would leave a way in."""
    if not isinstance(user, User) or user.has_usable_password():
        return False
    return SocialAccount.objects.filter(user=user).exists()


def note_second_factor(request: HttpRequest, user: User) -> None:
    """The session has shown a second factor. It says whose, so that nobody inherits it in the same browser."""
    request.session[_SHOWN_BY] = user.pk


def forget_second_factor(request: HttpRequest) -> None:
    request.session.pop(_SHOWN_BY, None)


def has_shown(request: HttpRequest) -> bool:
    return request.session.get(_SHOWN_BY) == request.user.pk
