"""A form for a stored row that remembers the row as the person had it before them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self, TypeVar, cast

from django import forms
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext as _

from followup.core.commands.bulk import fingerprint
from followup.core.dates import format_date
from followup.core.forms.rich_text import RichTextField
from followup.core.richtext import to_text

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Differing:
    """A field where what is stored now is not what was typed: its label, and what is stored, in words."""

    label: str
    words: str


class RowForm(forms.Form):
    """Its fields are named as the row's. `seen` is the row's fingerprint, empty for a new one."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, row: models.Model, **kwargs: Any) -> Self:
        """The form as it is first shown. A row that is not stored yet gives suggestions."""
        initial: dict[str, Any] = {name: getattr(row, name) for name in cls.row_fields()}
        if row.pk is not None:
            initial["seen"] = fingerprint(row)
        return cls(initial=initial, **kwargs)

    @classmethod
    def row_fields(cls) -> list[str]:
        return [name for name in cls.base_fields if name != "seen"]

    def write_to(self, row: Row) -> Row:
        """The row with what was typed, not saved."""
        for name in self.row_fields():
            setattr(row, name, self.cleaned_data[name])
        return row

    def accept(self, current: models.Model) -> None:
        """Let what was typed replace the row as it stands now, the next time that it is sent."""
        typed = cast(QueryDict, self.data).copy()
        typed["seen"] = fingerprint(current)
        self.data = typed

    def differing(self, current: models.Model) -> tuple[Differing, ...]:
        """Where a valid form says something else than the row as it stands now."""
        return tuple(
            Differing(str(self.fields[name].label), self._in_words(name, current))
            for name in self.row_fields()
            if self.cleaned_data[name] != getattr(current, name)
        )

    def _in_words(self, name: str, row: models.Model) -> str:
        value: Any = getattr(row, name)
        display = getattr(row, f"get_{name}_display", None)
        if value and display is not None:
            return str(display()).capitalize()
        return in_words(value, self.fields[name])


def in_words(value: Any, field: forms.Field) -> str:
    """What is stored, for those who see another thing in the field; a list with commas between its members."""
    if value in (None, "", [], ()):
        return _("tomt")
    if isinstance(field, RichTextField):
        return to_text(value)
    if isinstance(value, date):
        return format_date(value)
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)
