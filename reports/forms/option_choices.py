"""What a section's options may choose among: the plan's goals, indicators and periods, the report's tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.models import Unit
from followup.core.periods import PeriodFault, parse_period
from goals.models import Goal, Level
from indicators.choices import IndicatorKind
from indicators.models import Indicator, Measurement
from reports.build.options import ChartForm, Shown
from reports.choices import RowKind, SectionKind
from reports.models import DataTable, DataTableRow, Report

_LONGEST = 110

PARTS: dict[Shown, str | Promise] = {
    Shown.DESCRIPTION: gettext_lazy("Beskrivningar"),
    Shown.CONTRIBUTES: gettext_lazy("Vad målet bidrar till"),
    Shown.RESPONSIBLE: gettext_lazy("Ansvariga"),
    Shown.STATUS: gettext_lazy("Bedömningar"),
    Shown.COMMENTS: gettext_lazy("Kommentarer"),
    Shown.ASSIGNMENTS: gettext_lazy("Uppdrag"),
    Shown.INDICATORS: gettext_lazy("Indikatorer"),
}
PARTS_OF_KIND: dict[str, tuple[Shown, ...]] = {
    SectionKind.GOAL_FOLLOW_UP: tuple(Shown),
    SectionKind.GOAL_TABLE: (*(Shown.DESCRIPTION, Shown.RESPONSIBLE, Shown.STATUS, Shown.COMMENTS, Shown.INDICATORS),),
    SectionKind.FOLLOW_UP_TABLE: (Shown.STATUS, Shown.COMMENTS),
    SectionKind.INDICATOR_TABLE: (Shown.COMMENTS,),
    SectionKind.ASSIGNMENT_TABLE: (Shown.DESCRIPTION, Shown.RESPONSIBLE),
    SectionKind.ACTIVITY_TABLE: (Shown.DESCRIPTION, Shown.RESPONSIBLE),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what stands in the options; `depth` how far in it is shown in its tree."""

    value: str
    words: str
    depth: int = 0


def choices_of(key: str, report: Report, kind: str, table: str) -> tuple[Choice, ...]:
    """In the plan's own order; `table` is the one whose columns are chosen. One query or two."""
    found: dict[str, Callable[[], Sequence[Choice]]] = {
        "mål": lambda: _goals(report),
        "nivåer": lambda: [
            Choice(name, name)
            for name in Level.objects.filter(plan=report.plan_id)
            .order_by("position", "pk")
            .values_list("name", flat=True)
        ],
        "typ": lambda: [Choice(str(label), str(label).capitalize()) for _value, label in IndicatorKind.choices],
        "indikatorer": lambda: _indicators(report),
        "enheter": lambda: [
            Choice(unit.code, f"{unit.code} {unit.name}")
            for unit in Unit.objects.filter(committee=report.committee_id).order_by("code", "pk")
        ],
        "perioder": lambda: _periods(report),
        "tabell": lambda: [
            Choice(each.key, str(each)) for each in DataTable.objects.filter(report=report).order_by("position", "pk")
        ],
        "kolumner": lambda: _columns(report, table),
        "form": lambda: [Choice(ChartForm.BUDGET, _("Utfall mot budget"))],
        "visa": lambda: [Choice(part, str(PARTS[part])) for part in PARTS_OF_KIND.get(kind, tuple(Shown))],
    }
    return tuple(found[key]())


def _goals(report: Report) -> list[Choice]:
    goals = list(Goal.objects.filter(plan=report.plan_id).in_plan_order().select_related("level"))
    depths: dict[int, int] = {}
    for goal in goals:
        depths[goal.pk] = depths.get(goal.parent_id, -1) + 1 if goal.parent_id else 0
    return [
        Choice(
            goal.key,
            _short(f"{f'{goal.label or goal.level.name} {goal.number}'.strip()}: {goal.name}"),
            depths[goal.pk],
        )
        for goal in goals
    ]


def _indicators(report: Report) -> list[Choice]:
    indicators = (
        Indicator.objects.filter(plan=report.plan_id)
        .in_goal_order()
        .values_list("key", "number", "name", "goal__number")
    )
    return [
        Choice(key, _short(f"{number} {name}" + (_(" (mål %(goal)s)") % {"goal": goal} if goal else "")))
        for key, number, name, goal in indicators
    ]


def _periods(report: Report) -> list[Choice]:
    plan = report.plan
    codes = set(Measurement.objects.filter(plan=plan).order_by().values_list("period", flat=True).distinct()) | {
        str(year) for year in range(plan.year_from, plan.year_through + 1)
    }
    periods = []
    for code in codes:
        try:
            periods.append(parse_period(code))
        except PeriodFault:
            continue
    periods.sort(key=lambda period: (period.first, period.last, period.code))
    return [Choice(period.code, period.label().capitalize()) for period in periods]


def _columns(report: Report, table: str) -> list[Choice]:
    rows = list(
        DataTableRow.objects.filter(table__report=report, table__key=table)
        .exclude(kind=RowKind.COMPUTATION)
        .order_by("position", "pk")
        .values_list("kind", "cells")
    )
    headings: list[str] = next((cells for kind, cells in reversed(rows) if kind == RowKind.HEADING), [])
    width = max((len(cells) for _kind, cells in rows), default=0)
    return [
        Choice(str(number), _named_column(number, headings[number - 1] if number <= len(headings) else ""))
        for number in range(1, width + 1)
    ]


def _named_column(number: int, heading: str) -> str:
    return _("%(number)d. %(heading)s") % {"number": number, "heading": heading or _("utan rubrik")}


def _short(words: str) -> str:
    return Truncator(" ".join(words.split())).chars(_LONGEST)
