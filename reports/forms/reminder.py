"""Which units are reminded, and what the letters say."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.commands.reminder_letters import LEFT_MARK, LONGEST_SUBJECT, Draft, UnitLeft, one_line


class ReminderForm(forms.Form):
    """Units that nobody can be reached in are no choice; those with something left are chosen from the start."""

    use_required_attribute = False

    units = forms.MultipleChoiceField(
        label=gettext_lazy("Enheter"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Välj minst en enhet.")},
    )
    subject = forms.CharField(
        label=gettext_lazy("Ämne"),
        max_length=LONGEST_SUBJECT,
        error_messages={"required": gettext_lazy("Skriv ett ämne.")},
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy(
            "{enhet} byts mot enhetens namn, och {kvar} mot det som enheten har kvar och länken till dess sida."
        ),
        error_messages={"required": gettext_lazy("Skriv en text.")},
    )

    def __init__(self, *args: Any, lefts: Sequence[UnitLeft], draft: Draft | None = None, **kwargs: Any) -> None:
        if draft is not None:
            chosen = [str(unit.id) for unit in lefts if unit.count]
            kwargs["initial"] = {"units": chosen, "subject": draft.subject, "text": draft.text}
        super().__init__(*args, **kwargs)
        choices = [(str(unit.id), _choice(unit)) for unit in lefts if unit.recipients]
        self.fields["units"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean_subject(self) -> str:
        return one_line(self.cleaned_data["subject"])

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if LEFT_MARK not in text:
            raise forms.ValidationError(
                _("Skriv %(mark)s där det som är kvar och länken ska stå.") % {"mark": LEFT_MARK}
            )
        return text

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset(int(value) for value in self.cleaned_data["units"])

    @property
    def draft(self) -> Draft:
        return Draft(self.cleaned_data["subject"], self.cleaned_data["text"])


def _choice(unit: UnitLeft) -> str:
    """`AFI Arbete och försörjning: 3 svar kvar. Till Anna Ek (anna@…).`"""
    people = ", ".join(f"{person.name} ({person.address})" for person in unit.recipients)
    words = {"unit": f"{unit.code} {unit.name}", "count": unit.count_words, "people": people}
    return _("%(unit)s: %(count)s. Till %(people)s.") % words
