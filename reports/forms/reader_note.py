"""A reader's own note on a row."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.models.reader_note import LONGEST_NOTE


class ReaderNoteForm(forms.Form):
    text = forms.CharField(
        label=_("Din anteckning"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Bara du kan läsa den. Den följer med till senare versioner av rapporten."),
    )
    is_marked = forms.BooleanField(label=_("Markera raden i rapporten"), required=False)
