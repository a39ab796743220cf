"""A form for a stored row that remembers the row as the person had it before them."""

from typing import Any, Self, TypeVar, cast

from django import forms
from django.db import models
from django.http import QueryDict

from followup.core.commands.bulk import fingerprint

Row = TypeVar("Row", bound=models.Model)


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
