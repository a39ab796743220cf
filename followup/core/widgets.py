"""Widgets with a look of their own."""

from django import forms


class StatusChoice(forms.RadioSelect):
    """Status as big choices; each value is also the name of its mark in `core/marks/`."""

    template_name = "forms/status_choice.html"
