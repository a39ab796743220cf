"""What somebody tells of that cannot be used."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AccessibilityReportForm(forms.Form):
    use_required_attribute = False

    what = forms.CharField(
        label=_("Vad går inte att använda?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Berätta gärna vilket hjälpmedel du använder. Du kan också be om innehållet i en annan form."),
        error_messages={
            "required": _("Skriv vad som inte går att använda."),
            "max_length": _("Skriv högst 5 000 tecken."),
        },
    )
    where = forms.CharField(
        label=_("På vilken sida?"),
        max_length=500,
        required=False,
        help_text=_("Sidans adress eller namn."),
        error_messages={"max_length": _("Skriv högst 500 tecken.")},
    )
    answer_to = forms.EmailField(
        label=_("Din e-postadress"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Om du vill ha svar. Den skickas med brevet till kommunen och sparas inte här."),
        error_messages={
            "invalid": _("Skriv en e-postadress, till exempel namn@exempel.se."),
            "max_length": _("Adressen är för lång."),
        },
    )
