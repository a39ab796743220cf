"""The form for the committee's own assessment: an answer, how it is printed, and what it answers besides."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from goals.models import Assignment, Plan
from indicators.models import Indicator
from reports.choices import SubjectKind
from reports.forms.answer import AnswerForm, choose
from reports.models import Assessment
from reports.subjects import kind_of


class CommitteeAnswerForm(AnswerForm):
    """`others` are what the same text may answer too."""

    status_words = forms.CharField(
        label=gettext_lazy("Statustext"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Trycks i stället för bedömningens ord, till exempel ”Pågår enligt beslut”."),
    )
    ref = forms.CharField(
        label=gettext_lazy("Referens"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Trycks vid texten när den svarar på flera, till exempel 1-2."),
    )
    also = forms.MultipleChoiceField(
        label=gettext_lazy("Texten svarar även på"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *,
        plan: Plan,
        kind: SubjectKind,
        others: Sequence[Indicator | Assignment],
        data: Mapping[str, Any] | None = None,
        assessment: Assessment | None = None,
    ) -> None:
        super().__init__(plan=plan, kind=kind, data=data, assessment=assessment)
        self._others = {f"{kind_of(each).value}-{each.pk}": each for each in others}
        if not others:
            del self.fields["also"]
            return
        choose(self.fields["also"], [(value, _named(each)) for value, each in self._others.items()])
        if assessment is not None:
            named = {(each.indicator_id, each.assignment_id) for each in assessment.references.all()}
            self.initial["also"] = [value for value, each in self._others.items() if _pair(each) in named]

    @property
    def answered_too(self) -> list[Indicator | Assignment]:
        """What the text answers besides; the form must be valid."""
        return [self._others[value] for value in self.cleaned_data.get("also", [])]

    @property
    def shows_print(self) -> bool:
        """Whether how it is printed stands open."""
        return any(self[name].value() for name in ("status_words", "ref", "also") if name in self.fields)


def _named(subject: Indicator | Assignment) -> str:
    return f"{kind_of(subject).label.capitalize()} {subject}"


def _pair(subject: Indicator | Assignment) -> tuple[int | None, int | None]:
    return (subject.pk, None) if isinstance(subject, Indicator) else (None, subject.pk)
