"""A goal of a plan: what it says, on which level, who answers it and what it contributes to."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from followup.core.forms.lines import LinesField
from followup.core.forms.rich_text import RichTextField
from followup.core.forms.row import Differing, in_words
from followup.core.models import Unit
from goals.commands.goal_facts import GoalFacts
from goals.models import Goal, Level, Plan
from reports.forms.plan import year_field

_FACTS = {
    "level": "level_id",
    "label": "label",
    "number": "number",
    "name": "name",
    "description": "description",
    "responsible": "responsible",
    "year": "year",
    "units": "unit_ids",
    "contributes_to": "contributes_to_ids",
}
"""By field, the fact that it is for."""


class GoalForm(forms.Form):
    """`seen` is the fingerprint of the facts that the person had before them.

    Where no goal of the plan can be contributed to, the field for it is left out.
    """

    level = forms.ModelChoiceField(label=_("Nivå"), queryset=Level.objects.none(), empty_label=None)
    label = forms.CharField(
        label=_("Benämning"),
        max_length=200,
        required=False,
        help_text=_("Visas i stället för nivåns namn, till exempel Årsmål 2027."),
    )
    number = forms.CharField(label=_("Nummer"), max_length=100, required=False)
    name = forms.CharField(
        label=_("Mål"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv vad målet är.")},
    )
    description = RichTextField(label=_("Beskrivning"), required=False)
    responsible = LinesField(label=_("Ansvariga roller"), required=False)
    year = year_field(_("År"), required=False, help_text=_("Bara för ett mål som gäller ett enda år."))
    units = forms.ModelMultipleChoiceField(
        label=_("Enheter som svarar"),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ingen vald betyder att alla enheter svarar, om nivån bedöms av enheterna."),
    )
    contributes_to = forms.ModelMultipleChoiceField(
        label=_("Bidrar till"), queryset=Goal.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, plan: Plan, goal: Goal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._plan = plan
        self._years = {*plan.years, *([goal.year] if goal else ())}
        self._choose_from("level", plan.levels.order_by("position", "pk"))
        self._choose_from("units", plan.committee.units.in_order())
        named = [row.target_goal_id for row in goal.contributions.all()] if goal else []
        overarching = plan.goals.in_plan_order().overarching(or_among=named)
        self._choose_from("contributes_to", overarching.exclude(pk=goal.pk) if goal else overarching)
        if not overarching.exists():
            del self.fields["contributes_to"]

    def _choose_from(self, name: str, rows: Any) -> None:
        cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows

    def clean_year(self) -> int | None:
        """One of the plan's, so that a round asks for the goal; one that the goal had already may stay."""
        year: int | None = self.cleaned_data["year"]
        if year is None or year in self._years:
            return year
        first, last = self._plan.year_from, self._plan.year_through
        raise ValidationError(_("Planen gäller %(years)s.") % {"years": first if first == last else f"{first}–{last}"})

    @classmethod
    def of(cls, goal: Goal, facts: GoalFacts) -> "GoalForm":
        return cls(
            plan=goal.plan,
            goal=goal,
            initial={name: getattr(facts, fact) for name, fact in _FACTS.items()}
            | {"responsible": list(facts.responsible), "seen": facts.fingerprint},
        )

    def facts(self, shown: GoalFacts | None = None) -> GoalFacts:
        """What was typed, of a valid form. A list that was not changed keeps the order and the doubles of `shown`."""
        data = self.cleaned_data
        return GoalFacts(
            level_id=data["level"].pk,
            label=data["label"],
            number=data["number"],
            name=data["name"],
            description=data["description"],
            responsible=tuple(data["responsible"]),
            year=data["year"],
            unit_ids=_kept(data["units"], shown.unit_ids if shown else ()),
            contributes_to_ids=_kept(data.get("contributes_to", ()), shown.contributes_to_ids if shown else ()),
        )

    def differing(self, current: GoalFacts) -> tuple[Differing, ...]:
        """Where a valid form says something else than the goal as it stands now."""
        typed, found = self.facts(current), []
        for name, fact in _FACTS.items():
            stored = getattr(current, fact)
            if name in self.fields and getattr(typed, fact) != stored:
                found.append(Differing(str(self.fields[name].label), self._in_words(name, stored)))
        return tuple(found)

    def _in_words(self, name: str, stored: Any) -> str:
        choice: Any = self.fields[name]
        if not isinstance(self.fields[name], forms.ModelChoiceField):
            return in_words(stored, choice)
        keys = stored if isinstance(stored, tuple) else (stored,)
        rows = choice.queryset.in_bulk(keys)
        return in_words([choice.label_from_instance(rows[key]) for key in keys if key in rows], choice)

    def accept(self, current: GoalFacts) -> None:
        """Let what was typed replace the goal as it stands now, the next time that it is sent."""
        typed = cast(QueryDict, self.data).copy()
        typed["seen"] = current.fingerprint
        self.data = typed


def _kept(chosen: Any, before: tuple[int, ...]) -> tuple[int, ...]:
    ids = tuple(row.pk for row in chosen)
    return before if set(ids) == set(before) else ids
