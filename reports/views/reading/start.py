"""The start page: every committee's published reports by year; where there are many, municipalities and what is new."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.views.reading.listing import listed_committees, listed_municipalities, newest_reports

MOST_AT_LENGTH = 30
"""Committees whose reports stand on the page themselves."""
NEWEST = 10


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Three queries."""
    municipalities = listed_municipalities(request.user)
    if sum(each.committees for each in municipalities) <= MOST_AT_LENGTH:
        return render(request, "reports/reading/start.html", {"committees": listed_committees(request.user)})
    context = {"municipalities": municipalities, "newest": newest_reports(request.user, NEWEST)}
    return render(request, "reports/reading/start_of_many.html", context)
