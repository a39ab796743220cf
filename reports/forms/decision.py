"""Noting what the committee decided about a version."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_date
from followup.core.forms.day import DayField
from reports.choices import DecisionOutcome
from reports.models import CommitteeDecision

_OUTCOMES = [
    (DecisionOutcome.ADOPTED, gettext_lazy("Nämnden fastställde rapporten")),
    (DecisionOutcome.REMITTED_BACK, gettext_lazy("Nämnden återremitterade rapporten")),
]


class DecisionForm(forms.Form):
    """`standing` are the decisions noted so far; with any, it is asked whether one of them was noted wrongly."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Vad beslutade nämnden?"),
        choices=_OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj vad nämnden beslutade.")},
    )
    decided_on = DayField(label=gettext_lazy("Sammanträdesdag"))
    paragraph = forms.CharField(
        label=gettext_lazy("Paragraf i protokollet"),
        max_length=25,
        help_text=gettext_lazy("Till exempel 87."),
        error_messages={"required": gettext_lazy("Skriv paragrafens nummer.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Skäl till återremissen"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Behövs bara vid återremiss. Läsarna får se det."),
    )
    replaces = forms.ChoiceField(
        label=gettext_lazy("Ersätter en uppgift som blev fel?"), required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, standing: Iterable[CommitteeDecision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._standing = {str(item.pk): item for item in standing}
        if not self._standing:
            del self.fields["replaces"]
            return
        choices = [(key, _words(item)) for key, item in self._standing.items()]
        self.fields["replaces"].choices = [("", _("Nej, det är ett nytt beslut")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("outcome") == DecisionOutcome.REMITTED_BACK and not data.get("reason", "").strip():
            self.add_error("reason", _("Skriv varför nämnden återremitterade rapporten."))
        return data

    @property
    def replaced(self) -> CommitteeDecision | None:
        return self._standing.get(self.cleaned_data.get("replaces", ""))


def _words(decision: CommitteeDecision) -> str:
    return _("Ja, den här: %(outcome)s %(day)s, %(paragraph)s") % {
        "outcome": decision.get_outcome_display(),
        "day": format_date(decision.decided_on),
        "paragraph": decision.paragraph,
    }
