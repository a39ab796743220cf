"""The lists of goals, indicators and reports, of one committee or of all in a municipality."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from followup.core.access import AnyUser
from followup.core.models import Committee, Municipality
from reports.views.listing.committees import OfCommittees
from reports.views.listing.page import list_page
from reports.views.listing.table import ListTable
from reports.views.reading.kept_pages import kept_a_moment
from reports.views.reading.timeline.filters import GoalFilter, IndicatorFilter, ReportFilter
from reports.views.reading.timeline.listed import listed_goals, listed_indicators, listed_reports
from reports.views.reading.timeline.tables import GoalTable, IndicatorTable, ReportTable


@dataclass(frozen=True, slots=True)
class ListKind:
    """What a list is of, and its words."""

    table: type[ListTable]
    filter: type[OfCommittees]
    rows: Callable[[AnyUser, Sequence[Committee]], Any]
    title: Promise
    file: str
    nothing_yet: Promise
    nothing_matches: Promise
    counted: Callable[[int], str]


GOALS = ListKind(
    GoalTable,
    GoalFilter,
    listed_goals,
    _("Mål"),
    "mal",
    _("Inga mål är publicerade än"),
    _("Inget mål stämmer med valet"),
    lambda count: ngettext("%(count)d mål", "%(count)d mål", count) % {"count": count},
)
INDICATORS = ListKind(
    IndicatorTable,
    IndicatorFilter,
    listed_indicators,
    _("Indikatorer"),
    "indikatorer",
    _("Inga indikatorer är publicerade än"),
    _("Ingen indikator stämmer med valet"),
    lambda count: ngettext("%(count)d indikator", "%(count)d indikatorer", count) % {"count": count},
)
REPORTS = ListKind(
    ReportTable,
    ReportFilter,
    listed_reports,
    _("Rapporter"),
    "rapporter",
    _("Inga rapporter är publicerade än"),
    _("Ingen rapport stämmer med valet"),
    lambda count: ngettext("%(count)d rapport", "%(count)d rapporter", count) % {"count": count},
)


@login_not_required
@require_safe
@kept_a_moment
def committee_list(request: HttpRequest, committee_slug: str, kind: ListKind) -> HttpResponse:
    """Queries: the committee, its areas, the count, the page, and what its rows need along."""
    committee = get_object_or_404(Committee.objects.with_municipality(), slug=committee_slug)
    context = {"committee": committee, "municipality": committee.municipality}
    return _answer(request, kind, [committee], context, f"{committee.slug}-{kind.file}")


@login_not_required
@require_safe
@kept_a_moment
def municipality_list(request: HttpRequest, municipality_id: int, kind: ListKind) -> HttpResponse:
    found = get_object_or_404(Municipality, pk=municipality_id)
    committees = list(found.committees.order_by("name", "pk"))
    return _answer(request, kind, committees, {"municipality": found}, f"kommun-{found.pk}-{kind.file}")


def _answer(
    request: HttpRequest, kind: ListKind, committees: Sequence[Committee], context: dict[str, Any], name: str
) -> HttpResponse:
    chosen = kind.filter(request.GET, queryset=kind.rows(request.user, committees), committees=committees)
    shown = list_page(request, kind.table, chosen, name=name, left_out=chosen.left_out)
    if isinstance(shown, HttpResponse):
        return shown
    return render(
        request,
        "reports/reading/timeline/list.html",
        context | {"kind": kind, "list": shown, "count_words": kind.counted(shown.count)},
    )
