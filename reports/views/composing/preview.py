"""The draft, built and rendered as it would be published."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from reports.access import report_to_edit
from reports.build import build_report
from reports.render import RENDERERS, Format, RenderFault
from reports.views.policies import FRAME_MARK, let_style_through, let_viewer_through


@require_safe
@cache_control(private=True, no_store=True)
def preview(request: HttpRequest, report_id: int) -> HttpResponse:
    """The web page, with the way back in a bar on top. Its policy lets through its own embedded style alone."""
    report = report_to_edit(request.user, report_id)
    page = RENDERERS[Format.HTML](build_report(report))
    frame = render_to_string("reports/composing/_frame.html", {"report": report}, request).strip()
    response = HttpResponse(page.replace(FRAME_MARK, frame.encode(), 1), content_type=Format.HTML.content_type)
    let_style_through(response, page)
    return response


@require_safe
@cache_control(private=True, no_store=True)
def preview_pdf(request: HttpRequest, report_id: int) -> HttpResponse:
    """The PDF, shown in the browser."""
    report = report_to_edit(request.user, report_id)
    try:
        content = RENDERERS[Format.PDF](build_report(report))
    except RenderFault as fault:
        messages.error(request, str(fault))
        return redirect("reports:composer", report.pk)
    response = HttpResponse(content, content_type=Format.PDF.content_type)
    response["Content-Disposition"] = f'inline; filename="{report.slug}-utkast.pdf"'
    let_viewer_through(response)
    return response
