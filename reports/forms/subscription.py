"""What a reader, or a person with an account, wants to be told about."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from followup.core.models import Committee


class CommitteesForm(forms.Form):
    """Committees by their municipalities; `rows` come ordered by municipality, with it loaded along."""

    use_required_attribute = False

    committees = forms.MultipleChoiceField(
        label=_("Nämnder"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Välj bland nämnderna i listan.")},
    )

    def __init__(self, *args: Any, rows: Sequence[Committee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._by_slug = {row.slug: row for row in rows}
        groups = groupby(rows, key=lambda row: row.municipality.name)
        choices = [(name, [(row.slug, row.name) for row in found]) for name, found in groups]
        field: Any = self.fields["committees"]
        field.choices = choices if len(choices) > 1 else [each for _name, found in choices for each in found]

    @property
    def chosen(self) -> list[Committee]:
        return [self._by_slug[slug] for slug in self.cleaned_data["committees"]]


class SubscribeForm(CommitteesForm):
    address = forms.EmailField(
        label=_("E-postadress"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Används bara till breven. Den tas bort när du avslutar, och om du inte bekräftar."),
        error_messages={
            "required": _("Skriv din e-postadress."),
            "invalid": _("Skriv en e-postadress, till exempel namn@exempel.se."),
            "max_length": _("Adressen är för lång."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["committees"]
        field.required = True
        field.error_messages["required"] = _("Välj minst en nämnd.")
