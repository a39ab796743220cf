"""What the templates of signing in ask: which ways in there are here, and whether a second factor is demanded."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from followup.accounts.second_factor import is_demanded_of


@dataclass(frozen=True, slots=True)
class WaysIn:
    """`openid` is the setting. Costs nothing where it is not used."""

    request: HttpRequest
    openid: Any
    sends_mail: bool

    @property
    def is_factor_demanded(self) -> bool:
        return is_demanded_of(self.request.user)


def ways_in(request: HttpRequest) -> dict[str, WaysIn]:
    """Context processor: `sign_in` for the templates."""
    return {"sign_in": WaysIn(request, settings.OPENID, settings.SENDS_MAIL)}
