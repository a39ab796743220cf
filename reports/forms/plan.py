"""A plan's own facts and words, and a new plan."""

from typing import Any, cast

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from followup.core.forms.day import DayField
from followup.core.forms.rich_text import RichTextField
from followup.core.forms.row import RowForm
from followup.core.models import Committee


def year_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=required,
        help_text=help_text,
        validators=[
            MinValueValidator(1900, _("Ange ett år från 1900 till 2200.")),
            MaxValueValidator(2200, _("Ange ett år från 1900 till 2200.")),
        ],
        error_messages={"invalid": _("Skriv ett år med fyra siffror, till exempel 2027.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )


class YearsForm(forms.Form):
    """Of a plan's first and last year, in order."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("year_from"), data.get("year_through")
        if first is not None and last is not None and last < first:
            self.add_error("year_through", _("Slutåret kan inte vara före startåret."))
        return data


class NewPlanForm(YearsForm):
    """`committees` are those that the person sets up plans for."""

    committee = forms.ModelChoiceField(label=_("Nämnd"), queryset=Committee.objects.none(), empty_label=None)
    title = forms.CharField(
        label=_("Titel"), max_length=500, help_text=_("Som den heter i beslutet, till exempel Verksamhetsplan 2027.")
    )
    year_from = year_field(_("Första året"))
    year_through = year_field(_("Sista året"), help_text=_("Samma år om planen gäller ett år."))

    def __init__(self, *args: Any, committees: QuerySet[Committee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Committee]", self.fields["committee"])
        field.queryset = committees.select_related("municipality")


def _word(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=200, required=False)


class PlanForm(RowForm, YearsForm):
    title = forms.CharField(label=_("Titel"), max_length=500)
    year_from = year_field(_("Första året"))
    year_through = year_field(_("Sista året"))
    adopted_on = DayField(label=_("Antagen"), required=False)
    registry_number = forms.CharField(label=_("Diarienummer"), max_length=200, required=False)
    introduction = RichTextField(label=_("Inledning"), required=False)
    word_achieved = _word(_("Ord för uppnått"))
    word_partly_achieved = _word(_("Ord för delvis uppnått"))
    word_not_achieved = _word(_("Ord för ej uppnått"))
    word_not_assessable = _word(_("Ord för kan ej bedömas"))
    word_overall_view = _word(_("Ord för samlad bedömning"))
    word_cause = _word(_("Ord för orsak"))
    word_measure = _word(_("Ord för åtgärd"))
