"""A published report: its sealed bytes, with the site's bar put in front."""

import hashlib

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from reports.models import Publication, PublicationFile
from reports.render.formats import Format
from reports.views.policies import FRAME_MARK, let_style_through, let_viewer_through


@login_not_required
@require_safe
def report(request: HttpRequest, committee_slug: str, report_slug: str) -> HttpResponse:
    """The newest version that the reader may see."""
    return _page(request, _versions(request, committee_slug, report_slug), None)


@login_not_required
@require_safe
def version(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponse:
    """One version at its own address, for ever."""
    return _page(request, _versions(request, committee_slug, report_slug), version)


@login_not_required
@require_safe
def file(
    request: HttpRequest, committee_slug: str, report_slug: str, version: int, name: str, suffix: str
) -> HttpResponse:
    """The sealed file of a version, byte for byte; `name` is the report's address and nothing else."""
    if name != report_slug or suffix not in {item.value for item in Format}:
        raise Http404
    sealed = get_object_or_404(
        PublicationFile.objects.filter(
            publication__in=Publication.objects.visible_to(request.user),
            publication__committee__slug=committee_slug,
            publication__slug=report_slug,
            publication__version=version,
        ),
        format=suffix,
    )
    response = _unless_known(request, f'"{sealed.sha256}"', bytes(sealed.content), sealed.content_type)
    disposition = "attachment" if suffix in {Format.XLSX, Format.HTML} else "inline"
    response["Content-Disposition"] = f'{disposition}; filename="{report_slug}-version-{version}.{suffix}"'
    if suffix == Format.HTML:
        let_style_through(response, bytes(sealed.content))
    if suffix == Format.PDF:
        let_viewer_through(response)
    return response


def _versions(request: HttpRequest, committee_slug: str, report_slug: str) -> list[Publication]:
    """The versions that the reader may see, newest first; 404 where there is none."""
    found = list(
        Publication.objects.visible_to(request.user)
        .filter(committee__slug=committee_slug, slug=report_slug)
        .select_related("committee__municipality", "disclosure")
        .order_by("-version")
    )
    if not found:
        raise Http404
    return found


def _page(request: HttpRequest, versions: list[Publication], wanted: int | None) -> HttpResponse:
    shown = next((item for item in versions if wanted is None or item.version == wanted), None)
    if shown is None:
        raise Http404
    sealed = PublicationFile.objects.get(publication=shown, format=Format.HTML)
    context = {"shown": shown, "newest": versions[0], "versions": versions, "committee": shown.committee}
    frame = render_to_string("reports/reading/_frame.html", context).encode()
    content = bytes(sealed.content)
    etag = hashlib.sha256(sealed.sha256.encode() + frame).hexdigest()
    response = _unless_known(request, f'"{etag}"', content.replace(FRAME_MARK, frame, 1), sealed.content_type)
    let_style_through(response, content)
    return response


def _unless_known(request: HttpRequest, etag: str, content: bytes, content_type: str) -> HttpResponse:
    """The content, or 304 where the reader has it already. Always asked for again: access may have changed."""
    response = get_conditional_response(request, etag=etag) or HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response
