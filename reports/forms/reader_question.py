"""A reader's question about a row, and the controller's answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.models.reader_question import LONGEST_ANSWER, LONGEST_QUESTION


class ReaderQuestionForm(forms.Form):
    text = forms.CharField(
        label=_("Din fråga"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Nämndens controller får frågan. Fråga och svar visas för alla som har en roll i nämnden."),
        error_messages={"required": _("Skriv vad du vill fråga.")},
    )


class ReaderAnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Svar"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Svaret visas för alla som har en roll i nämnden och går inte att ändra efteråt."),
        error_messages={"required": _("Skriv ett svar.")},
    )
