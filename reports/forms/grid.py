"""What the grid of outcomes shows across, and the figures that were typed in it."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2s

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import Sex
from followup.core.forms.filters import FilterForm
from followup.core.periods import Period, PeriodFault, parse_period

PERIODS, SEXES = "periods", "sexes"
MOST_COLUMNS = 12
_APART = re.compile(r"[\s,;]+")


class GridForm(FilterForm):
    """What stands across. Its `periods` are cleaned to `Period`s, each once, as typed."""

    across = forms.ChoiceField(
        label=gettext_lazy("Tvärs över"),
        choices=[(PERIODS, gettext_lazy("Perioder")), (SEXES, gettext_lazy("Kvinnor, män och totalt"))],
        required=False,
    )
    periods = forms.CharField(
        label=gettext_lazy("Perioder"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("Till exempel 2022, 2022T1, 2022K3, 2022-08 eller 2022-01..2022-08."),
    )

    def clean_periods(self) -> tuple[Period, ...]:
        try:
            periods = dict.fromkeys(parse_period(code) for code in _APART.split(self.cleaned_data["periods"]) if code)
        except PeriodFault as fault:
            raise ValidationError(str(fault)) from fault
        most = MOST_COLUMNS // len(Sex) if self.cleaned_data.get("across") == SEXES else MOST_COLUMNS
        if len(periods) > most:
            raise ValidationError(_("Ange högst %(most)d perioder åt gången.") % {"most": most})
        return tuple(periods)


@dataclass(frozen=True, slots=True)
class Series:
    """A row of the grid: a submeasure of an indicator for the sexes that it is asked for."""

    indicator_id: int
    submeasure: str
    sexes: tuple[str, ...]


def cell_name(series: Series, period: Period, sex: str) -> str:
    """The name of a figure's field, which says all that the figure is about but the unit and the submeasure's words."""
    mark = blake2s(series.submeasure.encode(), digest_size=5).hexdigest() if series.submeasure else "0"
    return f"u{series.indicator_id}-{mark}-{sex}-{period.code}"


def indicator_of(name: str) -> int:
    """The indicator's key in a field's name; 0 for another field."""
    found = re.match(r"u([0-9]{1,18})-", name)
    return int(found[1]) if found else 0


def series_to_json(series: Iterable[Series]) -> str:
    return json.dumps(
        [[each.indicator_id, each.submeasure, *each.sexes] for each in series],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def series_from_json(text: str) -> list[Series]:
    """The rows of `series_to_json`; none for a text that was tampered with."""
    try:
        found = [
            Series(int(key), str(submeasure), tuple(Sex(sex).value for sex in sexes))
            for key, submeasure, *sexes in json.loads(text)
        ]
    except (TypeError, ValueError):
        return []
    return [each for each in found if each.sexes]
