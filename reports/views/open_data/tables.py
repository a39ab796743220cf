"""Tables as CSV: of a version, of all a municipality's reports, and what their columns mean."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reports.models import Publication, PublicationFile
from reports.open_data.csv_tables import CSV_TYPE, CSVW_TYPE, metadata, write_csv
from reports.open_data.tables import TABLES, TABLES_SHAPE
from reports.render.formats import Format
from reports.views.open_data.addresses import Addresses
from reports.views.open_data.report import gone, not_found, public_versions
from reports.views.open_data.sending import send


@login_not_required
@require_safe
def table(request: HttpRequest, committee_slug: str, report_slug: str, version: int, table: str) -> HttpResponse:
    """From the sealed document, so the same for ever; or the same as its newer form of columns."""
    shown = public_versions(committee_slug, report_slug).filter(version=version).first()
    if shown is None or table not in TABLES:
        return not_found()
    if shown.is_withdrawn:
        return gone(shown)
    response = _csv(request, table, [shown])
    address = Addresses.of(request).to("data_table_metadata", committee_slug, report_slug, version, table)
    response["Link"] = f'<{address}>; rel="describedby"; type="application/csvm+json"'
    return _named(response, f"{report_slug}-version-{version}-{table}.csv")


@login_not_required
@require_safe
def municipality_table(request: HttpRequest, municipality_id: int, table: str) -> HttpResponse:
    """Of all its reports, each by its newest public version. Where the reader has it no file is read."""
    rows = Publication.objects.newest_readable().filter(committee__municipality__pk=municipality_id)
    shown = list(rows.order_by("committee__slug", "slug", "pk"))
    if not shown or table not in TABLES:
        return not_found()
    return _named(_csv(request, table, shown), f"kommun-{municipality_id}-{table}.csv")


@login_not_required
@require_safe
def table_metadata(
    request: HttpRequest, committee_slug: str, report_slug: str, version: int, table: str
) -> HttpResponse:
    shown = public_versions(committee_slug, report_slug).filter(version=version).first()
    if shown is None or table not in TABLES:
        return not_found()
    if shown.is_withdrawn:
        return gone(shown)
    address = Addresses.of(request).to("data_table", committee_slug, report_slug, version, table)
    told = metadata(TABLES[table].table, address, settings.OPEN_DATA_LICENCE)
    return send(request, (json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n").encode(), CSVW_TYPE)


def _csv(request: HttpRequest, name: str, versions: list[Publication]) -> HttpResponse:
    """Its mark is made of what the documents are and how they are read, so that it is known before they are read."""
    files = PublicationFile.objects.filter(publication__in=versions, format=Format.JSON)
    sums = dict(files.values_list("publication_id", "sha256"))
    marks = [TABLES_SHAPE, name, *(sums.get(each.pk, "") for each in versions)]
    etag = hashlib.sha256("\n".join(marks).encode()).hexdigest()
    chosen = TABLES[name]

    def content() -> bytes:
        return write_csv(chosen.table, (row for document in _documents(versions) for row in chosen.rows(document)))

    return send(request, content, CSV_TYPE, etag=etag, changed_at=max(each.published_at for each in versions))


def _documents(versions: Sequence[Publication]) -> Iterator[dict[str, Any]]:
    """In their order, and read one at a time: a municipality may have many, and each is large."""
    files = PublicationFile.objects.filter(publication__in=versions, format=Format.JSON)
    of_version = {file.publication_id: file for file in files}
    for version in versions:
        if file := of_version.get(version.pk):
            yield json.loads(file.read(), parse_float=Decimal)


def _named(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
