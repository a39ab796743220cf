"""A day and a time by Swedish clocks."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import NoSuchTime, format_date, swedish_moment
from followup.core.forms.day import DayField


class MomentForm(forms.Form):
    """`cleaned_data["moment"]` is the moment, None where it need not be given and is not."""

    marks_optional = False

    day = DayField(label=gettext_lazy("Dag"), required=False)
    at = forms.TimeField(
        label=gettext_lazy("Klockslag"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": gettext_lazy("Skriv klockslaget som 08.30.")},
    )

    @property
    def asks_for_moment(self) -> bool:
        return True

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["moment"] = self._moment() if self.asks_for_moment else None
        return data

    def _moment(self) -> datetime | None:
        day, at = self.cleaned_data.get("day"), self.cleaned_data.get("at")
        if day is None and "day" not in self.errors:
            self.add_error("day", _("Ange vilken dag rapporten ska publiceras."))
        if at is None and "at" not in self.errors:
            self.add_error("at", _("Ange klockslaget då rapporten ska publiceras."))
        if day is None or at is None:
            return None
        try:
            return swedish_moment(day, at)
        except NoSuchTime:
            words = _(
                "Klockslaget %(time)s finns inte den %(day)s: klockan ställs fram till sommartid. "
                "Välj ett klockslag före 02.00 eller från 03.00."
            )
            self.add_error("at", words % {"time": f"{at:%H.%M}", "day": format_date(day)})
            return None
