"""`/rapportera/`: the reporter's rounds, what is left in each, and when it must be done."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from followup.core.access import Capability, units_where
from followup.core.models import Unit
from reports.views.entry.start_page import start_page
from reports.views.substitutes.lent import own_substitutions

RECENTLY = timedelta(days=60)


@require_safe
def entry_start(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    mine = units_where(request.user, Capability.REPORT)
    units = list(Unit.objects.in_order().filter(pk__in=mine.values("pk")))
    page = start_page(units, today=today, closed_since=today - RECENTLY)
    return render(request, "reports/entry/start.html", {"page": page, "own": own_substitutions(request.user, today)})
