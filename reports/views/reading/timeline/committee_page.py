"""A committee's goals and indicators over its reports: what its page shows of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q
from django.utils.safestring import SafeString

from followup.core.access import AnyUser
from followup.core.models import Committee
from reports.build.document import Chart
from reports.choices import SubjectKind
from reports.models import PublishedItem
from reports.render.charts import chart_svg
from reports.views.reading.timeline.achieved import summary_of, tallies_of
from reports.views.reading.timeline.area_chart import area_chart
from reports.views.reading.timeline.charts import history_chart
from reports.views.reading.timeline.columns import ReportColumn, columns_of
from reports.views.reading.timeline.items import Item, address_over_time, items_in
from reports.views.reading.timeline.matrix import Matrix, matrix_of
from reports.views.reading.timeline.series import IndicatorHistory, histories_of

MOST_CHARTS = 8
"""Indicators drawn on the committee's page; the list has them all."""


@dataclass(frozen=True, slots=True)
class DrawnIndicator:
    """`drawing` is empty where no two figures are numbers; the chart's table has them all the same."""

    anchor: str
    address: str
    item: Item
    chart: Chart
    drawing: SafeString | str


@dataclass(frozen=True, slots=True)
class DrawnStatuses:
    chart: Chart
    drawing: SafeString | str


@dataclass(frozen=True, slots=True)
class CommitteeOverTime:
    """`indicators` is how many have a series, the first of them `drawn`; `statuses` is None for one report alone."""

    matrix: Matrix
    statuses: DrawnStatuses | None
    summary: tuple[str, ...]
    drawn: tuple[DrawnIndicator, ...]
    indicators: int


def committee_over_time(user: AnyUser, committee: Committee) -> CommitteeOverTime:
    """At most nine queries, whatever the number of reports, goals and figures."""
    columns = columns_of(user, [committee])
    goals = items_in([column.publication_id for column in columns], SubjectKind.GOAL)
    matrix = matrix_of(columns, goals)
    summary = summary_of(tallies_of(matrix.columns), comparable=_same_goals(matrix.columns, goals))
    lineages = _with_series(columns)
    histories = histories_in(columns, lineages[:MOST_CHARTS])
    chart = area_chart(matrix.columns, goals)
    return CommitteeOverTime(
        matrix=matrix,
        statuses=DrawnStatuses(chart, chart_svg(chart, "omradena")) if chart else None,
        summary=summary,
        drawn=tuple(filter(None, (drawn_indicator(committee.slug, each) for each in histories))),
        indicators=len(lineages),
    )


def histories_in(columns: Sequence[ReportColumn], lineages: Sequence[str]) -> list[IndicatorHistory]:
    """Those of the lineages, in their order. Four queries; none without lineages."""
    if not lineages:
        return []
    order = [column.publication_id for column in columns]
    found = histories_of(items_in(order, SubjectKind.INDICATOR, lineage__in=lineages), order)
    return [found[lineage] for lineage in lineages if lineage in found]


def drawn_indicator(committee_slug: str, history: IndicatorHistory) -> DrawnIndicator | None:
    """None where no figure is a number."""
    chart = history_chart(history)
    if chart is None:
        return None
    anchor = f"indikator-{history.item.id}"
    return DrawnIndicator(
        anchor=anchor,
        address=address_over_time(committee_slug, history.item.kind, history.item.lineage),
        item=history.item,
        chart=chart,
        drawing=chart_svg(chart, anchor) if has_course(chart) else "",
    )


def has_course(chart: Chart) -> bool:
    """Whether some series has two figures to draw a line between."""
    return any(sum(point.value is not None for point in series.points) > 1 for series in chart.series)


def _with_series(columns: Sequence[ReportColumn]) -> list[str]:
    """The lineages of the indicators with figures of several periods: the newest report's first, as they stand in it.

    One query.
    """
    if not columns:
        return []
    rows = (
        PublishedItem.objects.filter(
            publication__in=[column.publication_id for column in columns], kind=SubjectKind.INDICATOR
        )
        .order_by()
        .values("lineage")
        .annotate(
            periods=Count("outcomes__period", distinct=True, filter=Q(outcomes__value__isnull=False)),
            newest=Max("publication__as_of"),
            place=Min("position"),
        )
        .filter(periods__gte=2)
        .order_by("-newest", "place", "lineage")
    )
    return [row["lineage"] for row in rows]


def _same_goals(columns: Sequence[ReportColumn], goals: Sequence[Item]) -> bool:
    """Whether the last two reports have some judged goal in common."""
    last = [
        {item.lineage for item in goals if item.publication_id == column.publication_id and item.verdict}
        for column in columns[-2:]
    ]
    return len(last) == 2 and bool(last[0] & last[1])
