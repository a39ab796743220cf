"""A section: heading, what it shows with which options, text."""

from typing import Any, TypedDict, cast

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from followup.core.forms.rich_text import RichTextField
from reports.choices import SectionKind
from reports.commands.composing import SectionText, text_of
from reports.forms.option_fields import (
    FIELD_OF,
    OTHER_PERIODS,
    PREFIX,
    OptionField,
    ShownOptions,
    fields_of,
    initial_of,
    no_doubles,
    options_typed,
    shown_field,
    shown_in,
)
from reports.forms.section_kinds import KINDS
from reports.forms.section_options import Options, OptionsField, option_faults
from reports.models import Report, Section
from reports.plan_book.options import format_options, parse_options

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

    The options of the kind in `shown_kind` are fields of their own, `options` holds the rest as text; without a
    `shown_kind` it holds all. `options_shown` are the options that the fields were filled with. `report` says what they
    may name. `copy` is what the page's script calls its copy of what is typed, empty without one.
    """

    marks_optional = False

    title = forms.CharField(label=_("Rubrik"), max_length=1000, required=False)
    level = forms.TypedChoiceField(label=_("Rubrikens nivå"), choices=_LEVELS, coerce=int, initial=1)
    kind = forms.ChoiceField(
        label=_("Avsnittet visar"),
        choices=[(each.kind.value, each.words) for each in KINDS],
        initial=SectionKind.TEXT,
    )
    content = RichTextField(
        label=_("Text"),
        required=False,
        tables=True,
        help_text=_("Står före det som avsnittet visar."),
    )
    options = OptionsField(
        label=_("Fler alternativ"),
        required=False,
        help_text=_("Som i planboken, nyckel=värde med semikolon emellan: perioder=2018,2019; visa=kommentarer."),
    )
    is_hidden = forms.BooleanField(label=_("Visa inte avsnittet i rapporten"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    after = forms.IntegerField(widget=forms.HiddenInput, required=False)
    copy = forms.SlugField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), max_length=40, required=False)
    shown_kind = forms.CharField(widget=forms.HiddenInput, required=False)
    options_shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None = None, *, report: Report, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.report = report
        self.before = parse_options(str((data or self.initial).get("options_shown", "")))
        self.shown: ShownOptions | None = None
        kind = str((data or self.initial).get("shown_kind", ""))
        if kind in SectionKind.values:
            self.shown = shown_in(kind, self.before, report)
            self.fields.update(fields_of(self.shown))

    @staticmethod
    def is_sent_in(data: QueryDict) -> bool:
        """Whether the form went along with what was asked for beside it."""
        return "shown_kind" in data

    @classmethod
    def of(cls, section: Section) -> "SectionForm":
        text = text_of(section)
        initial = {
            "title": text.title,
            "level": text.level,
            "kind": text.kind,
            "content": text.content,
            "is_hidden": text.is_hidden,
            "seen": text.fingerprint,
        }
        return cls._with_options(section.report, text.kind, parse_options(format_options(text.options)), initial)

    @classmethod
    def new(cls, report: Report, *, level: int = 1, after: int | None = None) -> "SectionForm":
        return cls._with_options(report, SectionKind.TEXT, {}, {"level": level, "after": after})

    @classmethod
    def _with_options(cls, report: Report, kind: str, options: Options, initial: dict[str, Any]) -> "SectionForm":
        """The form as it is first shown."""
        initial |= {"shown_kind": kind, "options_shown": format_options(options)}
        form = cls(report=report, initial=initial)
        if form.shown is not None:
            form.initial = {**initial, **initial_of(form.shown, options), "options": form.shown.rest}
        return form

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.shown is not None and "options" in data:
            typed = options_typed(self.shown, data, self.before)
            try:
                no_doubles(self.shown, typed, data["options"])
            except forms.ValidationError as refusal:
                self.add_error("options", refusal)
            else:
                data["options"] = typed | data["options"]
        if "kind" in data and "options" in data:
            for key, fault in option_faults(data["options"], data["kind"], self.report):
                self.add_error(self._field_showing(key), fault)
        return data

    def redrawn(self) -> "SectionForm":
        """The same as it was typed, unchecked, with the fields of the kind that is chosen now."""
        self.is_valid()
        data = cast(QueryDict, self.data).copy()
        typed = self.cleaned_data.get("options") or parse_options(data.get("options", ""))
        for name in [*FIELD_OF.values(), OTHER_PERIODS]:
            data.pop(name, None)
        data["shown_kind"], data["options_shown"] = data.get("kind", ""), format_options(typed)
        form = SectionForm(data, report=self.report)
        if form.shown is not None:
            data["options"] = format_options(form.shown.rest)
            for name, value in initial_of(form.shown, typed).items():
                data.setlist(name, _as_sent(name, value))
        form.data = data
        form._errors = ErrorDict()  # type: ignore[attr-defined]  # so that nothing is checked yet
        return form

    def option_fields(self) -> list[OptionField]:
        """The fields of the kind's options, in order."""
        names = [name for name in self.fields if name.startswith(PREFIX) and name != OTHER_PERIODS]
        return [shown_field(self, name) for name in names]

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

    def says_the_same_as(self, section: Section) -> bool:
        """Whether nothing is typed but what the section says."""
        return self.is_valid() and SectionText(**self.values()).fingerprint == text_of(section).fingerprint

    def follow(self, before: Section, after: Section) -> None:
        """Let what the person did to the section beside the form be no other's change; the rest is as it was typed."""
        was, now = text_of(before), text_of(after)
        typed = cast(QueryDict, self.data).copy()
        if typed.get("seen") != was.fingerprint:
            return
        typed["seen"] = now.fingerprint
        if now.level != was.level:
            typed["level"] = str(now.level)
        if now.is_hidden != was.is_hidden:
            typed.setlist("is_hidden", ["on"] if now.is_hidden else [])
        self.data = typed

    def _field_showing(self, key: str) -> str:
        name = FIELD_OF.get(key, "options")
        return name if name in self.fields else "options"


def _as_sent(name: str, value: Any) -> list[str]:
    """A field's value as a browser sends it."""
    if isinstance(value, bool):
        return ["on"] if value else []
    if name == FIELD_OF["rubriker"]:
        return ["\n".join(value)]
    return value if isinstance(value, list) else [value]
