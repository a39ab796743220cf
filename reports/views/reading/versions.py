"""The versions of a report that the reader may see, and the page of one that has been withdrawn."""

from collections.abc import Iterable

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from reports.models import CommitteeDecision, Publication

GONE = 410


def visible_versions(request: HttpRequest, committee_slug: str, report_slug: str) -> list[Publication]:
    """Newest first, with what became of each; 404 where there is none. Two queries."""
    found = list(
        Publication.objects.visible_to(request.user)
        .filter(committee__slug=committee_slug, slug=report_slug)
        .select_related("committee__municipality", "disclosure", "withdrawal")
        .prefetch_related(Prefetch("decisions", CommitteeDecision.objects.standing()))
        .order_by("-version")
    )
    if not found:
        raise Http404
    return found


def the_version(versions: Iterable[Publication], wanted: int | None) -> Publication:
    """The version asked for, or the newest; raises Http404."""
    shown = next((item for item in versions if wanted is None or item.version == wanted), None)
    if shown is None:
        raise Http404
    return shown


def withdrawn_page(request: HttpRequest, shown: Publication, versions: Iterable[Publication]) -> HttpResponse:
    """What stands at every address of a withdrawn version: that it is gone, since when, why, and what else there is."""
    others = [item for item in versions if not item.is_withdrawn]
    context = {
        "shown": shown,
        "committee": shown.committee,
        "municipality": shown.committee.municipality,
        "newer": [item for item in others if item.version > shown.version],
        "older": [item for item in others if item.version < shown.version],
    }
    response = render(request, "reports/reading/withdrawn.html", context, status=GONE)
    response["Cache-Control"] = "private, no-cache"
    return response
