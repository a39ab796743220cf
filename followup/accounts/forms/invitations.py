"""Inviting, and accepting."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from followup.accounts.forms.password import UNLIKE
from followup.core.access import AnyUser, Capability, committees_where
from followup.core.choices import Role, capitalised
from followup.core.models import Committee, Unit, User


class UnitField(forms.ModelChoiceField):
    """Units of several committees may have the same name."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.committee.name}: {obj}"


class InviteForm(forms.Form):
    """Only committees that the person administers, and their units."""

    use_required_attribute = False

    email = forms.EmailField(
        label=_("E-postadress"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=_("Inbjudan skickas dit. Den gäller i sju dagar och kan användas en gång."),
    )
    committee = forms.ModelChoiceField(label=_("Nämnd"), queryset=Committee.objects.none(), empty_label=None)
    role = forms.ChoiceField(label=_("Roll"), choices=[])
    unit = UnitField(
        label=_("Enhet"), queryset=Unit.objects.none(), required=False, empty_label=_("Alla nämndens enheter")
    )

    def __init__(self, *args: Any, user: AnyUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = committees_where(user, Capability.ADMINISTER).select_related("municipality").order_by("name", "pk")
        units = (
            Unit.objects.filter(committee__in=mine)
            .select_related("committee")
            .order_by("committee__name", "position", "code", "pk")
        )
        self.fields["committee"].queryset = mine  # type: ignore[attr-defined]  # a choice field
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]  # a choice field
        self.fields["role"].choices = capitalised(Role)  # type: ignore[attr-defined]  # a choice field
        self.fields["role"].initial = Role.REPORTER

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        unit, committee = cleaned.get("unit"), cleaned.get("committee")
        if unit is not None and committee is not None and unit.committee_id != committee.pk:
            self.add_error("unit", _("Enheten hör till en annan nämnd."))
        return cleaned


class AcceptForm(forms.Form):
    """The name and the password of a new account."""

    use_required_attribute = False

    first_name = forms.CharField(
        label=_("Förnamn"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Efternamn"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    password1 = forms.CharField(
        label=_("Lösenord"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    password2 = forms.CharField(
        label=_("Lösenord en gång till"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password1"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, again = cleaned.get("password1"), cleaned.get("password2")
        if first and again and first != again:
            self.add_error("password2", UNLIKE)
        elif first:
            names = {name: cleaned.get(name, "") for name in ("first_name", "last_name")}
            try:
                validate_password(first, User(username=self.email, email=self.email, **names))
            except ValidationError as refusal:
                self.add_error("password1", refusal)
        return cleaned
