"""The draft, built and rendered as it would be published."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from reports.access import report_to_edit
from reports.build import build_report
from reports.commands.jobs.asking import ask_for_draft_pdf
from reports.commands.jobs.draft_pdf import current_draft_pdf
from reports.models import DraftPdf
from reports.render import RENDERERS, Format
from reports.views.attached import stored_response
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
def preview_pdf(request: HttpRequest, report_id: int) -> HttpResponseBase:
    """The PDF, shown in the browser, where it has been made of what is saved now; else the button that has it made."""
    report = report_to_edit(request.user, report_id)
    kept = current_draft_pdf(report)
    if kept is None:
        context = {
            "report": report,
            "municipality": report.committee.municipality,
            "is_changed": DraftPdf.objects.filter(report=report).exists(),
        }
        return render(request, "reports/composing/draft_pdf.html", context)
    response = stored_response(kept, content_type=Format.PDF.content_type)
    response["Content-Disposition"] = f'inline; filename="{report.slug}-utkast.pdf"'
    let_viewer_through(response)
    return response


@require_POST
def draft_pdf(request: HttpRequest, report_id: int) -> HttpResponse:
    """Have the PDF made, and follow that; straight to it where nothing has changed since it was made."""
    report = report_to_edit(request.user, report_id)
    if current_draft_pdf(report) is not None:
        return redirect("reports:preview_pdf", report.pk)
    job = ask_for_draft_pdf(report=report, key=uuid4(), now=timezone.now(), by=request.user)
    return redirect("reports:job", report.pk, job.pk)
