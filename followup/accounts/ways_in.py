"""What the templates of signing in ask: which ways in there are here, and whether a second factor is demanded."""

from dataclasses import dataclass
from typing import Any

from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.http import HttpRequest

from followup.accounts.second_factor import has_shown, is_demanded_of, signs_in_elsewhere


@dataclass(frozen=True, slots=True)
class WaysIn:
    """`openid` is the setting. Costs nothing where it is not used."""

    request: HttpRequest
    openid: Any
    sends_mail: bool

    @property
    def onward(self) -> str:
        """Where the person was going; empty when it is another site."""
        return get_next_redirect_url(self.request) or ""

    @property
    def is_factor_demanded(self) -> bool:
        return is_demanded_of(self.request.user)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the person only ever signs in by the provider."""
        return signs_in_elsewhere(self.request.user)

    @property
    def has_shown_factor(self) -> bool:
        return has_shown(self.request)


def ways_in(request: HttpRequest) -> dict[str, WaysIn]:
    """Context processor: `sign_in` for the templates."""
    return {"sign_in": WaysIn(request, settings.OPENID, settings.SENDS_MAIL)}
