"""A published report: its sealed bytes, with the site's bar put in front."""

import hashlib
from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from reports.models import Publication, PublicationFile
from reports.render.formats import Format
from reports.sealed.documents import sealed_parts
from reports.sealed.outline import page_and_outline
from reports.sealed.package import package as build_package
from reports.sealed.parts import CHECKS, MANIFEST, file_name, package_name
from reports.sealed.stored import sealed_files
from reports.views.attached import stored_response
from reports.views.findable.head import tell_canonical, with_head
from reports.views.policies import FRAME_MARK, let_style_through, let_viewer_through
from reports.views.reading.frame import reading_context
from reports.views.reading.kept_pages import kept_a_moment
from reports.views.reading.versions import the_version, visible_versions, withdrawn_page

_OF_THE_VERSION = {"kontroller": CHECKS, "manifest": MANIFEST}


@login_not_required
@require_safe
@kept_a_moment
def report(request: HttpRequest, committee_slug: str, report_slug: str) -> HttpResponseBase:
    """The newest version that the reader may see."""
    return _page(request, visible_versions(request, committee_slug, report_slug), None)


@login_not_required
@require_safe
@kept_a_moment
def version(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponseBase:
    """One version at its own address, for ever."""
    return _page(request, visible_versions(request, committee_slug, report_slug), version)


@login_not_required
@require_safe
@kept_a_moment
def file(
    request: HttpRequest, committee_slug: str, report_slug: str, version: int, name: str, suffix: str
) -> HttpResponseBase:
    """The sealed file of a version, byte for byte.

    `name` is the report's address and nothing else, but for the two files that tell of the version itself.
    """
    format = suffix if name == report_slug else _OF_THE_VERSION.get(name, "") if suffix == "json" else ""
    if format not in {*Format, CHECKS, MANIFEST}:
        raise Http404
    versions = visible_versions(request, committee_slug, report_slug)
    shown = the_version(versions, version)
    if shown.is_withdrawn:
        return withdrawn_page(request, shown, versions)
    sealed = get_object_or_404(PublicationFile, publication=shown, format=format)
    response = _unless_known(
        request, f'"{sealed.sha256}"', lambda: stored_response(sealed, content_type=sealed.content_type)
    )
    disposition = "attachment" if format in {Format.XLSX, Format.HTML} else "inline"
    response["Content-Disposition"] = f'{disposition}; filename="{file_name(report_slug, version, format)}"'
    if format == Format.HTML and response.status_code == 200:
        let_style_through(response, response.content if isinstance(response, HttpResponse) else sealed.read())
    if format == Format.PDF:
        let_viewer_through(response)
    return response


@login_not_required
@require_safe
def package(request: HttpRequest, committee_slug: str, report_slug: str, version: int, name: str) -> HttpResponse:
    """Everything that the version is made of, as one ZIP."""
    if name != report_slug:
        raise Http404
    versions = visible_versions(request, committee_slug, report_slug)
    shown = the_version(versions, version)
    if shown.is_withdrawn:
        return withdrawn_page(request, shown, versions)
    called = package_name(shown.slug, shown.version)
    content = build_package(called, shown.published_at, sealed_files(shown))
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{called}.zip"'
    response["Cache-Control"] = "private, no-cache"
    return response


def _page(request: HttpRequest, versions: list[Publication], wanted: int | None) -> HttpResponseBase:
    shown = the_version(versions, wanted)
    if shown.is_withdrawn:
        return withdrawn_page(request, shown, versions)
    sealed, outline = page_and_outline(shown)
    context = _frame(shown, versions) | reading_context(request, shown, outline)
    context["extracts"] = sealed_parts(shown, sealed.sha256)
    frame = render_to_string("reports/reading/_frame.html", context).encode()
    content = sealed.read()
    page = with_head(request, shown, content.replace(FRAME_MARK, frame, 1))
    etag = hashlib.sha256(page).hexdigest()
    response = _unless_known(request, f'"{etag}"', lambda: HttpResponse(page, content_type=sealed.content_type))
    let_style_through(response, content)
    tell_canonical(request, shown, response)
    return response


def _frame(shown: Publication, versions: list[Publication]) -> dict[str, object]:
    """What the site's bar tells of the version: its place among the others, and what became of it."""
    newest = versions[0]
    readable = next(item for item in versions if not item.is_withdrawn)
    return {
        "shown": shown,
        "committee": shown.committee,
        "versions": versions,
        "newer": readable if readable.version > shown.version else None,
        "withdrawn": newest if newest.is_withdrawn and newest.version > shown.version else None,
        "decisions": shown.decisions.all(),
    }


def _unless_known(request: HttpRequest, etag: str, whole: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The whole, or 304 where the reader has it already. Always asked for again: access may have changed."""
    response = get_conditional_response(request, etag=etag) or whole()
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response
