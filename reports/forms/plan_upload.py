"""Sending in a plan workbook, and saying yes to what it would do."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.plan_book.reading.guard import MOST_PACKED


class PlanUploadForm(forms.Form):
    book = forms.FileField(
        label=gettext_lazy("Planbok"),
        help_text=gettext_lazy("En Excelfil (.xlsx) på högst 20 MB. Inget sparas förrän du har sett vad som ändras."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm"}),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Välj en fil."),
            "empty": gettext_lazy("Filen är tom. Välj en annan fil."),
            "max_length": gettext_lazy("Filens namn är för långt: högst %(max)d tecken får plats."),
        },
    )

    def clean_book(self) -> UploadedFile:
        book: UploadedFile = self.cleaned_data["book"]
        if book.size is not None and book.size > MOST_PACKED:
            raise forms.ValidationError(
                _("Filen är större än 20 MB. Ta bort bilder och blad som inte hör till planen.")
            )
        return book


class ConfirmForm(forms.Form):
    """`seen` is the fingerprint of the plan that the person was shown the changes of."""

    seen = forms.CharField(widget=forms.HiddenInput)
