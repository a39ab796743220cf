"""The list of the plans that one sets up."""

import django_filters
import django_tables2
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from followup.core.access import Capability, committees_where, may_somewhere
from followup.core.counting import count_of
from followup.core.faults import NotAllowed
from followup.core.forms.filters import FilterForm
from followup.core.models import Committee
from followup.core.tables import PagedTable
from goals.models import Goal, Plan
from indicators.models import Indicator

_PER_PAGE = 25


class PlanFilter(django_filters.FilterSet):
    """`committees` are those of the person; with one only there is nothing to choose."""

    committee = django_filters.ModelChoiceFilter(label=_("Nämnd"), queryset=None, empty_label=_("Alla nämnder"))

    class Meta:
        model = Plan
        form = FilterForm
        fields: list[str] = []

    def __init__(self, *args: object, committees: QuerySet[Committee], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.filters["committee"].queryset = committees.select_related("municipality")
        self.is_of_several = len(self.filters["committee"].queryset) > 1
        if not self.is_of_several:
            del self.filters["committee"]


class PlanTable(PagedTable):
    """Rows are plans with `goal_count` and `indicator_count`; every ordering ends with the key."""

    caption = _("Planer")

    title = django_tables2.Column(verbose_name=_("Plan"), attrs={"td": {"scope": "row"}}, order_by=("title", "pk"))
    committee = django_tables2.Column(verbose_name=_("Nämnd"), order_by=("committee__name", "pk"))
    year_from = django_tables2.Column(verbose_name=_("År"), order_by=("year_from", "year_through", "pk"))
    goal_count = django_tables2.Column(
        verbose_name=_("Mål"), order_by=("goal_count", "pk"), attrs={"cell": {"class": "number"}}
    )
    indicator_count = django_tables2.Column(
        verbose_name=_("Indikatorer"), order_by=("indicator_count", "pk"), attrs={"cell": {"class": "number"}}
    )

    def render_title(self, record: Plan, value: str) -> SafeString:
        address = reverse("reports:plan", args=[record.committee.slug, record.slug])
        return format_html('<a href="{}">{}</a>', address, value)

    def render_committee(self, record: Plan) -> str:
        return str(record.committee)

    def render_year_from(self, record: Plan) -> str:
        return years_in_words(record)


def years_in_words(plan: Plan) -> str:
    """`2018`, or `2018–2019`."""
    return str(plan.year_from) if plan.year_from == plan.year_through else f"{plan.year_from}–{plan.year_through}"


@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    if not may_somewhere(request.user, Capability.EDIT_PLAN):
        raise NotAllowed
    mine = Plan.objects.edited_by(request.user).select_related("committee__municipality")
    counted = mine.annotate(
        goal_count=count_of(Goal.objects.all(), "plan"), indicator_count=count_of(Indicator.objects.all(), "plan")
    )
    committees = committees_where(request.user, Capability.EDIT_PLAN)
    chosen = PlanFilter(request.GET, queryset=counted.newest_first(), committees=committees)
    table = PlanTable(chosen.qs, exclude=() if chosen.is_of_several else ("committee",))
    RequestConfig(request, paginate=False).configure(table)
    table.show_page(request.GET.get("page"), _PER_PAGE)
    return render(request, "reports/planning/list.html", {"filter": chosen, "table": table})
