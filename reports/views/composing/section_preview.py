"""One section as it would look in the report: as it is saved, or as it is typed just now. Nothing is saved."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST

from reports.access import report_to_edit
from reports.build import build_section
from reports.build.part_facts import SectionFact
from reports.commands.composing import SectionText, text_of
from reports.forms.section import SectionForm
from reports.models import Report
from reports.render import render_section_page
from reports.views.policies import let_into_own_pages, let_style_through


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def section_preview(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    """GET: as it is saved. POST: as the form says."""
    report = report_to_edit(request.user, report_id)
    section = get_object_or_404(report.sections, pk=section_id)
    if request.method == "POST":
        return _typed(request, report)
    return _shown(report, text_of(section))


@require_POST
@cache_control(private=True, no_store=True)
def new_section_preview(request: HttpRequest, report_id: int) -> HttpResponse:
    return _typed(request, report_to_edit(request.user, report_id))


def _typed(request: HttpRequest, report: Report) -> HttpResponse:
    form = SectionForm(request.POST, report=report)
    if form.is_valid():
        return _shown(report, SectionText(**form.values()))
    response = render(request, "reports/composing/section_faults.html", {"form": form})
    let_into_own_pages(response)
    return response


def _shown(report: Report, text: SectionText) -> HttpResponse:
    page = render_section_page(build_section(report, fact_of(text)))
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    let_style_through(response, page)
    let_into_own_pages(response)
    return response


def fact_of(text: SectionText) -> SectionFact:
    """The section, stored or not, as a report is built of it."""
    options = {key: tuple(items) for key, items in text.options.items()}
    return SectionFact(0, text.level, text.title.strip(), text.kind, text.content, options)
