"""The links of the letters: signed, so that nobody else can make one."""

from datetime import timedelta
from uuid import UUID

from django.core import signing
from django.urls import reverse

LASTS = timedelta(hours=48)
"""How long a reader has to confirm."""

_CONFIRM, _END = "reports.subscription.confirm", "reports.subscription.end"


def confirmation_link(site: str, asked_key: UUID) -> str:
    token = signing.TimestampSigner(salt=_CONFIRM).sign(asked_key.hex)
    return site + reverse("reading:subscription_confirm", args=[token])


def asked_key_in(token: str) -> UUID | None:
    """None for a link that is broken, or older than it lasts."""
    try:
        return UUID(signing.TimestampSigner(salt=_CONFIRM).unsign(token, max_age=LASTS))
    except (signing.BadSignature, ValueError):
        return None


def ending_link(site: str, key: UUID) -> str:
    """Lasts as long as the subscription."""
    return site + reverse("reading:subscription_end", args=[ending_token(key)])


def ending_token(key: UUID) -> str:
    return signing.Signer(salt=_END).sign(key.hex)


def key_in(token: str) -> UUID | None:
    """None for a link that is broken."""
    try:
        return UUID(signing.Signer(salt=_END).unsign(token))
    except (signing.BadSignature, ValueError):
        return None
