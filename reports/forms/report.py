"""The report's head: title, dates, registry number, and which parts come first."""

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
    has_in_brief: bool | None
    has_since_last: bool | None
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
    """`version` is the change number of the report that the person had before them.

    Only a report of a round has the parts that sum it up, so only there is it asked which it is to have.
    """

    title = forms.CharField(
        label=_("Titel"), max_length=300, error_messages={"required": _("Rapporten behöver en titel.")}
    )
    subtitle = forms.CharField(label=_("Underrubrik"), max_length=300, required=False)
    as_of = _day(_("Avser läget per den"), _("Siffror till och med den här dagen tas med."))
    dated = _day(_("Daterad"), _("Den dag som står på rapporten."))
    registry_number = forms.CharField(label=_("Diarienummer"), max_length=80, required=False)
    has_in_brief = forms.BooleanField(
        label=_("Börja med I korthet"),
        required=False,
        help_text=_("En sida med hur många som har varje bedömning, det som inte är uppnått och vad som görs åt det."),
    )
    has_since_last = forms.BooleanField(
        label=_("Berätta vad som har ändrats sedan förra rapporten"),
        required=False,
        help_text=_("Avsnittet Sedan förra rapporten jämför med nämndens senast publicerade rapport."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if report.round_id is None:
            del self.fields["has_in_brief"], self.fields["has_since_last"]

    @staticmethod
    def is_sent_in(data: QueryDict) -> bool:
        """Whether the form went along with what was asked for beside it."""
        return "version" in data

    @classmethod
    def of(cls, report: Report) -> "ReportForm":
        head = head_of(report)
        return cls(
            report=report,
            initial={
                "title": head.title,
                "subtitle": head.subtitle,
                "as_of": head.as_of,
                "dated": head.dated,
                "registry_number": head.registry_number,
                "has_in_brief": head.has_in_brief,
                "has_since_last": head.has_since_last,
                "version": report.version,
            },
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
            has_in_brief=data.get("has_in_brief"),
            has_since_last=data.get("has_since_last"),
            version=data["version"],
        )

    def accept(self, current: Report) -> None:
        """Let what was typed replace the report as it stands now, the next time that it is sent."""
        typed = cast(QueryDict, self.data).copy()
        typed["version"] = str(current.version)
        self.data = typed
