"""Codes and keys."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm, LoginWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from followup.accounts.limits import forgive, try_code
from followup.accounts.second_factor import signs_in_elsewhere

_ATTRIBUTES = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}


def _word(field: forms.Field, label: Any, help_text: Any = "") -> None:
    field.label, field.help_text = label, help_text
    field.widget.attrs = dict(_ATTRIBUTES)
    field.error_messages["required"] = _("Skriv koden.")


class _CodeInSwedish(forms.Form):
    """Counted by network beside allauth's count by account, so that the owner elsewhere is seldom stopped."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self.fields["code"], _("Kod"), _("Sex siffror från appen, eller en av dina reservkoder."))

    def clean_code(self) -> str:
        tries = try_code(context.request, self.user)  # type: ignore[attr-defined]  # of allauth's form
        if tries is None:
            raise get_adapter().validation_error("too_many_login_attempts")
        code = str(super().clean_code())  # type: ignore[misc]  # of allauth's form
        forgive(tries)
        return code


class CodeForm(_CodeInSwedish, AuthenticateForm):
    pass


class ConfirmCodeForm(_CodeInSwedish, ReauthenticateForm):
    pass


class AppForm(ActivateTOTPForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self.fields["code"], _("Kod från appen"), _("Sex siffror, utan mellanslag."))


class KeyForm(AddWebAuthnForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Vad nyckeln ska heta")
        self.fields["name"].max_length = 60
        if signs_in_elsewhere(self.user):
            del self.fields["passwordless"]
            return
        alone = self.fields["passwordless"]
        alone.label = _("Logga in med bara nyckeln, utan lösenord")
        alone.help_text = _("Nyckeln frågar då alltid efter pinkod, fingeravtryck eller ansikte.")
        alone.initial = True


class KeyAloneForm(LoginWebAuthnForm):
    """Signing in with nothing but a key. It tells only whoever holds the key why that does not do."""

    def clean_credential(self) -> Authenticator:
        key: Authenticator = super().clean_credential()
        if signs_in_elsewhere(key.user):
            raise forms.ValidationError(
                _("Nyckeln räcker inte ensam för ditt konto. Logga in med kommunens inloggning.")
            )
        return key


class KeyNameForm(EditWebAuthnForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Vad nyckeln ska heta")
        self.fields["name"].max_length = 60
