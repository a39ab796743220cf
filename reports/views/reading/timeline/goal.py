"""One goal over time: how the committee and each unit judged it in every report, and its indicators."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from followup.core.models import Committee
from reports.choices import SubjectKind
from reports.models import PublishedItem, PublishedTarget
from reports.views.reading.kept_pages import kept_a_moment
from reports.views.reading.timeline.columns import ReportColumn, columns_of
from reports.views.reading.timeline.committee_page import drawn_indicator, histories_in
from reports.views.reading.timeline.items import Item, Judged, address_over_time, items_in


@dataclass(frozen=True, slots=True)
class JudgedThen:
    """A report's row: the committee's own status, and one for each unit in the order of `Judgements.units`."""

    column: ReportColumn
    address: str
    own: Judged | None
    units: tuple[Judged | None, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """`has_own`: in some report the committee has judged it itself. The newest report comes first."""

    units: tuple[str, ...]
    has_own: bool
    rows: tuple[JudgedThen, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.units or self.has_own)


@login_not_required
@require_safe
@kept_a_moment
def goal_over_time(request: HttpRequest, committee_slug: str, plan_id: int, goal_key: str) -> HttpResponse:
    """Found for those who may read some report that holds the goal. The queries do not grow with the reports."""
    committee = get_object_or_404(Committee.objects.with_municipality(), slug=committee_slug)
    columns = columns_of(request.user, [committee])
    items, newest = item_over_time(columns, SubjectKind.GOAL, f"{plan_id}/{goal_key}")
    histories = histories_in(columns, _indicators_under(newest))
    context = {
        "committee": committee,
        "municipality": committee.municipality,
        "goal": newest,
        "judgements": judgements_of(columns, items),
        "targets": PublishedTarget.objects.filter(item=newest.id).order_by("position", "pk"),
        "drawn": [each for each in (drawn_indicator(committee.slug, item) for item in histories) if each],
        "undrawn": [
            (each.item, address_over_time(committee.slug, each.item.kind, each.item.lineage))
            for each in histories
            if drawn_indicator(committee.slug, each) is None
        ],
    }
    return render(request, "reports/reading/timeline/goal.html", context)


def item_over_time(columns: Sequence[ReportColumn], kind: SubjectKind, lineage: str) -> tuple[dict[int, Item], Item]:
    """By version, and as the newest has it. Two queries; raises Http404."""
    order = [column.publication_id for column in columns]
    found = {item.publication_id: item for item in items_in(order, kind, lineage=lineage)}
    newest = next((found[each] for each in reversed(order) if each in found), None)
    if newest is None:
        raise Http404
    return found, newest


def judgements_of(columns: Sequence[ReportColumn], items: dict[int, Item]) -> Judgements:
    """Units in the order in which the newest report names them, then those of older ones."""
    shown = [column for column in reversed(columns) if column.publication_id in items]
    units = tuple(
        dict.fromkeys(each.by for column in shown for each in items[column.publication_id].statuses if each.by)
    )
    rows = tuple(_then(column, items[column.publication_id], units) for column in shown)
    return Judgements(units, any(row.own for row in rows), rows)


def _then(column: ReportColumn, item: Item, units: Sequence[str]) -> JudgedThen:
    by = {each.by: each for each in item.statuses}
    return JudgedThen(column, column.address_of(item.anchor), item.own, tuple(by.get(unit) for unit in units))


def _indicators_under(goal: Item) -> list[str]:
    """Their lineages, as they stand in the newest report that holds the goal. One query."""
    rows = PublishedItem.objects.filter(
        publication=goal.publication_id, kind=SubjectKind.INDICATOR, above=goal.key
    ).in_plan_order()
    return list(rows.values_list("lineage", flat=True))
