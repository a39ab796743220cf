"""Publishing: for whom, what has changed, and when."""

from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.choices import Audience
from reports.forms.moment import MomentForm

_AUDIENCES = [
    (Audience.MEMBERS, gettext_lazy("Nämndens ledamöter. Bara de som är inloggade och hör till nämnden kan läsa.")),
    (Audience.PUBLIC, gettext_lazy("Alla. Vem som helst kan läsa på webben, utan att logga in.")),
]


NOW, LATER = "now", "later"
_TIMES = [(NOW, gettext_lazy("Publicera nu")), (LATER, gettext_lazy("Publicera vid en tidpunkt"))]


class PublishForm(MomentForm):
    """`version` is the number that the person was shown.

    `key` is the form's own, so that sending it twice asks for one publication.
    """

    field_order = ("audience", "change_note", "when", "day", "at")

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
    when = forms.ChoiceField(label=gettext_lazy("När?"), choices=_TIMES, widget=forms.RadioSelect, initial=NOW)
    version = forms.IntegerField(widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, next_version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": {"version": next_version, "key": uuid4()}})
        if next_version == 1:
            del self.fields["change_note"]
        else:
            self.fields["change_note"].label = _("Vad har ändrats sedan version %(version)s?") % {
                "version": next_version - 1
            }

    @property
    def asks_for_moment(self) -> bool:
        return self.cleaned_data.get("when") == LATER

    @classmethod
    def key_in(cls, sent: QueryDict) -> UUID | None:
        """The key of a form that was sent, be the rest of it right or not."""
        try:
            return UUID(sent.get("key", ""))
        except ValueError:
            return None

    @property
    def is_stale(self) -> bool:
        """Whether another version than the one shown would be published."""
        return self.is_bound and self.data.get("version") != str(self.initial["version"])

    def show_again(self) -> None:
        """Keep what was typed, but ask anew about the version as it is now."""
        typed = cast(QueryDict, self.data).copy()
        typed["version"] = str(self.initial["version"])
        self.data = typed
