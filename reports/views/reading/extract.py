"""A part of a published version as a PDF: the report in brief, or one goal area."""

from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from reports.commands.extract_pdfs import NoSuchPart, extract_pdf
from reports.commands.layout_line import Busy
from reports.views.policies import let_viewer_through
from reports.views.reading.versions import the_version, visible_versions, withdrawn_page

WAIT_SECONDS = 30


@login_not_required
@require_safe
def extract(request: HttpRequest, committee_slug: str, report_slug: str, version: int, part: str) -> HttpResponse:
    """For those who may read the version itself, and for nobody else; gone with a withdrawn version."""
    versions = visible_versions(request, committee_slug, report_slug)
    shown = the_version(versions, version)
    if shown.is_withdrawn:
        return withdrawn_page(request, shown, versions)
    try:
        content = extract_pdf(publication=shown, part=part)
    except NoSuchPart:
        raise Http404 from None
    except Busy:
        context = {"shown": shown, "committee": shown.committee, "municipality": shown.committee.municipality}
        response = render(request, "reports/reading/extract_busy.html", context, status=503)
        response["Retry-After"] = str(WAIT_SECONDS)
        return response
    etag = f'"{sha256(content).hexdigest()}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(content, content_type="application/pdf")
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["Content-Disposition"] = f'inline; filename="{shown.slug}-version-{shown.version}-utdrag-{part}.pdf"'
    let_viewer_through(response)
    return response
