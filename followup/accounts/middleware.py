"""What every request of a signed-in person passes: the second factor of their role, and when they were seen."""

import time
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from followup.accounts.models import BrowserSession
from followup.accounts.second_factor import has_shown, is_demanded_of
from followup.accounts.sessions import LAST_SEEN

_NOTED_EVERY = 5 * 60
"""Seconds, or a tenth of what ends a session. A write at every request would cost more than it tells."""

OPEN_WITHOUT = frozenset(
    {
        "login",
        "account_login",
        "logout",
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "core:appearance",
    }
)
"""Where somebody may go who has yet to set up the second factor that is demanded of them."""

Answer = Callable[[HttpRequest], HttpResponse]


class DemandSecondFactor:
    """Whoever has a role that demands a second factor comes no further than to setting one up. The admin included."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not settings.SECOND_FACTOR_ROLES or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        match = request.resolver_match
        if match is None or match.view_name in OPEN_WITHOUT or has_shown(request) or not is_demanded_of(request.user):
            return None
        return redirect("mfa_index")


class NoteLastSeen:
    """Only sessions that began at the sign-in page carry the mark; for all others it costs nothing."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and LAST_SEEN in request.session:
            self._note(request, time.time())
        return self.get_response(request)

    def _note(self, request: HttpRequest, now: float) -> None:
        unseen = now - request.session[LAST_SEEN]
        idle = settings.SESSION_IDLE_SECONDS
        if idle and unseen > idle:
            get_adapter(request).logout(request)
        elif unseen > (min(_NOTED_EVERY, idle // 10) if idle else _NOTED_EVERY):
            request.session[LAST_SEEN] = int(now)
            BrowserSession.objects.filter(session=request.session.session_key).update(last_seen_at=timezone.now())
