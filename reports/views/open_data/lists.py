"""The lists of the open data: municipalities, committees, reports. Newest first, page by page."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.models import Committee, Municipality
from reports.forms.open_data import OfCommittee, OfMunicipality, PageQuestion
from reports.models import Publication
from reports.open_data.answers import CommitteePage, MunicipalityPage, ReportPage
from reports.views.open_data.addresses import Addresses
from reports.views.open_data.sending import send_json, send_problem


@login_not_required
@require_safe
def municipalities(request: HttpRequest) -> HttpResponse:
    form = PageQuestion(request.GET)
    if not form.is_valid():
        return _refused(form)
    addresses = Addresses.of(request)
    rows = Municipality.objects.order_by("name", "pk")
    return _page(request, form, rows, addresses.municipality, MunicipalityPage)


@login_not_required
@require_safe
def committees(request: HttpRequest) -> HttpResponse:
    form = OfMunicipality(request.GET)
    if not form.is_valid():
        return _refused(form)
    rows = Committee.objects.with_municipality().order_by("municipality__name", "name", "pk")
    if wanted := form.cleaned_data["municipality"]:
        rows = rows.filter(municipality=wanted)
    return _page(request, form, rows, Addresses.of(request).committee, CommitteePage)


@login_not_required
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """Each by its newest version that everyone may read."""
    form = OfCommittee(request.GET)
    if not form.is_valid():
        return _refused(form)
    rows = Publication.objects.newest_readable().select_related("committee").order_by("-published_at", "-pk")
    if wanted := form.cleaned_data["municipality"]:
        rows = rows.filter(committee__municipality=wanted)
    if slug := form.cleaned_data["committee"]:
        rows = rows.filter(committee__slug=slug)
    return _page(request, form, rows, Addresses.of(request).report, ReportPage)


def _page(
    request: HttpRequest, form: PageQuestion, rows: QuerySet[Any], answer: Callable[[Any], Any], kind: type
) -> HttpResponse:
    """Two queries however many rows there are."""
    page, size = form.cleaned_data["page"], form.cleaned_data["page_size"]
    total, first = rows.count(), (page - 1) * size
    here = Addresses.of(request).site + request.path
    asked = {
        name: value for name, value in form.cleaned_data.items() if value and name in request.GET and name != "page"
    }
    return send_json(
        request,
        kind(
            total=total,
            page=page,
            page_size=size,
            next=f"{here}?{urlencode(asked | {'page': page + 1})}" if first + size < total else None,
            previous=f"{here}?{urlencode(asked | {'page': page - 1})}" if page > 1 else None,
            items=tuple(answer(row) for row in rows[first : first + size]),
        ),
    )


def _refused(form: PageQuestion) -> HttpResponse:
    said = " ".join(str(error) for errors in form.errors.values() for error in errors)
    return send_problem(400, _("Frågan går inte att besvara"), said)
