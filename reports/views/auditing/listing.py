"""The audit trail: what was done in the committees, by whom and when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from followup.core.access import Capability, committees_where, events_for, may_in_a_whole_committee
from followup.core.faults import NotAllowed
from reports.views.auditing.filters import EventFilter
from reports.views.auditing.table import EventTable
from reports.views.listing.page import list_page


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """The newest first, with all that a row tells."""
    if not may_in_a_whole_committee(request.user, Capability.READ_AUDIT):
        raise NotAllowed
    seen = events_for(request.user).select_related("committee__municipality").order_by("-at", "-pk")
    committees = committees_where(request.user, Capability.READ_AUDIT).select_related("municipality")
    chosen = EventFilter(request.GET, queryset=seen, committees=committees)
    shown = list_page(request, EventTable, chosen, name="handelser", left_out=chosen.left_out)
    if isinstance(shown, HttpResponse):
        return shown
    return render(request, "reports/auditing/events.html", {"list": shown})
