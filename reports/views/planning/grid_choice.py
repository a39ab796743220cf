"""What the grid of outcomes shows: which indicators go down, for which unit, and what stands across."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import django_filters
from django.db.models import Count, Exists, OuterRef, Q
from django.http import QueryDict
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import Sex
from followup.core.models import PeriodLock, Unit
from followup.core.periods import Period, parse_period
from goals.models import Plan
from indicators.models import Indicator, Measurement
from indicators.querysets import IndicatorQuerySet
from reports.forms.grid import SEXES, GridForm
from reports.views.planning.indicator_filter import IndicatorFilter

BY_SEX = (Sex.WOMEN, Sex.MEN, Sex.TOTAL)
_ORDER = ("goal", "group", "kind", "unit")
_SUGGESTED = 4
_LONGEST_GROUP = 90
_LISTED = 12


class GridFilter(IndicatorFilter):
    """As the list of indicators is narrowed, and by group. The unit is the one that the figures are for."""

    text = None
    missing = None
    unit = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Enhet"), queryset=None, empty_label=gettext_lazy("Alla tillsammans"), method="of_unit"
    )
    group = django_filters.ChoiceFilter(
        label=gettext_lazy("Grupp"), empty_label=gettext_lazy("Alla grupper"), choices=()
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        groups = dict.fromkeys(plan.indicators.in_plan_order().exclude(group="").values_list("group", flat=True))
        self.filters["group"].extra["choices"] = [(each, Truncator(each).chars(_LONGEST_GROUP)) for each in groups]
        if not groups:
            del self.filters["group"]

    def of_unit(self, found: IndicatorQuerySet, name: str, unit: Unit) -> IndicatorQuerySet:
        """Those that the unit measures, and those that it has figures of."""
        measured = super().of_unit(Indicator.objects.filter(plan=self._plan), name, unit).values("pk")
        figures = Measurement.objects.filter(indicator=OuterRef("pk"), unit=unit)
        return found.filter(Q(pk__in=measured) | Exists(figures))


@dataclass(frozen=True, slots=True)
class GridColumn:
    """`sex` is empty where rows say which they are of. Nothing can be changed in a locked period."""

    period: Period
    sex: str
    label: str
    is_locked: bool


@dataclass(frozen=True, slots=True)
class GridChoice:
    """`columns` are none while what was asked for cannot be read."""

    filter: GridFilter
    form: GridForm
    unit: Unit | None
    columns: tuple[GridColumn, ...]

    @property
    def is_valid(self) -> bool:
        return self.filter.form.is_valid() and self.form.is_valid()

    @property
    def is_by_sex(self) -> bool:
        return bool(self.columns and self.columns[0].sex)

    @property
    def only_period(self) -> str:
        """The period, where no column tells it."""
        periods = {column.period for column in self.columns}
        return periods.pop().label() if self.is_by_sex and len(periods) == 1 else ""


def grid_choice(plan: Plan, asked: QueryDict, today: date) -> GridChoice:
    """Periods that were not asked for are suggested. Five queries."""
    used = _used(plan)
    data = asked.copy()
    if not data.get("periods", "").strip():
        periods = suggested_periods(used, plan.year_from, min(plan.year_through, today.year))
        only_last = data.get("across") == SEXES
        data["periods"] = ", ".join(period.code for period in (periods[-1:] if only_last else periods))
    form = GridForm(data)
    if used:
        listed = ", ".join(period.code for period in sorted(used, reverse=True)[:_LISTED])
        form.fields["periods"].help_text += " " + _("I planen finns %(periods)s.") % {"periods": listed}
    every = Indicator.objects.filter(plan=plan).in_goal_order().select_related("goal__level")
    found = GridFilter(data, queryset=every, plan=plan)
    found.form.order_fields(_ORDER)
    unit = found.form.cleaned_data.get("unit") if found.form.is_valid() else None
    return GridChoice(found, form, unit, _columns(plan, form) if form.is_valid() else ())


def suggested_periods(used: Mapping[Period, int], year_from: int, year_through: int) -> list[Period]:
    """The periods with most figures, filled up with the plan's newest years, in order. `used` counts figures."""
    most_used = sorted(used, reverse=True)
    most_used.sort(key=lambda period: -used[period])
    years = [parse_period(str(year)) for year in range(max(year_from, year_through), year_from - 1, -1)]
    return sorted(list(dict.fromkeys([*most_used[:_SUGGESTED], *years]))[:_SUGGESTED])


def _used(plan: Plan) -> dict[Period, int]:
    counted = Measurement.objects.filter(plan=plan).order_by("period").values_list("period").annotate(Count("pk"))
    return {parse_period(code): count for code, count in counted}


def _columns(plan: Plan, form: GridForm) -> tuple[GridColumn, ...]:
    periods: tuple[Period, ...] = form.cleaned_data["periods"]
    locks = list(PeriodLock.objects.in_force(plan.committee))
    by_sex = form.cleaned_data["across"] == SEXES
    return tuple(
        GridColumn(
            period=period,
            sex=sex,
            label=_label(period, sex, len(periods) > 1),
            is_locked=any(lock.covers(period.last) for lock in locks),
        )
        for period in periods
        for sex in (BY_SEX if by_sex else ("",))
    )


def _label(period: Period, sex: str, several: bool) -> str:
    words = [str(Sex(sex).label)] if sex else []
    if several or not sex:
        words.append(period.label())
    return capfirst(" ".join(words))
