"""Who is let in when the OpenID provider says who they are."""

import logging
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.http import HttpRequest
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext_lazy

from followup.accounts.commands.group_roles import give_any_role
from followup.accounts.invited import invitation_in
from followup.accounts.openid.carried import carry
from followup.accounts.openid.claims import Claims
from followup.core.models import User

_log = logging.getLogger(__name__)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """A person is known by the provider's subject alone. An e-mail address is no proof of who somebody is."""

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "no_password": gettext_lazy("Kontot har inget lösenord, så utan kopplingen går det inte att logga in."),
    }

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        claims: Claims = request.provider_claims  # type: ignore[attr-defined]  # put there by our provider
        carry(sociallogin, claims)
        if claims.groups is None:
            _log.warning("The provider did not send all groups of a person; roles are left as they are.")
        if sociallogin.is_existing or sociallogin.state.get("process") == "connect":
            return
        waiting = account_waiting_for(claims)
        if waiting is not None:
            sociallogin.connect(request, waiting)
            return
        reason = self._against_a_new_account(request, claims)
        if reason:
            page = render(request, "socialaccount/no_account.html", {"reason": reason, "claims": claims}, status=403)
            raise ImmediateHttpResponse(page)

    def _against_a_new_account(self, request: HttpRequest, claims: Claims) -> str:
        """Why no account is made; empty where one is."""
        if claims.email and User.objects.filter(email__iexact=claims.email).exists():
            return "taken"
        if invitation_in(request) is not None:
            return ""
        if claims.groups is None:
            return "groups"
        return "" if give_any_role(claims.groups) else "role"

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Whoever has come this far has been let past `pre_social_login`."""
        return True

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        _log.warning("A sign-in at the provider came to nothing: %s %s", error, _shortly(exception))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return resolve_url("account")


def account_waiting_for(claims: Claims) -> User | None:
    """The account that a superuser has made for the person and that nobody can have signed in to.

    It has the address that the provider has verified, and no password, key or provider yet. No other account is ever
    taken over by an address: its owner connects it, signed in.
    """
    if not claims.email_is_verified:
        return None
    found = list(User.objects.filter(email__iexact=claims.email)[:2])
    if len(found) != 1 or found[0].has_usable_password() or not found[0].is_active:
        return None
    taken = SocialAccount.objects.filter(user=found[0]).exists() or Authenticator.objects.filter(user=found[0]).exists()
    return None if taken else found[0]


def _shortly(exception: BaseException | None) -> str:
    return f"{type(exception).__name__}: {exception}"[:300] if exception is not None else ""
