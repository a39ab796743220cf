"""The report's head: title, dates, registry number."""

from datetime import date
from typing import Any, TypedDict, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from reports.commands.composing import head_of
from reports.models import Report


class HeadValues(TypedDict):
    title: str
    subtitle: str
    as_of: date | None
    dated: date | None
    registry_number: str
    version: int


def _day(label: Any, hint: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv ett datum som 2017-08-31.")},
    )


class ReportForm(forms.Form):
    """`version` is the change number of the report that the person had before them."""

    title = forms.CharField(
        label=_("Titel"), max_length=300, error_messages={"required": _("Rapporten behöver en titel.")}
    )
    subtitle = forms.CharField(label=_("Underrubrik"), max_length=300, required=False)
    as_of = _day(_("Avser läget per den"), _("Siffror till och med den här dagen tas med."))
    dated = _day(_("Daterad"), _("Den dag som står på rapporten."))
    registry_number = forms.CharField(label=_("Diarienummer"), max_length=80, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @classmethod
    def of(cls, report: Report) -> "ReportForm":
        head = head_of(report)
        return cls(
            initial={
                "title": head.title,
                "subtitle": head.subtitle,
                "as_of": head.as_of,
                "dated": head.dated,
                "registry_number": head.registry_number,
                "version": report.version,
            }
        )

    def values(self) -> HeadValues:
        """What `change_report` takes, of a valid form."""
        data = self.cleaned_data
        return HeadValues(
            title=data["title"],
            subtitle=data["subtitle"],
            as_of=data["as_of"],
            dated=data["dated"],
            registry_number=data["registry_number"],
            version=data["version"],
        )

    def accept(self, current: Report) -> None:
        """Let what was typed replace the report as it stands now, the next time that it is sent."""
        typed = cast(QueryDict, self.data).copy()
        typed["version"] = str(current.version)
        self.data = typed
