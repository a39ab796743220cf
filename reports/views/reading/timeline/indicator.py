"""One indicator over time: outcomes against targets, women and men, and the units beside each other."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.models import Committee
from indicators.choices import DesiredDirection
from reports.choices import SubjectKind
from reports.render.charts import chart_svg
from reports.views.reading.kept_pages import kept_a_moment
from reports.views.reading.timeline.charts import history_chart, series_table, units_chart
from reports.views.reading.timeline.columns import columns_of
from reports.views.reading.timeline.committee_page import has_course
from reports.views.reading.timeline.goal import item_over_time, judgements_of
from reports.views.reading.timeline.series import histories_of


@login_not_required
@require_safe
@kept_a_moment
def indicator_over_time(request: HttpRequest, committee_slug: str, plan_id: int, indicator_key: str) -> HttpResponse:
    """Found for those who may read some report that holds it. The queries do not grow with reports or figures."""
    committee = get_object_or_404(Committee.objects.with_municipality(), slug=committee_slug)
    columns = columns_of(request.user, [committee])
    items, newest = item_over_time(columns, SubjectKind.INDICATOR, f"{plan_id}/{indicator_key}")
    history = histories_of(items.values(), [column.publication_id for column in columns])[newest.lineage]
    chart, by_unit = history_chart(history), units_chart(history)
    units = history.of_units
    context = {
        "committee": committee,
        "municipality": committee.municipality,
        "indicator": newest,
        "plan_id": plan_id,
        "key": indicator_key,
        "direction": capfirst(str(DesiredDirection(newest.desired_direction).label))
        if newest.desired_direction
        else "",
        "chart": chart,
        "drawing": chart_svg(chart, "serie") if chart and has_course(chart) else "",
        "figures": series_table(history, history.whole, newest.name) if history.whole and not chart else None,
        "units_chart": by_unit,
        "units_drawing": chart_svg(by_unit, "enheter-diagram") if by_unit else "",
        "units_table": series_table(history, units, _("Utfall per enhet")) if units and history.whole else None,
        "judgements": judgements_of(columns, items),
        "reports": [
            (column, column.address_of(items[column.publication_id].anchor))
            for column in reversed(columns)
            if column.publication_id in items
        ],
    }
    return render(request, "reports/reading/timeline/indicator.html", context)


def _direction(value: str) -> str:
    return capfirst(str(DesiredDirection(value).label)) if value else ""
