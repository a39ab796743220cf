"""What the provider said that counts until the person is in: it goes with the sign-in, past our own second factor.

allauth keeps a sign-in that waits for a code in the session, the provider's answer in it, and forgets both together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from followup.accounts.openid.claims import Claims

_SAID = "said"


@dataclass(frozen=True, slots=True)
class Carried:
    """`groups` as in `Claims`."""

    groups: frozenset[str] | None
    second_factor: bool


def carry(sociallogin: Any, claims: Claims) -> None:
    groups = None if claims.groups is None else sorted(claims.groups)
    sociallogin.state[_SAID] = {"groups": groups, "second_factor": claims.second_factor}


def carried_by(signal_kwargs: Mapping[str, Any] | None) -> Carried | None:
    """Of allauth's arguments that go with every sign-in; None when it was not by the provider."""
    sociallogin = (signal_kwargs or {}).get("sociallogin")
    if sociallogin is None:
        return None
    said = sociallogin.state[_SAID]
    groups = said["groups"]
    return Carried(None if groups is None else frozenset(groups), said["second_factor"])
