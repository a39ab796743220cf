"""Choosing a password: a new one, a forgotten one."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordKeyForm
from allauth.account.forms import ResetPasswordForm as AllauthResetPasswordForm
from allauth.core import context
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from followup.accounts.commands.sessions import end_sessions
from followup.accounts.letters import send_password_letter
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.models import User
from followup.core.site import site_of

UNLIKE = _("Lösenorden är inte lika.")


def in_swedish(fields: dict[str, forms.Field]) -> None:
    """Our own words on allauth's two fields for a new password."""
    first, again = fields["password1"], fields["password2"]
    first.label, again.label = _("Nytt lösenord"), _("Nytt lösenord en gång till")
    first.help_text = " ".join(password_validators_help_texts())
    for field in (first, again):
        field.widget.attrs = {"autocomplete": "new-password"}
        field.error_messages["required"] = _("Skriv ett lösenord.")


class _Twice(forms.Form):
    """In place of allauth's own comparison, for the sake of the words."""

    def clean(self) -> dict[str, Any]:
        cleaned = dict(self.cleaned_data)
        first, again = cleaned.get("password1"), cleaned.get("password2")
        if first and again and first != again:
            self.add_error("password2", UNLIKE)
        return cleaned


class NewPasswordForm(_Twice, ChangePasswordForm):
    """By somebody who is signed in. All the person's other sessions end."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_swedish(self.fields)
        old = self.fields["oldpassword"]
        old.label, old.help_text = _("Nuvarande lösenord"), ""
        old.widget.attrs = {"autocomplete": "current-password"}

    def save(self) -> None:
        super().save()
        _record(self.user)
        end_sessions(user=self.user, by=self.user, but=context.request.session.session_key)


class ForgottenPasswordForm(AllauthResetPasswordForm):
    """Nothing is looked up while somebody waits: a worker does, so that the answer tells nothing by its time either."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-postadress")
        self.fields["email"].widget.attrs = {"type": "email", "autocomplete": "email"}

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email = str(self.cleaned_data["email"])
        send_password_letter.enqueue(email, site_of(request))
        return email


class ResetPasswordForm(_Twice, ResetPasswordKeyForm):
    """By whoever holds the link of the letter. All sessions end."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_swedish(self.fields)

    def save(self) -> None:
        super().save()
        _record(self.user)
        end_sessions(user=self.user, by=self.user)


def _record(user: User) -> None:
    record(action=AuditAction.CHANGED, subject=user, committee=None, by=user, details={"fält": "password"})
