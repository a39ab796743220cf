"""Where a goal lies in the tree, and from when on it is closed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from followup.core.forms.day import DayField
from goals.models import Goal
from reports.forms.goal_choice import words_of

TOP = "topp"


class PlaceForm(forms.Form):
    """Under which goal, and before which of those that lie there (last where none is chosen)."""

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goals = list(Goal.objects.filter(plan=goal.plan_id).in_plan_order())
        below = _with_all_below(goal, goals)
        others = [each for each in goals if each.pk not in below]
        names = [(str(each.pk), words_of(each)) for each in others]
        self.fields["under"] = forms.ChoiceField(
            label=_("Lägg målet under"), choices=[(TOP, _("Inget mål: överst i planen")), *names]
        )
        self.fields["before"] = forms.ChoiceField(
            label=_("Före"),
            required=False,
            choices=[("", _("Sist bland målen där")), *names],
            help_text=_("Ett mål som ligger där redan."),
        )
        self.initial = {"under": str(goal.parent_id or TOP)}
        self._goals = {str(each.pk): each for each in others}

    @property
    def parent(self) -> Goal | None:
        return self._goals.get(self.cleaned_data["under"])

    @property
    def next_goal(self) -> Goal | None:
        return self._goals.get(self.cleaned_data["before"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        before = self._goals.get(data.get("before", ""))
        above = self._goals.get(data.get("under", ""))
        if before is not None and before.parent_id != (above.pk if above else None):
            self.add_error("before", _("Det målet ligger någon annanstans. Välj ett som ligger där målet ska hamna."))
        return data


def _with_all_below(goal: Goal, in_plan_order: list[Goal]) -> set[int]:
    """Those above come first in plan order, so one pass is enough."""
    found = {goal.pk}
    for each in in_plan_order:
        if each.parent_id in found:
            found.add(each.pk)
    return found


class CloseForm(forms.Form):
    closed_on = DayField(
        label=_("Målet är avslutat från"),
        help_text=_("Uppföljningar som avser en tidigare dag har målet kvar. Målen under det avslutas också."),
    )
