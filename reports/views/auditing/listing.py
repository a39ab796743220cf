"""The audit trail: what was done in the committees, by whom and when."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from followup.core.access import Capability, committees_where, events_for, may_in_a_whole_committee
from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent
from reports.views.auditing.filters import EventFilter
from reports.views.auditing.table import EventTable

PER_PAGE = 50


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    chosen = chosen_events(request)
    table = EventTable(newest_first(chosen), exclude=() if chosen.is_of_several else ("committee",))
    RequestConfig(request, paginate=False).configure(table)
    table.show_page(request.GET.get("page"), PER_PAGE)
    context = {
        "filter": chosen,
        "table": table,
        "is_empty": not table.paginator.count,
        "is_filtered": any(request.GET.get(name) for name in chosen.filters),
    }
    return render(request, "reports/auditing/events.html", context)


def chosen_events(request: HttpRequest) -> EventFilter:
    """What the person may see of the audit trail, narrowed as the address says. Raises NotAllowed."""
    if not may_in_a_whole_committee(request.user, Capability.READ_AUDIT):
        raise NotAllowed
    committees = committees_where(request.user, Capability.READ_AUDIT)
    return EventFilter(request.GET, queryset=events_for(request.user), committees=committees)


def newest_first(chosen: EventFilter) -> QuerySet[AuditEvent]:
    """With all that a row tells. What cannot be read in the address narrows nothing."""
    return chosen.qs.select_related("committee__municipality").order_by("-at", "-pk")
