"""A plan's own facts and words, and a new plan."""

from typing import Any, cast

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from followup.core.commands.bulk import fingerprint
from followup.core.forms.rich_text import RichTextField
from followup.core.models import Committee
from goals.models import Plan


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


class _Years(forms.Form):
    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("year_from"), data.get("year_through")
        if first is not None and last is not None and last < first:
            self.add_error("year_through", _("Slutåret kan inte vara före startåret."))
        return data


class NewPlanForm(_Years):
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


_WORDS = (
    ("word_achieved", _("Ord för uppnått")),
    ("word_partly_achieved", _("Ord för delvis uppnått")),
    ("word_not_achieved", _("Ord för ej uppnått")),
    ("word_not_assessable", _("Ord för kan ej bedömas")),
    ("word_overall_view", _("Ord för samlad bedömning")),
    ("word_cause", _("Ord för orsak")),
    ("word_measure", _("Ord för åtgärd")),
)


class PlanForm(_Years):
    """`seen` is the fingerprint of the plan that the person had before them."""

    title = forms.CharField(label=_("Titel"), max_length=500)
    year_from = year_field(_("Första året"))
    year_through = year_field(_("Sista året"))
    adopted_on = forms.DateField(
        label=_("Antagen"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv ett datum som 2026-11-25.")},
    )
    registry_number = forms.CharField(label=_("Diarienummer"), max_length=200, required=False)
    introduction = RichTextField(label=_("Inledning"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in _WORDS:
            self.fields[name] = forms.CharField(label=label, max_length=200, required=False)

    @classmethod
    def of(cls, plan: Plan) -> "PlanForm":
        initial = {name: getattr(plan, name) for name in cls.names()}
        return cls(initial=initial | {"seen": fingerprint(plan)})

    @classmethod
    def names(cls) -> list[str]:
        return [*(name for name in cls.base_fields if name != "seen"), *(name for name, _label in _WORDS)]

    def write_to(self, plan: Plan) -> Plan:
        """The plan with what was typed, not saved."""
        for name in self.names():
            setattr(plan, name, self.cleaned_data[name])
        return plan

    def accept(self, current: Plan) -> None:
        """Let what was typed replace the plan as it stands now, the next time that it is sent."""
        typed = cast(QueryDict, self.data).copy()
        typed["seen"] = fingerprint(current)
        self.data = typed
