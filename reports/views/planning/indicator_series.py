"""An indicator's own page: its figures over time, across plans, as tables and a chart, and what has been changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goals.models import Plan
from indicators.models import Indicator
from reports.access import indicator_of_plan, plan_to_edit
from reports.build.blocks.chart import indicator_chart
from reports.build.loading.series import figures_of_indicators, indicator_fact, targets_of_indicators
from reports.build.notes import Notes
from reports.render.charts import chart_svg
from reports.views.planning.indicator_frame import indicator_context
from reports.views.planning.indicator_history import Wording, figure_history, target_history
from reports.views.planning.indicator_series_rows import lineage, series_parts


@require_safe
def indicator_series(request: HttpRequest, committee_slug: str, plan_slug: str, indicator_id: int) -> HttpResponse:
    """`?historik=alla` also tells when each value was first entered. The queries do not grow with the values."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    indicator = indicator_of_plan(plan, indicator_id)
    with_entered = request.GET.get("historik") == "alla"
    context = indicator_context(plan, indicator, "series") | _series(plan, indicator, with_entered=with_entered)
    return render(request, "reports/planning/indicator_series.html", context | {"with_entered": with_entered})


def _series(plan: Plan, indicator: Indicator, *, with_entered: bool) -> dict[str, Any]:
    fact, chain = indicator_fact(indicator), _chain(indicator)
    plans = {each.pk: each.plan for each in Indicator.objects.filter(pk__in=chain).select_related("plan")}
    figures, targets = figures_of_indicators(chain), targets_of_indicators(chain)
    series = lineage(chain, {key: each.title for key, each in plans.items()}, figures, targets)
    units = list(plan.committee.units.in_order())
    codes, notes = {unit.pk: unit.code for unit in units}, Notes()
    wording = Wording(fact, codes)
    chart = indicator_chart([fact], series.figures, series.targets, codes, Notes())
    return {
        "parts": series_parts(fact, series, {unit.pk: unit.name for unit in units}, notes),
        "notes": notes.in_order(),
        "chart": chart,
        "drawing": chart_svg(chart, "serie") if chart and any(len(each.points) > 1 for each in chart.series) else "",
        "earlier": [(key, plans[key]) for key in chain[1:]],
        "later": list(indicator.successors.select_related("plan").order_by("plan__year_from", "pk")),
        "history": figure_history(chain, wording, with_entered=with_entered),
        "target_history": target_history(chain, wording, with_entered=with_entered),
        "measured_by": _measured_by(indicator) if units else "",
    }


def _measured_by(indicator: Indicator) -> str:
    rows = indicator.indicator_units.select_related("unit").order_by("position", "pk")
    return ", ".join(row.unit.name for row in rows) or _("Alla enheter som svarar på målet")


def _chain(indicator: Indicator) -> list[int]:
    """The indicator's key and its predecessors', the nearest first. One query."""
    linked = Indicator.objects.filter(committee_id=indicator.committee_id, predecessor__isnull=False)
    before = dict(linked.values_list("pk", "predecessor_id"))
    chain = [indicator.pk]
    while (earlier := before.get(chain[-1])) is not None and earlier not in chain:
        chain.append(earlier)
    return chain
