"""Signing in, and confirming that it is still the same person."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from followup.accounts.sessions import bound


class SignInForm(LoginForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, password = self.fields["login"], self.fields["password"]
        name.label, password.label = _("Användarnamn eller e-postadress"), _("Lösenord")
        name.widget.attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        password.widget.attrs = {"autocomplete": "current-password"}
        password.help_text = ""
        name.error_messages["required"] = _("Skriv ditt användarnamn eller din e-postadress.")
        password.error_messages["required"] = _("Skriv ditt lösenord.")

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """allauth sets how long the session lasts once more afterwards, and would let it begin anew at every use."""
        response: HttpResponse = super().login(request, redirect_url=redirect_url)
        bound(request)
        return response


class ConfirmForm(ReauthenticateForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        password = self.fields["password"]
        password.label, password.help_text = _("Lösenord"), ""
        password.widget.attrs = {"autocomplete": "current-password"}
        password.error_messages["required"] = _("Skriv ditt lösenord.")
