"""How often somebody may fail to sign in, counted so that nobody can lock out somebody else from another network.

What is counted is a browser that the person has signed in with before, or else the network together with the account:
never the account alone. Within one network failures do lock out others, but not from browsers that they have used
before. Counted in the shared cache, by allauth's own counter, which is pinned with allauth.
"""

from allauth.core.internal.ratelimit import RateLimitUsage, consume
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string, salted_hmac

from followup.core.models import User
from followup.core.network import network_of

_OF_ONE_ACCOUNT = {"tries": "5/5m/key"}
_OF_A_NETWORK = {"tries": "200/h/key"}
_COOKIE = "known_browser"
_KEPT = 180 * 24 * 3600
_SALT = "followup.accounts.known_browser"


def mark_of(login: str) -> str:
    """A sum of what somebody signs in as, so that the cookie names nobody."""
    return salted_hmac(_SALT, login.strip().casefold(), algorithm="sha256").hexdigest()[:32]


def remember_browser(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Give the browser a cookie of its own for the sign-in page, which says whose tries are counted apart."""
    names = [mark_of(name) for name in (user.username, user.email) if name]
    response.set_cookie(
        _COOKIE,
        signing.dumps({"key": get_random_string(32), "of": names}, salt=_SALT),
        max_age=_KEPT,
        path="/logga-in/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def try_as(request: HttpRequest, login: str) -> list[RateLimitUsage] | None:
    """Count a try to sign in as `login`; None where there have been too many. Give what is returned to `forgive`."""
    known = _known_as(request, login)
    if known is not None:
        return _counted(request, (("browser", known, _OF_ONE_ACCOUNT),))
    network = network_of(request)
    of_account = f"{network} {mark_of(login)}"
    return _counted(request, (("network", network, _OF_A_NETWORK), ("account", of_account, _OF_ONE_ACCOUNT)))


def try_code(request: HttpRequest, user: User) -> list[RateLimitUsage] | None:
    """Count a try of a code by somebody who has come past the first step."""
    return _counted(request, (("code", f"{network_of(request)} {user.pk}", _OF_ONE_ACCOUNT),))


def forgive(tries: list[RateLimitUsage]) -> None:
    """What turned out right is not counted. Nothing else is forgotten, so no right one can be mixed in to go on."""
    for each in tries:
        each.rollback()


def _counted(request: HttpRequest, counts: tuple[tuple[str, str, dict[str, str]], ...]) -> list[RateLimitUsage] | None:
    taken: list[RateLimitUsage] = []
    for what, key, rates in counts:
        usage = consume(request, app=f"accounts.{what}", action="tries", config=rates, key=key, limit_get=True)
        if usage is None:
            forgive(taken)
            return None
        taken.append(usage)
    return taken


def _known_as(request: HttpRequest, login: str) -> str | None:
    try:
        known = signing.loads(request.COOKIES.get(_COOKIE, ""), salt=_SALT, max_age=_KEPT)
    except signing.BadSignature:
        return None
    return str(known["key"]) if mark_of(login) in known["of"] else None
