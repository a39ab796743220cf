"""A section: heading, what it shows, text."""

from typing import TypedDict, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from followup.core.forms.rich_text import RichTextField
from reports.choices import SectionKind
from reports.commands.composing import text_of
from reports.models import Section

_KINDS = [
    (SectionKind.TEXT, _("Text")),
    (SectionKind.GOAL_OVERVIEW, _("Målöversikt: varje mål med enheternas och nämndens bedömning")),
    (SectionKind.GOAL_TABLE, _("Måltabell: mål, indikatorer, enheternas svar och ansvariga")),
    (SectionKind.PAGE_BREAK, _("Sidbrytning: ny sida i PDF-filen")),
]
_LEVELS = [(1, _("Huvudrubrik")), (2, _("Underrubrik")), (3, _("Tredje nivån")), (4, _("Fjärde nivån"))]


class SectionValues(TypedDict):
    title: str
    level: int
    kind: str
    content: str
    is_hidden: bool


class SectionForm(forms.Form):
    """`seen` is the fingerprint of the section that the person had before them, empty for a new one."""

    title = forms.CharField(label=_("Rubrik"), max_length=300, required=False)
    level = forms.TypedChoiceField(label=_("Rubrikens nivå"), choices=_LEVELS, coerce=int, initial=1)
    kind = forms.ChoiceField(
        label=_("Avsnittet visar"), choices=_KINDS, widget=forms.RadioSelect, initial=SectionKind.TEXT
    )
    content = RichTextField(
        label=_("Text"),
        required=False,
        help_text=_("I en målöversikt eller en måltabell står texten före målen."),
    )
    is_hidden = forms.BooleanField(label=_("Visa inte avsnittet i rapporten"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, section: Section) -> "SectionForm":
        text = text_of(section)
        return cls(
            initial={
                "title": text.title,
                "level": text.level,
                "kind": text.kind,
                "content": text.content,
                "is_hidden": text.is_hidden,
                "seen": text.fingerprint,
            }
        )

    def values(self) -> SectionValues:
        """What `add_section` and `change_section` take, of a valid form."""
        data = self.cleaned_data
        return SectionValues(
            title=data["title"],
            level=data["level"],
            kind=data["kind"],
            content=data["content"],
            is_hidden=data["is_hidden"],
        )

    def accept(self, current: Section | None) -> None:
        """Let what was typed replace the section as it stands now (None: become a new one) when it is sent again."""
        typed = cast(QueryDict, self.data).copy()
        typed["seen"] = text_of(current).fingerprint if current else ""
        self.data = typed
