"""What a session carries: when and how it began, how long it lasts, when it was last used."""

import time
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

SIGNED_IN_AT = "signed_in_at"
SIGNED_IN_BY = "signed_in_by"
LAST_SEEN = "last_seen"
FRESH = 5 * 60
"""Seconds in which somebody who has just signed in need not do it again to change how they sign in."""


def begin(request: HttpRequest, method: str) -> None:
    """Let the session end a set time from now, whatever is done in it. `method` is in words."""
    now = int(time.time())
    request.session[SIGNED_IN_AT] = request.session[LAST_SEEN] = now
    request.session[SIGNED_IN_BY] = method
    bound(request)


def began_at(request: HttpRequest) -> datetime | None:
    """None for a session that did not begin at the sign-in page."""
    began = request.session.get(SIGNED_IN_AT)
    return datetime.fromtimestamp(began, UTC) if began is not None else None


def bound(request: HttpRequest) -> None:
    began = request.session.get(SIGNED_IN_AT)
    if began is not None:
        ends = timezone.now() + timedelta(seconds=began + settings.SESSION_COOKIE_AGE - time.time())
        request.session.set_expiry(ends)


def is_fresh(request: HttpRequest) -> bool:
    return bool(time.time() - request.session.get(SIGNED_IN_AT, 0) < FRESH)
