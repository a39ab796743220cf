"""A form field for a list of short texts, one a line."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from followup.core.lists import check_members


class LinesField(forms.Field):
    """Its cleaned value is a list of texts in the order typed, for one cell of a plan workbook.

    With `keep_blank` each line is for a cell of its own: a blank one is kept as an empty text.
    """

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, keep_blank: bool = False, **kwargs: Any) -> None:
        kwargs["help_text"] = kwargs.get("help_text") or _("Skriv en per rad.")
        super().__init__(**kwargs)
        self.keep_blank = keep_blank

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(str(item) for item in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        if isinstance(value, list):
            return value
        lines = [line.strip() for line in str(value or "").splitlines()]
        return lines if self.keep_blank else [line for line in lines if line]

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if not self.keep_blank:
            check_members(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data) != (initial or [])
