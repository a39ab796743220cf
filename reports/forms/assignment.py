"""An assignment or activity as a controller sets it up."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from followup.core.choices import capitalised
from followup.core.forms.day import DayField
from followup.core.forms.lines import LinesField
from followup.core.forms.rich_text import RichTextField
from followup.core.forms.row import RowForm
from goals.choices import AssignmentKind
from goals.models import Goal, Plan
from reports.forms.goal_choice import GoalChoice


class AssignmentForm(RowForm):
    kind = forms.ChoiceField(label=_("Typ"), choices=capitalised(AssignmentKind), widget=forms.RadioSelect)
    goal = GoalChoice(
        label=_("Hör till målet"), queryset=Goal.objects.none(), required=False, empty_label=_("Inget mål")
    )
    group = forms.CharField(
        label=_("Grupp"), max_length=500, required=False, help_text=_("En rubrik över flera som hör ihop.")
    )
    number = forms.CharField(label=_("Nummer"), max_length=100, required=False)
    name = forms.CharField(
        label=_("Namn"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv vad som ska göras.")},
    )
    description = RichTextField(label=_("Beskrivning"), required=False)
    given_by = forms.CharField(label=_("Givet av"), max_length=1000, required=False)
    together_with = LinesField(label=_("Tillsammans med"), required=False)
    responsible = LinesField(label=_("Ansvariga roller"), required=False)
    due_on = DayField(label=_("Klart senast"), required=False)
    due_words = forms.CharField(
        label=_("Klart senast, i ord"),
        max_length=500,
        required=False,
        help_text=_("Visas i stället för dagen, till exempel ”under våren” eller ”löpande”."),
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(GoalChoice, self.fields["goal"]).queryset = plan.goals.in_plan_order()
