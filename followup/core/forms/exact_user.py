"""A form field that finds a person by all of their user name or e-mail address, and lists nobody."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from followup.core.models import User


class ExactUserField(forms.CharField):
    """Its cleaned value is an active `User`. Upper and lower case are the same."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            return User.objects.filter(pk=value).values_list("username", flat=True).first()
        return value

    def clean(self, value: Any) -> User:
        text = super().clean(value)
        found = list(User.objects.filter(Q(username__iexact=text) | Q(email__iexact=text), is_active=True)[:2])
        if not found:
            raise ValidationError(_("Det finns ingen användare med just det användarnamnet eller den e-postadressen."))
        if len(found) > 1:
            raise ValidationError(_("Flera användare har den e-postadressen. Ange användarnamnet."))
        return found[0]
