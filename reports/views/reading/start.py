"""The start page: every committee's published reports by year."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.views.reading.listing import listed_committees


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "reports/reading/start.html", {"committees": listed_committees(request.user)})
