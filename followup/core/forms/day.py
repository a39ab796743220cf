"""A form field for a day."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayField(forms.DateField):
    """A date as `2026-11-25`, with the browser's calendar where it has one."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        messages = {"invalid": _("Skriv ett datum som 2026-11-25."), "required": _("Ange en dag.")}
        super().__init__(error_messages=messages, **kwargs)
