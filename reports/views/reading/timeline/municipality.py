"""A municipality's committees side by side, and the same indicator in several of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.models import Committee, Municipality
from reports.choices import SubjectKind
from reports.models import PublishedItem
from reports.render.charts import chart_svg
from reports.views.reading.kept_pages import kept_a_moment
from reports.views.reading.timeline.achieved import Tally, tallies_of
from reports.views.reading.timeline.charts import compared_chart, share_chart
from reports.views.reading.timeline.columns import ReportColumn, columns_of
from reports.views.reading.timeline.committee_page import has_course, histories_in
from reports.views.reading.timeline.items import address_over_time
from reports.views.reading.timeline.likeness import NamedIndicator, SharedIndicator, alike
from reports.views.reading.timeline.series import IndicatorHistory


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """`tallies` are the rounds with judged goals, the newest first; `newest` is the last report with or without."""

    committee: Committee
    newest: ReportColumn | None
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class LastFigure:
    """`unit` is empty for the whole committee."""

    committee: str
    unit: str
    period: str
    words: str
    address: str


@login_not_required
@require_safe
@kept_a_moment
def municipality(request: HttpRequest, municipality_id: int) -> HttpResponse:
    """Found for everyone, as its committees are. Six queries, whatever its committees have published."""
    found = get_object_or_404(Municipality, pk=municipality_id)
    committees = list(found.committees.order_by("name", "pk"))
    columns = columns_of(request.user, committees)
    tallies = tallies_of(columns)
    names = {committee.pk: committee.name for committee in committees}
    chart = share_chart(tallies, names, _("Andel uppnådda mål"))
    context = {
        "municipality": found,
        "rows": _rows(committees, columns, tallies),
        "chart": chart,
        "drawing": chart_svg(chart, "andel") if chart and has_course(chart) else "",
        "shared": [(each, len(each.committee_ids)) for each in _shared(columns) if len(each.committee_ids) > 1],
    }
    return render(request, "reports/reading/timeline/municipality.html", context)


@login_not_required
@require_safe
@kept_a_moment
def shared_indicator(request: HttpRequest, municipality_id: int, plan_id: int, indicator_key: str) -> HttpResponse:
    """The indicator with that lineage, and every one that is the same. Nine queries."""
    found = get_object_or_404(Municipality, pk=municipality_id)
    committees = {each.pk: each for each in found.committees.order_by("name", "pk")}
    columns = columns_of(request.user, list(committees.values()))
    lineage = f"{plan_id}/{indicator_key}"
    shared = next((each for each in _shared(columns) if lineage in each.lineages), None)
    if shared is None:
        raise Http404
    whose = {each.lineage: committees[each.committee_id] for each in shared.members}
    histories = [(whose[each.item.lineage], each) for each in histories_in(columns, shared.lineages)]
    chart = compared_chart([(committee.name, each) for committee, each in histories], shared.name)
    context = {
        "municipality": found,
        "shared": shared,
        "chart": chart,
        "drawing": chart_svg(chart, "jamforelse") if chart and has_course(chart) else "",
        "figures": [figure for committee, each in histories for figure in _last_figures(committee, each)],
    }
    return render(request, "reports/reading/timeline/shared_indicator.html", context)


def _rows(
    committees: Sequence[Committee], columns: Sequence[ReportColumn], tallies: Sequence[Tally]
) -> list[CommitteeRow]:
    newest = {column.committee_id: column for column in columns}
    return [
        CommitteeRow(
            committee,
            newest.get(committee.pk),
            tuple(each for each in reversed(tallies) if each.column.committee_id == committee.pk),
        )
        for committee in committees
    ]


def _shared(columns: Sequence[ReportColumn]) -> tuple[SharedIndicator, ...]:
    """Every indicator of the reports, those that are the same together. One query."""
    rows = (
        PublishedItem.objects.filter(
            publication__in=[column.publication_id for column in columns], kind=SubjectKind.INDICATOR
        )
        .order_by("publication__as_of", "publication", "position", "pk")
        .values_list("committee_id", "lineage", "name", "unit_of_measure", "kolada_id")
    )
    return alike(dict.fromkeys(NamedIndicator(*row) for row in rows))


def _last_figures(committee: Committee, history: IndicatorHistory) -> list[LastFigure]:
    """The last figure of the whole and of each unit, women and men left to the indicator's own page."""
    address = address_over_time(committee.slug, SubjectKind.INDICATOR, history.item.lineage)
    found = []
    for key in history.in_order():
        last = history.last_of(key)
        if last and key.is_total:
            period, figure = last
            found.append(LastFigure(committee.name, key.unit, period.label(), figure.words, address))
    return found
