"""What the list of a plan's indicators can be narrowed to."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from followup.core.choices import capitalised
from followup.core.forms.filters import FilterForm
from followup.core.models import Unit
from goals.models import Goal, Plan
from indicators.choices import IndicatorKind
from indicators.models import Indicator, Measurement, Target
from indicators.querysets import IndicatorQuerySet
from reports.forms.goal_choice import GoalChoice

_MISSING = (("outcome", _("Saknar utfall")), ("target", _("Saknar målvärde")))


class _GoalFilter(django_filters.ModelChoiceFilter):
    field_class = GoalChoice


class IndicatorFilter(django_filters.FilterSet):
    """Of one plan: a goal with everything under it, a kind, a unit that measures, what is missing, a text."""

    filters: dict[str, Any]

    text = django_filters.CharFilter(label=_("Sök"), method="saying")
    goal = _GoalFilter(
        label=_("Mål, med allt under det"), queryset=None, empty_label=_("Alla mål"), method="under_goal"
    )
    kind = django_filters.ChoiceFilter(label=_("Typ"), empty_label=_("Alla typer"), choices=capitalised(IndicatorKind))
    unit = django_filters.ModelChoiceFilter(
        label=_("Enhet som mäter"), queryset=None, empty_label=_("Alla enheter"), method="of_unit"
    )
    missing = django_filters.ChoiceFilter(
        label=_("Saknas"), empty_label=_("Visa alla"), choices=_MISSING, method="without"
    )

    class Meta:
        model = Indicator
        form = FilterForm
        fields: list[str] = []

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._plan = plan
        self.filters["goal"].queryset = plan.goals.in_plan_order()
        self.filters["unit"].queryset = plan.committee.units.in_order()

    def offer(self, units: Sequence[Unit], goals: Sequence[Goal]) -> None:
        """The committee's and the plan's, where they have been read already: the form does not read them again."""
        for name, offered in (("unit", units), ("goal", goals)):
            field = self.form.fields[name]
            choices = [(each.pk, field.label_from_instance(each)) for each in offered]
            field.widget.choices = [("", field.empty_label), *choices]

    def saying(self, found: IndicatorQuerySet, _name: str, text: str) -> IndicatorQuerySet:
        return found.saying(text)

    def under_goal(self, found: QuerySet[Indicator], _name: str, goal: Goal) -> QuerySet[Indicator]:
        return found.filter(goal__in=_with_all_under(self._plan, goal))

    def of_unit(self, found: IndicatorQuerySet, _name: str, unit: Unit) -> IndicatorQuerySet:
        return found.concerning(unit).filter(is_measured_by_unit=True)

    def without(self, found: QuerySet[Indicator], _name: str, what: str) -> QuerySet[Indicator]:
        model: Any = Measurement if what == "outcome" else Target
        return found.filter(~Exists(model.objects.filter(indicator=OuterRef("pk"))))


def _with_all_under(plan: Plan, goal: Goal) -> list[int]:
    """The keys of the goal and of all goals under it, at any depth. One query."""
    under: defaultdict[int | None, list[int]] = defaultdict(list)
    for key, parent in plan.goals.values_list("pk", "parent_id"):
        under[parent].append(key)
    found, ahead = [], [goal.pk]
    while ahead:
        here = ahead.pop()
        found.append(here)
        ahead += under.pop(here, [])
    return found
