"""What a session carries: when it began, how long it lasts, when it was last used."""

import time
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

SIGNED_IN_AT = "signed_in_at"
LAST_SEEN = "last_seen"
FRESH = 5 * 60
"""Seconds in which somebody who has just signed in need not do it again to change how they sign in."""


def begin(request: HttpRequest) -> None:
    """Let the session end a set time from now, whatever is done in it."""
    now = int(time.time())
    request.session[SIGNED_IN_AT] = request.session[LAST_SEEN] = now
    bound(request)


def bound(request: HttpRequest) -> None:
    began = request.session.get(SIGNED_IN_AT)
    if began is not None:
        ends = timezone.now() + timedelta(seconds=began + settings.SESSION_COOKIE_AGE - time.time())
        request.session.set_expiry(ends)


def is_fresh(request: HttpRequest) -> bool:
    return bool(time.time() - request.session.get(SIGNED_IN_AT, 0) < FRESH)
