"""The form that narrows a list."""

from django import forms


class FilterForm(forms.Form):
    """Everything in it may be left empty, so that no field has to say so."""

    marks_optional = False
