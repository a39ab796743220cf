"""A committee's page: its goals and indicators over time, its reports by year."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from followup.core.models import Committee
from reports.views.reading.listing import committee_reports
from reports.views.reading.timeline.committee_page import committee_over_time


@login_not_required
@require_safe
def committee(request: HttpRequest, committee_slug: str) -> HttpResponse:
    """Found for everyone: that a committee exists is no secret. Its unpublished reports are."""
    found = get_object_or_404(Committee.objects.with_municipality(), slug=committee_slug)
    context = {
        "committee": found,
        "municipality": found.municipality,
        "over_time": committee_over_time(request.user, found),
        "years": committee_reports(request.user, found),
    }
    return render(request, "reports/reading/committee.html", context)
