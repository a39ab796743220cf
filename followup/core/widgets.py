"""Widgets with a look of their own."""

from django import forms


class StatusChoice(forms.RadioSelect):
    """Status as big choices, each with its mark. The values of the choices are the names of the marks in `core/marks/`."""

    template_name = "forms/status_choice.html"
