"""What a provider says of a person, in our own words. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Claims:
    """`groups` None: the provider has more of them than it sends, so that nothing may be concluded."""

    subject: str
    email: str
    email_is_verified: bool
    user_name: str
    first_name: str
    last_name: str
    groups: frozenset[str] | None
    second_factor: bool


def read_claims(
    said: Mapping[str, Any], *, groups_claim: str, second_factor: tuple[str, ...], trusts_email: bool
) -> Claims:
    """From an id_token that has been verified, and the userinfo of the same subject.

    Without the claim of groups the person is in none. Entra ID sends `_claim_names` in its place to those in more
    than 200 groups.
    """
    first, _space, last = _text(said, "name").partition(" ")
    email = _text(said, "email").lower()
    return Claims(
        subject=_text(said, "sub"),
        email=email,
        email_is_verified=bool(email) and (trusts_email or said.get("email_verified") in (True, "true")),
        user_name=_text(said, "preferred_username") or _text(said, "upn") or email,
        first_name=_text(said, "given_name") or first,
        last_name=_text(said, "family_name") or last,
        groups=_groups(said, groups_claim),
        second_factor=second_factor == (ALWAYS,) or bool(_shown(said) & set(second_factor)),
    )


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return value.strip() if isinstance(value, str) else ""


def _groups(said: Mapping[str, Any], claim: str) -> frozenset[str] | None:
    elsewhere = said.get("_claim_names")
    if claim not in said and isinstance(elsewhere, Mapping) and claim in elsewhere:
        return None
    return frozenset(_listed(said.get(claim)))


def _shown(said: Mapping[str, Any]) -> set[str]:
    return {value for name in ("amr", "acr", "acrs") for value in _listed(said.get(name))}


def _listed(value: Any) -> list[str]:
    """AD FS sends one value alone as text, several as a list."""
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
