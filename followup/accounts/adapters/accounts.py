"""How allauth signs people in and out here."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.accounts.commands.group_roles import follow_groups
from followup.accounts.commands.invitations import accept, invitation_of, is_for, not_for
from followup.accounts.commands.sessions import begin_session
from followup.accounts.invited import INVITATION
from followup.accounts.limits import forgive, remember_browser, try_as
from followup.accounts.openid.carried import Carried, carried_by
from followup.accounts.second_factor import has_shown, note_second_factor
from followup.accounts.sessions import is_fresh
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused
from followup.core.models import User
from followup.core.network import network_of

_log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Closed to new accounts: those come by invitation, by a group of the provider, or from a superuser."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": gettext_lazy("Kontot är avslutat."),
        "username_password_mismatch": gettext_lazy("Användarnamnet och lösenordet hör inte ihop."),
        "email_password_mismatch": gettext_lazy("E-postadressen och lösenordet hör inte ihop."),
        "incorrect_password": gettext_lazy("Lösenordet är fel."),
        "enter_current_password": gettext_lazy("Lösenordet är fel."),
        "incorrect_code": gettext_lazy("Koden är fel, eller har redan använts."),
        "too_many_login_attempts": gettext_lazy("För många misslyckade försök. Vänta fem minuter och försök igen."),
        "rate_limited": gettext_lazy("För många försök. Vänta fem minuter och försök igen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return network_of(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """In place of allauth's counting by the account alone, with which anybody could lock out anybody."""
        tries = try_as(request, str(credentials.get("username") or credentials.get("email") or ""))
        if tries is None:
            _log.warning("Sign-in is refused for a while after too many failures.")
            raise self.validation_error("too_many_login_attempts")
        self._tries = tries

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        if user is not None:
            forgive(self._tries)
        return user

    def get_login_stages(self) -> list[str]:
        ours = "followup.accounts.adapters.stages.SecondFactorStage"
        return [ours if name == "allauth.mfa.stages.AuthenticateStage" else name for name in super().get_login_stages()]

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """The session and its event, the roles of the groups, and an invitation that brought the person here."""
        said = carried_by(kwargs.get("signal_kwargs"))
        begin_session(request=request, user=user, method=self._method(request, user, said))
        if said is not None:
            if said.second_factor:
                note_second_factor(request, user)
            if said.groups is not None:
                follow_groups(user=user, groups=said.groups)
            else:
                messages.warning(request, _("Dina roller är som förut: inloggningstjänsten sade inte dina grupper."))
        self._accept_invitation(request, user, is_new=bool(kwargs.get("signup")))
        response = super().post_login(request, user, **kwargs)
        remember_browser(request, response, user)
        return response

    def _accept_invitation(self, request: HttpRequest, user: User, *, is_new: bool) -> None:
        """Whoever had the account already accepts on the page of the invitation, where it is theirs."""
        token, now = request.session.pop(INVITATION, ""), timezone.now()
        row = invitation_of(token, now) if token else None
        if token and is_new:
            try:
                accept(token=token, now=now, by=user, is_new=True)
            except CommandRefused as refusal:
                messages.error(request, str(refusal))
        elif row is not None and not is_for(row, user):
            messages.warning(request, not_for(row))

    def _method(self, request: HttpRequest, user: User, said: Carried | None) -> str:
        used = get_authentication_records(request, user)
        has_factor = any(item["method"] == "mfa" for item in used)
        if said is not None:
            return _("inloggningstjänst och andra faktor") if has_factor else _("inloggningstjänst")
        if any(item.get("passwordless") for item in used):
            return _("nyckel")
        return _("lösenord och andra faktor") if has_factor else _("lösenord")

    def logout(self, request: HttpRequest) -> None:
        user = request.user
        super().logout(request)
        if isinstance(user, User):
            record(action=AuditAction.SIGNED_OUT, subject=user, committee=None, by=user)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Not the password of somebody who has a second factor: it would add another one in its place."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [item for item in methods if item["id"] != "reauthenticate"] or methods

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not of whoever has just signed in. Whoever only signs in elsewhere has nothing to confirm with here."""
        methods = self.get_reauthentication_methods(self.request.user)
        has_factor = any(item["id"] != "reauthenticate" for item in methods)
        if is_fresh(self.request) and (has_shown(self.request) or not has_factor):
            return False
        if not methods:
            raise ImmediateHttpResponse(render(self.request, "accounts/sign_in_again.html", status=403))
        return True

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url("account")
