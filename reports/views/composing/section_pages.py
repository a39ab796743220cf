"""The pages of one section as they would be printed, as it is typed just now. Nothing is saved."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from reports.access import report_to_edit
from reports.build import build_section
from reports.commands.composing import SectionText
from reports.commands.layout_line import Busy, one_at_a_time
from reports.forms.section import SectionForm
from reports.render import Format, RenderFault, render_section_pdf
from reports.views.composing.section_preview import fact_of
from reports.views.policies import let_viewer_through


@require_POST
@cache_control(private=True, no_store=True)
def section_pages(request: HttpRequest, report_id: int) -> HttpResponse:
    """A PDF, shown in the browser; 422 or 503 where there is none, with why."""
    report = report_to_edit(request.user, report_id)
    form = SectionForm(request.POST, report=report)
    if not form.is_valid():
        return render(request, "reports/composing/section_faults.html", {"form": form}, status=422)
    document = build_section(report, fact_of(SectionText(**form.values())))
    try:
        with one_at_a_time():
            content = render_section_pdf(document)
    except RenderFault as fault:
        return render(request, "reports/composing/section_faults.html", {"words": str(fault)}, status=422)
    except Busy:
        words = _("Flera PDF-filer läggs ut just nu, och en i taget. Vänta en halv minut och försök igen.")
        return render(request, "reports/composing/section_faults.html", {"words": words}, status=503)
    response = HttpResponse(content, content_type=Format.PDF.content_type)
    response["Content-Disposition"] = f'inline; filename="{report.slug}-avsnitt.pdf"'
    let_viewer_through(response)
    return response
