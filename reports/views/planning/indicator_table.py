"""The table of a plan's indicators: its columns, with the newest outcome and the target of each."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from followup.core.choices import Sex
from followup.core.models import Unit
from followup.core.together import read_together
from goals.models import Goal, Plan
from indicators.models import Indicator
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import figure_line
from reports.build.loading.series import figure_rows, indicator_fact, target_rows
from reports.build.targets import of_the_time, target_words
from reports.views.listing.table import LONG, ROW_HEADER, ListTable
from reports.views.listing.values import CellValue

_LONGEST_GOAL = 70

NOTHING = "—"
"""As the other columns show that they are empty."""


def _column(words: Promise, *fields: Any, **more: Any) -> tables.Column:
    """A column in a total order: by `fields`, then as the plan has the indicators."""
    return tables.Column(verbose_name=words, order_by=(*fields, "position", "pk"), **more)


class IndicatorTable(ListTable):
    """Rows are indicators of one plan with `newest_id`; `read_along` finds their figures and targets.

    It finds the committee's `units` and the plan's `goals` too, in order and with what they are called, which the
    list's form offers.
    """

    caption = gettext_lazy("Planens indikatorer, nyckeltal och volymmått")
    always = ("name",)
    at_first = ("number", "goal", "kind", "unit_of_measure", "newest", "target")

    number = _column(gettext_lazy("Nr"), "number")
    name = _column(gettext_lazy("Namn"), "name", attrs=ROW_HEADER)
    goal = _column(gettext_lazy("Mål"), "goal__position", empty_values=(), attrs=LONG)
    kind = _column(gettext_lazy("Typ"), "kind")
    unit_of_measure = _column(gettext_lazy("Måttenhet"), "unit_of_measure")
    desired_direction = _column(gettext_lazy("Riktning"), "desired_direction")
    frequency = _column(gettext_lazy("Frekvens"), "frequency")
    kolada_id = _column(gettext_lazy("Kolada-id"), "kolada_id")
    source = _column(gettext_lazy("Källa"), "source", attrs=LONG)
    newest = tables.Column(verbose_name=gettext_lazy("Senaste utfall"), empty_values=(), orderable=False)
    target = tables.Column(verbose_name=gettext_lazy("Målvärde"), empty_values=(), orderable=False)

    def __init__(self, *args: Any, plan: Plan, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.today = today
        self.figures: dict[int, MeasurementFact] = {}
        self.aims: dict[int | None, list[TargetFact]] = {}
        self.units: list[Unit] = []
        self.goals: list[Goal] = []
        self.unit_codes: dict[int, str] = {}

    def read_along(self, records: Sequence[Any]) -> None:
        """One query."""
        figures, targets, units, goals = read_together(
            figure_rows([record.newest_id for record in records if record.newest_id]),
            target_rows([record.pk for record in records]),
            self.plan.committee.units.in_order().values_list("pk", "code", "name"),
            self.plan.goals.in_plan_order().values_list("pk", "number", "name"),
        )
        self.figures = {key: MeasurementFact(*fact) for key, *fact in figures}
        self.aims = defaultdict(list)
        for target in (TargetFact(*row) for row in targets):
            self.aims[target.indicator_id].append(target)
        self.units = [Unit(pk=key, code=code, name=name) for key, code, name in units]
        self.goals = [Goal(pk=key, number=number, name=name) for key, number, name in goals]
        self.unit_codes = {unit.pk: unit.code for unit in self.units}

    def render_name(self, record: Indicator, value: str) -> SafeString:
        address = reverse("reports:indicator_series", args=[self.plan.committee.slug, self.plan.slug, record.pk])
        group = format_html('<span class="listing__note">{}</span>', record.group) if record.group else ""
        return format_html('{}<a href="{}">{}</a>', group, address, value)

    def value_name(self, value: str) -> CellValue:
        return value

    def render_goal(self, record: Indicator) -> str:
        words = str(record.goal) if record.goal else NOTHING
        return words if len(words) <= _LONGEST_GOAL else Truncator(words).chars(_LONGEST_GOAL)

    def value_goal(self, record: Indicator) -> CellValue:
        return str(record.goal) if record.goal else ""

    def render_kind(self, value: str) -> str:
        """Of the label: what is found for a field with choices is the label already."""
        return value.capitalize()

    render_desired_direction = render_frequency = render_kind

    def render_newest(self, record: Any) -> str:
        figure = self.figures.get(record.newest_id)
        return figure_line(figure, indicator_fact(record), self.unit_codes) if figure else NOTHING

    def render_target(self, record: Indicator) -> str:
        return _target_in_words(self.aims.get(record.pk, []), indicator_fact(record), self.today)


def _target_in_words(targets: list[TargetFact], indicator: IndicatorFact, today: date) -> str:
    """The target for everybody that stands today, with its year; else how many there are for parts."""
    whole = [each for each in targets if each.unit_id is None and not each.submeasure and each.sex == Sex.TOTAL]
    for target in of_the_time(whole, today):
        words = target_words(target, indicator.unit_of_measure, indicator.decimals)
        return _("%(year)s: %(target)s") % {"year": target.year, "target": words}
    if not targets:
        return NOTHING
    return ngettext("%(count)d målvärde för delar", "%(count)d målvärden för delar", len(targets)) % {
        "count": len(targets)
    }
