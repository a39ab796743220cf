"""A round as a controller sets it up: what it is called, what it is of, and when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from followup.core.choices import capitalised
from followup.core.forms.day import DayField
from followup.core.forms.filters import FilterForm
from followup.core.forms.rich_text import RichTextField
from followup.core.forms.row import RowForm
from reports.choices import RoundKind


class RoundForm(RowForm):
    title = forms.CharField(label=_("Titel"), max_length=500)
    kind = forms.ChoiceField(label=_("Typ"), choices=capitalised(RoundKind))
    as_of = DayField(
        label=_("Avser"), help_text=_("Den dag som uppföljningen gäller, till exempel sista augusti för ett delår.")
    )
    opens_on = DayField(label=_("Öppnar"), required=False, help_text=_("Dagen då enheterna beräknas kunna svara."))
    deadline = DayField(label=_("Sista dag att svara"), required=False)
    instruction = RichTextField(
        label=_("Anvisning"), required=False, help_text=_("Visas för enheterna ovanför det som de svarar på.")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        opens_on, deadline = data.get("opens_on"), data.get("deadline")
        if opens_on is not None and deadline is not None and deadline < opens_on:
            self.add_error("deadline", _("Sista dag kan inte vara före den dag då uppföljningen öppnar."))
        return data


class RoundKindForm(FilterForm):
    """Which round to suggest: its kind, and a year among the plan's."""

    kind = forms.ChoiceField(label=_("Typ"), choices=capitalised(RoundKind))
    year = forms.TypedChoiceField(label=_("År"), coerce=int)

    def __init__(self, *args: Any, years: range, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]  # a choice field
