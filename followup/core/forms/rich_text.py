"""A form field for rich text that works with the editor and without it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from followup.core.richtext import RichTextFault, clean_html, from_text, to_text

TEXT, HTML = "text", "html"


@dataclass(frozen=True, slots=True)
class Typed:
    """What came in: the text area's content, whether that is text or HTML, and the HTML its first text was made of."""

    content: str = ""
    markup: str = TEXT
    source: str = ""


def typed_html(typed: Typed, *, tables: bool = False) -> str:
    """Canonical HTML, with `tables` kept as such. Raises RichTextFault.

    A text that still reads as its source keeps it, so that links survive.
    """
    if typed.markup == HTML:
        return clean_html(typed.content, tables=tables)
    html = from_text(typed.content, tables=tables)
    if typed.source:
        source = clean_html(typed.source, tables=tables)
        if to_text(source) == to_text(html):
            return source
    return html


class RichTextArea(forms.Textarea):
    """A text area with the long texts' markup, which `static/js/rich_text.js` may turn into an editor.

    Beside it two hidden fields: `<name>_markup` says what the area holds (the editor sets `html`), `<name>_source`
    is the HTML that the shown text stands for. Its value is HTML, or Typed where a form is shown again.
    """

    template_name = "forms/rich_text.html"
    tables = False

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 4, **(attrs or {})})

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed | None:
        content = data.get(name)
        if content is None:
            return None
        return Typed(str(content), str(data.get(f"{name}_markup", TEXT)), str(data.get(f"{name}_source", "")))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        shown, source = _shown(value, tables=self.tables)
        context = super().get_context(name, shown, attrs)
        context["widget"]["source"] = source
        context["widget"]["tables"] = self.tables
        context["widget"]["words"] = json.dumps(editor_words(), ensure_ascii=False)
        return context

    def format_value(self, value: Any) -> str:
        return value or ""


def editor_words() -> dict[str, str]:
    """What the editor says, by the names that `static/js/rich_text.js` knows it by."""
    return {
        "toolbar": _("Textformat"),
        "emphasis": _("Betona"),
        "bullets": _("Punktlista"),
        "numbers": _("Numrerad lista"),
        "link": _("Länk"),
        "table": _("Tabell"),
        "rowBelow": _("Rad under"),
        "removeRow": _("Ta bort rad"),
        "columnAfter": _("Kolumn efter"),
        "removeColumn": _("Ta bort kolumn"),
        "removeTable": _("Ta bort tabell"),
        "tableTools": _("Tabellen"),
        "undo": _("Ångra"),
        "redo": _("Gör om"),
        "address": _("Länkens adress"),
        "hint": _("Börjar med https://, http:// eller mailto:. Lämna tomt för att ta bort länken."),
        "wrongAddress": _("Adressen ska börja med https://, http:// eller mailto:."),
        "apply": _("Använd"),
        "cancel": _("Avbryt"),
    }


def _shown(value: Any, *, tables: bool) -> tuple[str, str]:
    """The text to show and the HTML it stands for, which is empty for a text that cannot be taken in."""
    if isinstance(value, Typed):
        if value.markup != HTML and not value.source:
            return value.content, _html_or_nothing(value, tables=tables)
        html = _html_or_nothing(value, tables=tables)
        return (to_text(html), html) if html else (_as_text(value), "")
    return (to_text(value), value) if value else ("", "")


def _html_or_nothing(typed: Typed, *, tables: bool) -> str:
    try:
        return typed_html(typed, tables=tables)
    except RichTextFault:
        return ""


def _as_text(typed: Typed) -> str:
    """What cannot be taken in, to be mended; a table too large for a text stays as lines."""
    return to_text(typed.content, tables=False) if typed.markup == HTML else typed.content


class RichTextField(forms.Field):
    """Its cleaned value is canonical HTML, empty for a text that shows nothing; with `tables` kept as such."""

    widget = RichTextArea

    def __init__(self, *, tables: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.tables = self.widget.tables = tables

    def to_python(self, value: Any) -> str:
        if value is None:
            return ""
        try:
            return typed_html(value if isinstance(value, Typed) else Typed(str(value), HTML), tables=self.tables)
        except RichTextFault as fault:
            raise ValidationError(str(fault), code="rich_text") from fault

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or "")
        except ValidationError:
            return True
