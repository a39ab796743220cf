"""A form field for a list of short texts, one a line."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class LinesField(forms.Field):
    """Its cleaned value is a list of texts in the order typed. `keep_blank` keeps blank lines as empty texts."""

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

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data) != (initial or [])
