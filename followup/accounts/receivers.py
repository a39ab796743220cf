"""What follows when allauth has changed how somebody signs in.

Its views write themselves and tell by signals; this is the one place where we listen to any.
"""

from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from allauth.socialaccount.signals import social_account_added, social_account_removed
from django.http import HttpRequest
from django.utils.translation import gettext as _

from followup.accounts.commands.sessions import keep_session
from followup.accounts.second_factor import forget_second_factor, note_second_factor
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.models import User

_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def kind_of(authenticator: Authenticator) -> str:
    return {
        Authenticator.Type.TOTP: _("kod från app"),
        Authenticator.Type.WEBAUTHN: _("säkerhetsnyckel"),
        Authenticator.Type.RECOVERY_CODES: _("reservkoder"),
    }[Authenticator.Type(authenticator.type)]


def _record(user: User, what: str, happened: str) -> None:
    record(action=AuditAction.CHANGED, subject=user, committee=None, by=user, details={what: happened})


def added(request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    if authenticator.type in _FACTORS:
        note_second_factor(request, user)
    _record(user, "andra faktor", _("lade till %(kind)s") % {"kind": kind_of(authenticator)})


def removed(request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    if not Authenticator.objects.filter(user=user, type__in=_FACTORS).exists():
        forget_second_factor(request)
    _record(user, "andra faktor", _("tog bort %(kind)s") % {"kind": kind_of(authenticator)})


def renewed(user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    _record(user, "andra faktor", _("gjorde nya %(kind)s") % {"kind": kind_of(authenticator)})


def used(request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    note_second_factor(request, user)
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        _record(user, "andra faktor", _("använde en reservkod"))


def failed(user: User, reauthentication: bool, **_kwargs: Any) -> None:
    """Whoever fails here has come past the first step, so the account's owner should be able to see it."""
    _record(user, "andra faktor", _("fel kod vid bekräftelse") if reauthentication else _("fel kod vid inloggning"))


def new_password(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    """The session goes on under another key."""
    keep_session(request=request, user=user)


def connected(sociallogin: Any, **_kwargs: Any) -> None:
    _record(sociallogin.user, "inloggningstjänst", _("kopplade kontot"))


def disconnected(socialaccount: Any, **_kwargs: Any) -> None:
    _record(socialaccount.user, "inloggningstjänst", _("kopplade loss kontot"))


def connect() -> None:
    """Kept by the signals weakly, which is why they are functions of the module."""
    authenticator_added.connect(added)
    authenticator_removed.connect(removed)
    authenticator_reset.connect(renewed)
    authenticator_used.connect(used)
    authentication_failed.connect(failed)
    password_changed.connect(new_password)
    social_account_added.connect(connected)
    social_account_removed.connect(disconnected)
