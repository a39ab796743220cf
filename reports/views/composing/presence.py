"""Who else is where in a report: asked by the page's script while it is looked at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from reports.access import report_to_edit
from reports.choices import ReportPart
from reports.commands.presence import note_report_presence
from reports.models import DataTable, Report, Section
from reports.views.composing.others import others_in


@require_POST
def report_presence(request: HttpRequest, report_id: int) -> HttpResponse:
    """For a page that shows all sections and opens none: nothing is noted."""
    report = report_to_edit(request.user, report_id)
    others = others_in(report, request.user, timezone.now())
    return render(request, "reports/composing/_presence.html", {"there": others.at_sections()})


@require_POST
def section_presence(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    get_object_or_404(Section, report=report, pk=section_id)
    return _noted(request, report, ReportPart.SECTION, section_id)


@require_POST
def data_table_presence(request: HttpRequest, report_id: int, table_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    get_object_or_404(DataTable, report=report, pk=table_id)
    return _noted(request, report, ReportPart.DATA_TABLE, table_id)


def _noted(request: HttpRequest, report: Report, part: ReportPart, part_id: int) -> HttpResponse:
    now = timezone.now()
    note_report_presence(report=report, part=part, part_id=part_id, now=now, by=request.user)
    others = others_in(report, request.user, now)
    context = {"also_here": others.also_at(part, part_id), "there": others.at_sections()}
    return render(request, "reports/composing/_presence.html", context)
