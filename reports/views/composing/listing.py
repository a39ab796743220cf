"""The list of the reports that one composes."""

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from followup.core.access import Capability, committees_where, may_somewhere
from followup.core.faults import NotAllowed
from reports.choices import Audience
from reports.models import CommitteeDecision, Publication, Report
from reports.views.composing.filters import DRAFT, WITHDRAWN, ReportFilter
from reports.views.composing.tables import ReportTable
from reports.views.listing.page import list_page


def with_publication(reports: QuerySet[Report]) -> QuerySet[Report]:
    """With `state` (a key of `STATES`) and what the columns show of the newest version and of the latest decision."""
    newest = Publication.objects.filter(report=OuterRef("pk")).order_by("-version")
    is_open = Q(audience=Audience.PUBLIC) | Q(disclosure__isnull=False)
    readers = Case(
        When(withdrawal__isnull=False, then=Value(WITHDRAWN)),
        When(is_open, then=Value(str(Audience.PUBLIC))),
        default=Value(str(Audience.MEMBERS)),
    )
    decision = CommitteeDecision.objects.standing().filter(publication__report=OuterRef("pk"))
    latest = decision.order_by("-publication__version", "-decided_on", "-recorded_at", "-pk")
    return reports.annotate(
        newest_version=Subquery(newest.values("version")[:1]),
        newest_at=Subquery(newest.values("published_at")[:1]),
        decision_outcome=Subquery(latest.values("outcome")[:1]),
        decided_on=Subquery(latest.values("decided_on")[:1]),
        decision_paragraph=Subquery(latest.values("paragraph")[:1]),
        decided_version=Subquery(latest.values("publication__version")[:1]),
        state=Coalesce(Subquery(newest.annotate(readers=readers).values("readers")[:1]), Value(DRAFT)),
    )


@require_safe
def composer_list(request: HttpRequest) -> HttpResponse:
    if not may_somewhere(request.user, Capability.EDIT_REPORT):
        raise NotAllowed
    mine = Report.objects.edited_by(request.user).select_related("committee__municipality").order_by("-as_of", "-pk")
    committees = committees_where(request.user, Capability.EDIT_REPORT).select_related("municipality")
    chosen = ReportFilter(request.GET, queryset=with_publication(mine), committees=committees)
    shown = list_page(request, ReportTable, chosen, name="rapporter", left_out=chosen.left_out)
    if isinstance(shown, HttpResponse):
        return shown
    return render(request, "reports/composing/list.html", {"list": shown})
