"""Taking a version back from its readers."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=_("Varför avpubliceras versionen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Texten står på sidan i stället för rapporten. Skriv inget som inte får läsas av alla."),
        error_messages={"required": _("Skriv varför versionen avpubliceras. Läsarna får se det.")},
    )
