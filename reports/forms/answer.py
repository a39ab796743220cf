"""The form for one answer: a judgement and its comment, for a unit or for the committee itself."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.forms.rich_text import RichTextField
from followup.core.widgets import StatusChoice
from goals.choices import GoalStatus
from goals.models import Plan
from reports.commands.assessments import Answer, answer_of
from reports.models import Assessment


class _StatusField(forms.ChoiceField):
    """Asked for, but a draft may wait with it."""

    widget = StatusChoice

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class AnswerForm(forms.Form):
    """Status in the plan's own words, comment, overall view, cause and measure, and the version the person saw.

    `auto_id` tells apart several forms on one page, such as `mal-5-%s`.
    """

    use_required_attribute = False

    status = _StatusField(label=gettext_lazy("Bedömning"))
    comment = RichTextField(label=gettext_lazy("Kommentar"), required=False)
    overall_view = RichTextField(required=False)
    cause = RichTextField(required=False)
    measure = RichTextField(required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self,
        *,
        plan: Plan,
        data: Mapping[str, Any] | None = None,
        assessment: Assessment | None = None,
        auto_id: str = "id_%s",
    ) -> None:
        answer = answer_of(assessment)
        super().__init__(
            data,
            auto_id=auto_id,
            initial={
                "status": answer.status,
                "comment": answer.comment,
                "overall_view": answer.overall_view,
                "cause": answer.cause,
                "measure": answer.measure,
                "version": assessment.version if assessment else 0,
            },
        )
        status = self.fields["status"]
        if isinstance(status, forms.ChoiceField):
            status.choices = [(value, plan.word_for(value)) for value in GoalStatus.values]
        self.fields["overall_view"].label = plan.label_overall_view
        self.fields["cause"].label = plan.label_cause
        self.fields["cause"].help_text = _("Vad beror det på?")
        self.fields["measure"].label = plan.label_measure
        self.fields["measure"].help_text = _("Vad gör ni åt det, och när?")

    def answer(self) -> Answer:
        """What was entered; the form must be valid."""
        data = self.cleaned_data
        return Answer(
            status=data["status"],
            comment=data["comment"],
            overall_view=data["overall_view"],
            cause=data["cause"],
            measure=data["measure"],
        )

    @property
    def seen_version(self) -> int:
        """The version that the person had before them, 0 for none. A field that was tampered with counts as none."""
        return self.cleaned_data.get("version") or 0

    @property
    def asks_for_cause(self) -> bool:
        """Whether cause and measure are asked for by the status that stands in the form."""
        status = self["status"].value()
        return status in GoalStatus.values and GoalStatus(status).asks_for_cause
