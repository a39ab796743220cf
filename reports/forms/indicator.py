"""An indicator, key figure or volume metric as a controller sets it up."""

from collections.abc import Sequence
from typing import Any, Self, cast

from django import forms
from django.core.validators import MaxValueValidator
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import capitalised
from followup.core.forms.lines import LinesField
from followup.core.forms.rich_text import RichTextField
from followup.core.forms.row import Differing, RowForm
from followup.core.models import Unit
from goals.models import Goal, Plan
from indicators.choices import DesiredDirection, Frequency, IndicatorKind
from indicators.commands.indicator_change import IndicatorChanged, unit_ids_of
from indicators.models import Indicator
from reports.forms.goal_choice import GoalChoice

_MOST_DECIMALS = 6
_WHOLE_NUMBER = gettext_lazy("Skriv ett heltal från 0 till 6.")


class IndicatorForm(RowForm):
    """`seen_units` holds the keys of the units as the person had them before them, in order and with doubles."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Typ"), choices=capitalised(IndicatorKind), widget=forms.RadioSelect, required=True
    )
    goal = GoalChoice(
        label=gettext_lazy("Hör till målet"),
        queryset=Goal.objects.none(),
        required=False,
        empty_label=gettext_lazy("Inget mål"),
    )
    group = forms.CharField(
        label=gettext_lazy("Grupp"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("En rubrik över flera som hör ihop."),
    )
    number = forms.CharField(label=gettext_lazy("Nummer"), max_length=100, required=False)
    name = forms.CharField(
        label=gettext_lazy("Namn"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Skriv vad som mäts.")},
    )
    description = RichTextField(label=gettext_lazy("Beskrivning"), required=False)
    unit_of_measure = forms.CharField(
        label=gettext_lazy("Måttenhet"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Till exempel %, antal, dagar eller tkr."),
    )
    decimals = forms.IntegerField(
        label=gettext_lazy("Decimaler"),
        min_value=0,
        required=False,
        help_text=gettext_lazy("Hur många som visas. Tomt: varje tal visas som det är skrivet."),
        validators=[MaxValueValidator(_MOST_DECIMALS, _WHOLE_NUMBER)],
        error_messages={"invalid": _WHOLE_NUMBER, "min_value": _WHOLE_NUMBER},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "size": 3}),
    )
    desired_direction = forms.ChoiceField(
        label=gettext_lazy("Önskad riktning"),
        choices=[("", gettext_lazy("Inte angiven")), *capitalised(DesiredDirection)],
        required=False,
    )
    frequency = forms.ChoiceField(
        label=gettext_lazy("Mäts varje"),
        choices=[("", gettext_lazy("Inte angivet")), *capitalised(Frequency)],
        required=False,
    )
    is_sex_disaggregated = forms.BooleanField(label=gettext_lazy("Könsuppdelad"), required=False)
    suppresses_small_counts = forms.BooleanField(
        label=gettext_lazy("Döljer små antal"),
        required=False,
        help_text=gettext_lazy(
            "Rapporterna visar två punkter (..) i stället för uppgifter om så få personer att de kan pekas ut, och för "
            "det som de annars kan räknas fram ur."
        ),
    )
    is_assessed = forms.BooleanField(
        label=gettext_lazy("Bedöms: får egen bedömning och kommentar från varje enhet"), required=False
    )
    units = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Enheter som mäter"),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Ingen vald betyder alla enheter som svarar på målet."),
    )
    source = forms.CharField(label=gettext_lazy("Källa"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    footnote = forms.CharField(
        label=gettext_lazy("Fotnot"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Står under tabellen i rapporten."),
    )
    responsible = LinesField(label=gettext_lazy("Ansvariga roller"), required=False)
    kolada_id = forms.CharField(label=gettext_lazy("Kolada-id"), max_length=100, required=False)
    seen_units = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(GoalChoice, self.fields["goal"]).queryset = plan.goals.in_plan_order()
        units = cast("forms.ModelMultipleChoiceField[Unit]", self.fields["units"])
        units.queryset = plan.committee.units.in_order()
        if not units.queryset.exists():
            del self.fields["units"]

    @classmethod
    def row_fields(cls) -> list[str]:
        return [name for name in super().row_fields() if name not in {"units", "seen_units"}]

    @classmethod
    def of_indicator(cls, indicator: Indicator, plan: Plan) -> Self:
        keys = unit_ids_of(indicator)
        form = cls.of(indicator, plan=plan)
        form.initial.update(goal=indicator.goal_id, units=list(keys), seen_units=_joined(keys))
        return form

    @property
    def seen_unit_ids(self) -> tuple[int, ...]:
        return tuple(int(key) for key in self.cleaned_data["seen_units"].split(",") if key.isdigit())

    def units_chosen(self, before: tuple[int, ...]) -> list[Unit]:
        """The units of a valid form. A choice that was not changed keeps the order and the doubles of `before`."""
        chosen = {unit.pk: unit for unit in self.cleaned_data.get("units", ())}
        return [chosen[key] for key in (before if set(before) == set(chosen) else chosen)]

    def accept_indicator(self, refusal: IndicatorChanged) -> None:
        """Let what was typed replace the indicator as it stands now, the next time that it is sent."""
        self.accept(refusal.current)
        typed = cast(QueryDict, self.data).copy()
        typed["seen_units"] = _joined(refusal.unit_ids)
        self.data = typed

    def differing_from(self, refusal: IndicatorChanged) -> tuple[Differing, ...]:
        """Where a valid form says something else than the indicator and its units as they stand now."""
        found = self.differing(refusal.current)
        if {unit.pk for unit in self.cleaned_data.get("units", ())} == set(refusal.unit_ids):
            return found
        names = {unit.pk: str(unit) for unit in Unit.objects.filter(pk__in=refusal.unit_ids)}
        words = ", ".join(names[key] for key in refusal.unit_ids) or _("ingen vald")
        return (*found, Differing(str(self.fields["units"].label), words))


def _joined(keys: Sequence[int]) -> str:
    return ",".join(str(key) for key in keys)
