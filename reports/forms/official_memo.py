"""The memo that carries a report to the committee: its head, what it proposes, and why."""

from dataclasses import asdict
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from followup.core.access import AnyUser
from followup.core.forms.day import DayField
from followup.core.forms.rich_text import RichTextField
from reports.commands.official_memo import MemoText, memo_text_of, suggested_memo
from reports.models import OfficialMemo, Report


def _long(label: Any, hint: Any = "", **kwargs: Any) -> RichTextField:
    return RichTextField(label=label, help_text=hint, tables=True, **{"required": False, **kwargs})


class OfficialMemoForm(forms.Form):
    """`version` is the change number of the memo that the person had before them, 0 where there was none."""

    heading = forms.CharField(
        label=_("Rubrik"), max_length=1100, error_messages={"required": _("Tjänsteskrivelsen behöver en rubrik.")}
    )
    recipient = forms.CharField(
        label=_("Mottagare"), max_length=300, error_messages={"required": _("Skriv vem skrivelsen går till.")}
    )
    dated = DayField(label=_("Daterad"), required=False)
    registry_number = forms.CharField(label=_("Diarienummer"), max_length=200, required=False)
    case_officer = forms.CharField(
        label=_("Handläggare"), max_length=300, required=False, help_text=_("Namn och titel.")
    )
    proposed_decision = _long(
        _("Förslag till beslut"),
        _("Det som nämnden ska besluta, i en mening eller som en numrerad lista. Står först i skrivelsen."),
        required=True,
        error_messages={"required": _("Skriv vad nämnden föreslås besluta.")},
    )
    summary = _long(_("Sammanfattning"))
    background = _long(_("Ärendet"), _("Vad rapporten handlar om och varför nämnden får den."))
    assessment = _long(_("Bedömning"))
    financial_consequences = _long(_("Ekonomiska konsekvenser"))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def of(cls, memo: OfficialMemo) -> "OfficialMemoForm":
        return cls(initial=asdict(memo_text_of(memo)) | {"version": memo.version})

    @classmethod
    def suggested(cls, report: Report, by: AnyUser) -> "OfficialMemoForm":
        """Filled in with what a memo may begin with."""
        return cls(initial=asdict(suggested_memo(report, by)) | {"version": 0})

    def text(self) -> MemoText:
        """What `write_memo` takes, of a valid form."""
        return MemoText(**{name: value for name, value in self.cleaned_data.items() if name != "version"})

    def accept(self, current: OfficialMemo) -> None:
        """Let what was typed replace the memo as it stands now, the next time that it is sent."""
        typed = cast(QueryDict, self.data).copy()
        typed["version"] = str(current.version)
        self.data = typed
