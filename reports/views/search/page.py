"""The search across published reports."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.views.search.advice import advice_for
from reports.views.search.asked import LONGEST_TEXT, asked_in
from reports.views.search.results import results_for


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the person may read, and nothing of the rest: counts and choices are of the same reports."""
    results = results_for(request.user, asked_in(request.GET))
    context = {"results": results, "asked": results.asked, "longest": LONGEST_TEXT, "advice": advice_for(results)}
    response = render(request, "reports/search/page.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response
