"""The way in: for people the page that explains, for programs the index and the description."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from reports.models import Publication
from reports.open_data.answers import Index
from reports.open_data.licences import licence_name
from reports.open_data.openapi import describe
from reports.open_data.report_schema import stored_versions
from reports.open_data.tables import TABLES
from reports.views.open_data.addresses import Addresses
from reports.views.open_data.sending import send_json


@login_not_required
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What there is, how it is read, under which licence; in Swedish. One query."""
    addresses = Addresses.of(request)
    example = Publication.objects.newest_readable().select_related("committee").order_by("-published_at", "-pk").first()
    context = {
        "site": addresses.site,
        "licence": settings.OPEN_DATA_LICENCE,
        "licence_name": licence_name(settings.OPEN_DATA_LICENCE),
        "example": addresses.report(example) if example else None,
        "tables": [each.table for each in TABLES.values()],
        "schemas": stored_versions(),
    }
    return render(request, "reports/open_data/page.html", context)


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    addresses = Addresses.of(request)
    return send_json(
        request,
        Index(
            title=_("Publicerade uppföljningar som öppna data"),
            licence=settings.OPEN_DATA_LICENCE,
            documentation=addresses.to("open_data"),
            description=addresses.to("data_openapi"),
            catalogue=addresses.to("catalogue", "rdf"),
            municipalities=addresses.to("data_municipalities"),
            committees=addresses.to("data_committees"),
            reports=addresses.to("data_reports"),
            feed=addresses.to("feed"),
            schemas=tuple(addresses.to("data_schema", version) for version in stored_versions()),
        ),
    )


@login_not_required
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    server = Addresses.of(request).to("data_index").rstrip("/")
    return send_json(request, describe(server, settings.OPEN_DATA_LICENCE))
