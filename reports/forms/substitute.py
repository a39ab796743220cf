"""Who stands in for a unit's reporter, and which days."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from followup.core.forms.day import DayField
from followup.core.models import User


class SubstituteForm(forms.Form):
    """`colleagues` are those who may be chosen; nobody else is named."""

    use_required_attribute = False

    person = forms.ModelChoiceField(
        label=_("Kollega"),
        queryset=User.objects.none(),
        empty_label=_("Välj en kollega"),
        help_text=_("De som redan har en roll i nämnden. Andra läggs till av nämndens administratör."),
        error_messages={"required": _("Välj en kollega.")},
    )
    valid_from = DayField(label=_("Första dag"))
    valid_through = DayField(
        label=_("Sista dag"), help_text=_("Till och med den dagen kan kollegan svara för enheten.")
    )

    def __init__(self, *args: Any, colleagues: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = colleagues  # type: ignore[attr-defined]  # a choice field
