"""An attachment: what it is called, where it is found, and the file that is sent in with it."""

from typing import Any, TypedDict, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.attached import AttachedFileFault, CheckedFile, checked_file
from reports.attached.file import MOST_BYTES
from reports.commands.attachments import attachment_text
from reports.models import Attachment


class AttachmentValues(TypedDict):
    title: str
    description: str
    address: str
    alternative_text: str
    file: CheckedFile | None


class AttachmentForm(forms.Form):
    """`seen` is the fingerprint of the attachment that the person had before them, empty for a new one."""

    title = forms.CharField(label=gettext_lazy("Titel"), max_length=1000)
    description = forms.CharField(
        label=gettext_lazy("Beskrivning"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    file = forms.FileField(
        label=gettext_lazy("Fil"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "En PDF eller en bild (PNG eller JPEG) på högst 20 MB. En bild visas i rapporten, en PDF går att ladda "
            "ner. Bilden sparas utan uppgifter om plats och kamera."
        ),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        error_messages={"empty": gettext_lazy("Filen är tom. Välj en annan fil.")},
    )
    alternative_text = forms.CharField(
        label=gettext_lazy("Alternativ text"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy(
            "Behövs för en bild: skriv vad den visar, för den som inte ser den. Står det siffror i bilden, skriv det "
            "de säger."
        ),
    )
    address = forms.CharField(
        label=gettext_lazy("Adress"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Om bilagan finns någon annanstans: en webbadress, eller ord om var den finns."),
    )
    removes_file = forms.BooleanField(label=gettext_lazy("Ta bort filen"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, has_file: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.checked: CheckedFile | None = None
        if has_file:
            self.fields["file"].label = _("Byt fil")
        else:
            del self.fields["removes_file"]

    @classmethod
    def of(cls, attachment: Attachment) -> "AttachmentForm":
        text = attachment_text(attachment)
        initial = {
            "title": text.title,
            "description": text.description,
            "address": text.address,
            "alternative_text": text.alternative_text,
            "seen": text.fingerprint,
        }
        return cls(has_file=bool(text.file_sum), initial=initial)

    def clean_file(self) -> CheckedFile | None:
        sent: UploadedFile | None = self.cleaned_data.get("file")
        if sent is None:
            return None
        if sent.size is not None and sent.size > MOST_BYTES:
            raise forms.ValidationError(_("Filen är större än 20 MB. Välj en mindre, eller dela upp den."))
        try:
            self.checked = checked_file(sent.name or "", sent.read())
        except AttachedFileFault as fault:
            raise forms.ValidationError(str(fault)) from fault
        return self.checked

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.checked and self.checked.is_image and not data.get("alternative_text", "").strip():
            self.add_error("alternative_text", _("Skriv vad bilden visar, för den som inte ser den."))
        if self.errors and self.checked:
            self.add_error("file", _("Välj filen igen. Den sparades inte, eftersom något annat behöver rättas."))
        return data

    def values(self) -> AttachmentValues:
        data = self.cleaned_data
        return AttachmentValues(
            title=data["title"],
            description=data["description"],
            address=data["address"],
            alternative_text=data["alternative_text"],
            file=data.get("file"),
        )

    def accept(self, current: Attachment) -> None:
        """Let what was typed replace the attachment as it stands now when it is sent again."""
        typed = cast(QueryDict, self.data).copy()
        typed["seen"] = attachment_text(current).fingerprint
        self.data = typed
