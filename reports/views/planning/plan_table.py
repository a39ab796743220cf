"""The table of plans, and what it is narrowed to."""

from datetime import date

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from followup.core.dates import format_date
from goals.models import Plan
from reports.views.listing.committees import OfCommittees
from reports.views.listing.table import NUMBER, ROW_HEADER, ListTable
from reports.views.listing.values import CellValue


class PlanFilter(OfCommittees):
    """`committees` are those of the person."""

    words = django_filters.CharFilter(label=_("Innehåller"), field_name="title", lookup_expr="icontains")
    year = django_filters.NumberFilter(label=_("År"), method="of_year")

    class Meta(OfCommittees.Meta):
        model = Plan

    def of_year(self, plans: QuerySet[Plan], _name: str, year: int) -> QuerySet[Plan]:
        return plans.filter(year_from__lte=year, year_through__gte=year)


class PlanTable(ListTable):
    """Rows are plans with `goal_count` and `indicator_count`; every ordering ends with the key."""

    caption = _("Planer")
    always = ("title",)
    at_first = ("committee", "year_from", "goal_count", "indicator_count")

    title = tables.Column(verbose_name=_("Plan"), attrs=ROW_HEADER, order_by=("title", "pk"))
    committee = tables.Column(verbose_name=_("Nämnd"), order_by=("committee__name", "pk"))
    year_from = tables.Column(verbose_name=_("År"), order_by=("year_from", "year_through", "pk"))
    adopted_on = tables.Column(verbose_name=_("Antagen"), order_by=("adopted_on", "pk"))
    registry_number = tables.Column(verbose_name=_("Diarienummer"), order_by=("registry_number", "pk"))
    goal_count = tables.Column(verbose_name=_("Mål"), order_by=("goal_count", "pk"), attrs=NUMBER)
    indicator_count = tables.Column(verbose_name=_("Indikatorer"), order_by=("indicator_count", "pk"), attrs=NUMBER)

    def render_title(self, record: Plan, value: str) -> SafeString:
        address = reverse("reports:plan", args=[record.committee.slug, record.slug])
        return format_html('<a href="{}">{}</a>', address, value)

    def value_title(self, value: str) -> CellValue:
        return value

    def render_committee(self, record: Plan) -> str:
        return str(record.committee)

    def render_year_from(self, record: Plan) -> str:
        return years_in_words(record)

    def render_adopted_on(self, value: date) -> str:
        return format_date(value)

    def value_adopted_on(self, value: date) -> CellValue:
        return value


def years_in_words(plan: Plan) -> str:
    """`2018`, or `2018–2019`."""
    return str(plan.year_from) if plan.year_from == plan.year_through else f"{plan.year_from}–{plan.year_through}"
