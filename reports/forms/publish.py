"""Publishing: for whom, what has changed, and that the warnings have been read."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.choices import Audience

_AUDIENCES = [
    (Audience.MEMBERS, gettext_lazy("Nämndens ledamöter. Bara de som är inloggade och hör till nämnden kan läsa.")),
    (Audience.PUBLIC, gettext_lazy("Alla. Vem som helst kan läsa på webben, utan att logga in.")),
]


class PublishForm(forms.Form):
    """`version` is the number that the person was shown, `seen` a fingerprint of the warnings."""

    audience = forms.ChoiceField(
        label=gettext_lazy("Vem ska kunna läsa?"),
        choices=_AUDIENCES,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj vem som ska kunna läsa rapporten.")},
    )
    change_note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Texten står först i rapporten, så att den som har läst den förra versionen ser skillnaden."
        ),
        error_messages={"required": gettext_lazy("Skriv vad som har ändrats sedan förra versionen.")},
    )
    acknowledged = forms.BooleanField(
        label=gettext_lazy("Jag har läst varningarna och vill publicera ändå"),
        error_messages={"required": gettext_lazy("Läs varningarna och kryssa i rutan, eller rätta bristerna först.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, next_version: int, warnings: str, **kwargs: Any) -> None:
        """`warnings` is empty where there are none to accept."""
        super().__init__(*args, **kwargs | {"initial": {"version": next_version, "seen": warnings}})
        self.warnings = warnings
        if next_version == 1:
            del self.fields["change_note"]
        else:
            self.fields["change_note"].label = _("Vad har ändrats sedan version %(version)s?") % {
                "version": next_version - 1
            }
        if not warnings:
            del self.fields["acknowledged"]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if self.warnings and data.get("acknowledged") and data.get("seen") != self.warnings:
            self.add_error("acknowledged", _("Varningarna har ändrats sedan du öppnade sidan. Läs dem igen."))
        return data

    @property
    def is_stale(self) -> bool:
        """Whether another version than the one shown would be published."""
        return self.is_bound and self.data.get("version") != str(self.initial["version"])

    def show_again(self) -> None:
        """Keep what was typed, but ask anew about the version and the warnings as they are now."""
        is_unread = "acknowledged" in self.errors
        typed = cast(QueryDict, self.data).copy()
        typed["version"] = str(self.initial["version"])
        typed["seen"] = self.warnings
        if is_unread:
            typed.pop("acknowledged", None)
        self.data = typed
