"""The provider of OpenID Connect, where people sign in with the municipality's own accounts."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from followup.environment.values import PRODUCTION, Values


@dataclass(frozen=True, slots=True)
class OpenId:
    """A provider of OpenID Connect; `is_set` False: people sign in with our own accounts only.

    `issuer` has no slash at its end, whether or not the provider writes one. `second_factor` are the values of `amr`,
    `acr` or `acrs` that say that the provider asked for a second factor, or `always` alone. `origins` are where the
    browser is sent on the way, for the content policy.
    """

    is_set: bool = False
    issuer: str = ""
    client_id: str = ""
    client_secret: str = ""
    name: str = ""
    groups_claim: str = "groups"
    second_factor: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    asks_userinfo: bool = True
    trusts_email: bool = False
    origins: tuple[str, ...] = ()

    @property
    def apps(self) -> list[dict[str, Any]]:
        """As allauth wants it: none, or one."""
        if not self.is_set:
            return []
        app = {"provider_id": "openid", "name": self.name, "client_id": self.client_id, "secret": self.client_secret}
        return [app | {"settings": {"server_url": self.issuer, "scope": list(self.scopes)}}]


class ReadsOpenId(Values):
    def openid(self, mode: str) -> OpenId:
        """The provider that `OIDC_ISSUER` and its companions describe; nothing is set when there is no issuer."""
        issuer = self.text("OIDC_ISSUER").rstrip("/").removesuffix("/.well-known/openid-configuration")
        if not issuer:
            return OpenId()
        parts = urlsplit(issuer)
        is_near = mode != PRODUCTION and parts.hostname in {"127.0.0.1", "localhost"}
        if not parts.netloc or not (parts.scheme == "https" or (parts.scheme == "http" and is_near)):
            raise ImproperlyConfigured(
                f"OIDC_ISSUER is {issuer!r}; an address such as https://login.microsoftonline.com/<tenant>/v2.0 "
                "is needed."
            )
        if not self.text("OIDC_CLIENT_ID"):
            raise ImproperlyConfigured("OIDC_CLIENT_ID must be set when OIDC_ISSUER is.")
        return OpenId(
            is_set=True,
            issuer=issuer,
            client_id=self.text("OIDC_CLIENT_ID"),
            client_secret=self.text("OIDC_CLIENT_SECRET"),
            name=self.text("OIDC_NAME", "kommunens inloggning"),
            groups_claim=self.text("OIDC_GROUPS_CLAIM", "groups"),
            second_factor=tuple(
                self.words("OIDC_SECOND_FACTOR", ("mfa", "http://schemas.microsoft.com/claims/multipleauthn"))
            ),
            scopes=tuple(self.words("OIDC_SCOPES", ("openid", "profile", "email"))),
            asks_userinfo=self.boolean("OIDC_USERINFO", True),
            trusts_email=self.boolean("OIDC_TRUSTS_EMAIL", False),
            origins=(f"{parts.scheme}://{parts.netloc}", *self.words("OIDC_ORIGINS")),
        )
