"""The provider of OpenID Connect. allauth looks for it in this module, and gets it in place of its own.

Beyond allauth's: the signature of the id_token is verified, the issuer is the one that is set, a nonce ties the token
to the session, and nothing of the request's own address goes on to the provider.
"""

from typing import Any

import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest

from followup.accounts.openid.claims import read_claims
from followup.accounts.openid.tokens import TokenRefused, nonce_of, verify_id_token
from followup.core.site import site_of


class VerifiedAdapter(OpenIDConnectOAuth2Adapter):
    """One sign-in on its way."""

    _nonce = ""

    @property
    def openid_config(self) -> Any:
        described = super().openid_config
        if str(described.get("issuer", "")).rstrip("/") != settings.OPENID.issuer:
            raise OAuth2Error("The provider calls itself something else than OIDC_ISSUER.")
        return described

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return site_of(request) + self.get_provider().get_callback_url()

    def get_access_token_data(
        self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str | None = None
    ) -> Any:
        self._nonce = nonce_of(pkce_code_verifier) if pkce_code_verifier else ""
        return super().get_access_token_data(request, app, client, pkce_code_verifier=pkce_code_verifier)

    def complete_login(self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any) -> Any:
        said = self._verified(app, kwargs["response"].get("id_token") or "")
        if settings.OPENID.asks_userinfo:
            more = self._fetch_user_info(token.token)
            if more.get("sub") != said["sub"]:
                raise OAuth2Error("The userinfo is of somebody else than the id_token.")
            said = more | said
        claims = read_claims(
            said,
            groups_claim=settings.OPENID.groups_claim,
            second_factor=settings.OPENID.second_factor,
            trusts_email=settings.OPENID.trusts_email,
        )
        request.provider_claims = claims  # type: ignore[attr-defined]  # carried to the adapters
        kept = {"sub": claims.subject, "email": claims.email, "preferred_username": claims.user_name}
        kept |= {"given_name": claims.first_name, "family_name": claims.last_name}
        return self.get_provider().sociallogin_from_response(request, kept)

    def _verified(self, app: Any, id_token: str) -> dict[str, Any]:
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
            keys = answer.json()
        try:
            return verify_id_token(
                id_token,
                keys=keys,
                issuer=self.openid_config["issuer"],
                client_id=app.client_id,
                nonce=self._nonce,
            )
        except TokenRefused as refusal:
            raise OAuth2Error(f"The id_token was refused: {refusal}") from refusal


class VerifiedProvider(OpenIDConnectProvider):
    oauth2_adapter_class = VerifiedAdapter

    def get_pkce_params(self) -> dict[str, str]:
        params: dict[str, str] = super().get_pkce_params()
        return params | {"nonce": nonce_of(params["code_verifier"])}

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, str]:
        return dict(self.get_auth_params())

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:
        return list(self.get_scope())

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> Any:
        """A provider that cannot be reached is told of on a page, like all else that goes wrong."""
        try:
            return super().redirect(request, process, next_url=next_url, data=data, **kwargs)
        except (requests.RequestException, OAuth2Error) as fault:
            return render_authentication_error(request, self, exception=fault)


provider_classes = [VerifiedProvider]
