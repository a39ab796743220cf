"""The controller's instruction for one goal or indicator in a round."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from followup.core.forms.rich_text import RichTextField
from reports.models import SubjectInstruction


class InstructionForm(forms.Form):
    """`version` is the one that the person has before them, 0 for none."""

    text = RichTextField(
        label=_("Anvisning till enheterna"),
        required=False,
        help_text=_("Visas bredvid det som enheterna skriver. Den gäller bara i den här uppföljningen."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *, data: Mapping[str, Any] | None = None, instruction: SubjectInstruction | None = None) -> None:
        initial = {"text": instruction.text, "version": instruction.version} if instruction else {"version": 0}
        super().__init__(data, prefix="anvisning", initial=initial)

    @property
    def seen_version(self) -> int:
        """A field that was tampered with counts as none."""
        return self.cleaned_data.get("version") or 0
