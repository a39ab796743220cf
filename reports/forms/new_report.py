"""What a new report is about, and the template that it begins with."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.access import AnyUser, Capability, committees_where
from goals.models import Plan
from reports.choices import ReportTemplate
from reports.models import Round

Subject = Plan | Round


class NewReportForm(forms.Form):
    """A round or a plan of the committees whose reports the person edits, newest first. Two queries."""

    subject = forms.ChoiceField(
        label=gettext_lazy("Vad rapporten gäller"),
        help_text=gettext_lazy("En uppföljning, eller planen som den är beslutad."),
        error_messages={"required": gettext_lazy("Välj en uppföljning eller en plan.")},
    )
    template = forms.ChoiceField(
        label=gettext_lazy("Mall"),
        required=False,
        help_text=gettext_lazy("Mallen ger rapportens avsnitt och tabeller. De går att ändra efteråt."),
    )

    def __init__(self, *args: Any, by: AnyUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        committees = committees_where(by, Capability.EDIT_REPORT)
        plans = Plan.objects.filter(committee__in=committees).select_related("committee__municipality").newest_first()
        rounds = Round.objects.filter(committee__in=committees).select_related("plan__committee").newest_first()
        self._subjects: dict[str, Subject] = {f"plan-{plan.pk}": plan for plan in plans}
        self._subjects |= {f"round-{round.pk}": round for round in rounds}
        self.fields["subject"].choices = [("", _("Välj")), *self._grouped()]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["template"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("Den som passar")),
            *((value, capfirst(label)) for value, label in ReportTemplate.choices),
        ]

    def _grouped(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Under each plan its rounds, then the plan itself."""
        groups: dict[int, tuple[str, list[tuple[str, str]]]] = {}
        for key, subject in self._subjects.items():
            if isinstance(subject, Plan):
                groups[subject.pk] = (f"{subject.title}, {subject.committee}", [(key, _("Planen själv"))])
        for key, subject in reversed(self._subjects.items()):
            if isinstance(subject, Round):
                groups[subject.plan_id][1].insert(0, (key, subject.title))
        return list(groups.values())

    def clean_subject(self) -> Subject:
        subject = self._subjects.get(self.cleaned_data["subject"])
        if subject is None:
            raise ValidationError(_("Välj en uppföljning eller en plan."))
        return subject
