"""Verifying an id_token: signature, issuer, audience, time and nonce. Pure but for the keys that it is given."""

import base64
import hashlib
from collections.abc import Mapping
from hmac import compare_digest
from typing import Any

import jwt

SIGNED_BY = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_LEEWAY = 60
"""Seconds that the clocks may differ."""


class TokenRefused(Exception):
    """Why, for the log."""


def nonce_of(code_verifier: str) -> str:
    """The nonce of a sign-in: it follows from the secret of PKCE, which stands in the session that began it."""
    return base64.urlsafe_b64encode(hashlib.sha256(f"nonce {code_verifier}".encode()).digest()).decode().rstrip("=")


def verify_id_token(token: str, *, keys: Mapping[str, Any], issuer: str, client_id: str, nonce: str) -> dict[str, Any]:
    """What the token says. Raises TokenRefused.

    The signature is verified though the token came straight from the provider, and only with a public key: so a
    fault in TLS alone lets nobody in.
    """
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in SIGNED_BY:
            raise TokenRefused(f"signed by {header.get('alg')}")
        key = _key(keys, header.get("kid"))
        said: dict[str, Any] = jwt.decode(
            token,
            key=key.key,
            algorithms=[header["alg"]],
            issuer=issuer,
            audience=client_id,
            leeway=_LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except jwt.PyJWTError as fault:
        raise TokenRefused(f"{type(fault).__name__}: {fault}") from fault
    if isinstance(said["aud"], list) and len(said["aud"]) > 1 and said.get("azp") != client_id:
        raise TokenRefused("meant for somebody else")
    if not nonce or not compare_digest(str(said.get("nonce", "")), nonce):
        raise TokenRefused("not the answer to this sign-in")
    return said


def _key(keys: Mapping[str, Any], name: str | None) -> jwt.PyJWK:
    """The key of that name; where the token names none, the only one there is."""
    known = jwt.PyJWKSet.from_dict(dict(keys)).keys
    found = [key for key in known if key.key_id == name] if name else known
    if len(found) != 1:
        raise TokenRefused("signed with an unknown key")
    return found[0]
