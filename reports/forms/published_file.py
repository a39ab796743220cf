"""A file that somebody has, to be recognised. It is read once and not kept."""

import hashlib
from typing import Self

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST_UPLOADED = 50 * 1024 * 1024


def _too_large() -> str:
    return _("Filen är större än 50 MB. Så stora filer har inte publicerats här.")


class PublishedFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy("Filen läses men sparas inte. Högst 50 MB."),
        max_length=500,
        error_messages={
            "required": gettext_lazy("Välj en fil."),
            "empty": gettext_lazy("Filen är tom. Välj en annan fil."),
            "max_length": gettext_lazy("Filens namn är för långt: högst %(max)d tecken får plats."),
        },
    )

    @classmethod
    def too_large(cls) -> Self:
        """The form with its complaint, for a request that was not read."""
        form = cls({})
        form.errors.clear()
        form.add_error("file", _too_large())
        return form

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size is not None and file.size > MOST_UPLOADED:
            raise forms.ValidationError(_too_large())
        return file

    def sha256(self) -> str:
        """Of the file that was sent, once it has been found valid."""
        outcome = hashlib.sha256()
        for piece in self.cleaned_data["file"].chunks():
            outcome.update(piece)
        return outcome.hexdigest()
