"""`/rapportera/`: the reporter's rounds, what is left in each, and when it must be done."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from followup.core.access import Capability, units_where
from reports.views.entry.start_page import start_page

RECENTLY = timedelta(days=60)


@require_safe
def entry_start(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    units = list(units_where(request.user, Capability.REPORT).select_related("committee").in_order())
    page = start_page(units, today=today, closed_since=_closed_since(today))
    return render(request, "reports/entry/start.html", {"page": page})


def _closed_since(today: date) -> date:
    return today - RECENTLY
