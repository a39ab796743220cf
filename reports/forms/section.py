"""A section: heading, what it shows, text."""

from typing import Any, TypedDict, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from followup.core.forms.rich_text import RichTextField
from reports.choices import SectionKind
from reports.commands.composing import text_of
from reports.forms.section_kinds import KINDS
from reports.forms.section_options import Options, OptionsField, option_faults
from reports.models import Report, Section

_LEVELS = [(1, _("Huvudrubrik")), (2, _("Underrubrik")), (3, _("Tredje nivån")), (4, _("Fjärde nivån"))]


class SectionValues(TypedDict):
    title: str
    level: int
    kind: str
    content: str
    options: Options
    is_hidden: bool


class SectionForm(forms.Form):
    """`seen` is the fingerprint of the section that the person had before them, empty for a new one.

    `report` is the one that the section stands in: its plan and its tables say what the options may name.
    """

    title = forms.CharField(label=_("Rubrik"), max_length=1000, required=False)
    level = forms.TypedChoiceField(label=_("Rubrikens nivå"), choices=_LEVELS, coerce=int, initial=1)
    kind = forms.ChoiceField(
        label=_("Avsnittet visar"),
        choices=[(each.kind.value, each.words) for each in KINDS],
        widget=forms.RadioSelect,
        initial=SectionKind.TEXT,
    )
    content = RichTextField(
        label=_("Text"),
        required=False,
        tables=True,
        help_text=_("Står före det som avsnittet visar."),
    )
    options = OptionsField(
        label=_("Alternativ"),
        required=False,
        help_text=_("Vad som visas, som nyckel=värde med semikolon emellan: perioder=2018,2019; visa=kommentarer."),
    )
    is_hidden = forms.BooleanField(label=_("Visa inte avsnittet i rapporten"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.report = report

    @classmethod
    def of(cls, section: Section) -> "SectionForm":
        text = text_of(section)
        return cls(
            report=section.report,
            initial={
                "title": text.title,
                "level": text.level,
                "kind": text.kind,
                "content": text.content,
                "options": text.options,
                "is_hidden": text.is_hidden,
                "seen": text.fingerprint,
            },
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "kind" in data and "options" in data:
            for fault in option_faults(data["options"], data["kind"], self.report):
                self.add_error("options", fault)
        return data

    def values(self) -> SectionValues:
        """What `add_section` and `change_section` take, of a valid form."""
        data = self.cleaned_data
        return SectionValues(
            title=data["title"],
            level=data["level"],
            kind=data["kind"],
            content=data["content"],
            options=data["options"],
            is_hidden=data["is_hidden"],
        )

    def accept(self, current: Section | None) -> None:
        """Let what was typed replace the section as it stands now (None: become a new one) when it is sent again."""
        typed = cast(QueryDict, self.data).copy()
        typed["seen"] = text_of(current).fingerprint if current else ""
        self.data = typed
