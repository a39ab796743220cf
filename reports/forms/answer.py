"""The form for one answer: a judgement and what is said of it, for a unit or for the committee itself."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import capitalised
from followup.core.forms.rich_text import RichTextField
from followup.core.widgets import StatusChoice
from goals.choices import GoalStatus
from goals.models import Plan
from reports.choices import SubjectKind, Trend
from reports.commands.assessments import Answer, answer_of
from reports.models import Assessment


class _StatusField(forms.ChoiceField):
    """Asked for, but a draft may wait with it."""

    widget = StatusChoice

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class AnswerForm(forms.Form):
    """Status in the plan's own words, the texts, trend and forecast, and the version the person saw.

    `kind` is what is judged, which says the scale. `answer` is shown instead of what is saved.
    """

    use_required_attribute = False

    status = _StatusField(label=gettext_lazy("Bedömning"))
    comment = RichTextField(label=gettext_lazy("Kommentar"), required=False)
    overall_view = RichTextField(required=False)
    cause = RichTextField(required=False)
    measure = RichTextField(required=False)
    trend = forms.ChoiceField(label=gettext_lazy("Trend"), required=False)
    forecast = RichTextField(label=gettext_lazy("Prognos"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self,
        *,
        plan: Plan,
        kind: SubjectKind = SubjectKind.GOAL,
        data: Mapping[str, Any] | None = None,
        assessment: Assessment | None = None,
        answer: Answer | None = None,
    ) -> None:
        self._saved = answer_of(assessment)
        super().__init__(
            data, initial={**asdict(answer or self._saved), "version": assessment.version if assessment else 0}
        )
        choose(self.fields["status"], [(value, plan.word_for(value)) for value in kind.statuses.values])
        choose(self.fields["trend"], [("", _("Ingen angiven")), *capitalised(Trend)])
        self.fields["overall_view"].label = plan.label_overall_view
        self.fields["cause"].label = plan.label_cause
        self.fields["cause"].help_text = _("Vad beror det på?")
        self.fields["measure"].label = plan.label_measure
        self.fields["measure"].help_text = _("Vad gör ni åt det, och när?")
        self.fields["forecast"].help_text = _("Vad väntas för helåret?")

    def answer(self) -> Answer:
        """What was entered, beside what is saved and not asked for here; the form must be valid."""
        asked = {field.name for field in fields(Answer)} & {*self.cleaned_data}
        return replace(self._saved, **{name: self.cleaned_data[name] for name in asked})

    @property
    def seen_version(self) -> int:
        """The version that the person had before them, 0 for none. A field that was tampered with counts as none."""
        return self.cleaned_data.get("version") or 0

    @property
    def asks_for_cause(self) -> bool:
        """Whether cause and measure are asked for by the status that stands in the form."""
        status = self["status"].value()
        return status in GoalStatus.values and GoalStatus(status).asks_for_cause


def choose(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    """Give a field its choices, whatever the type checker knows of it."""
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
