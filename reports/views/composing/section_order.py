"""Moving, hiding and deleting sections from the report's editing page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.access import report_to_edit
from reports.commands.composing import Direction, delete_section, hide_section, move_section
from reports.models import Report, Section
from reports.views.composing.sections import in_composer


@require_POST
def section_move(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    section = get_object_or_404(report.sections, pk=section_id)
    direction = request.POST.get("direction", "")
    if direction not in set(Direction):
        return HttpResponse(_("Ange åt vilket håll avsnittet ska flyttas."), status=422, content_type="text/plain")
    move_section(section=section, direction=Direction(direction), by=request.user)
    return _answer(request, report, section, _("”%(section)s” är flyttat.") % {"section": section})


@require_POST
def section_hide(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    section = get_object_or_404(report.sections, pk=section_id)
    section = hide_section(section=section, is_hidden=request.POST.get("is_hidden") == "1", by=request.user)
    words = _("”%(section)s” visas inte längre i rapporten.") if section.is_hidden else _("”%(section)s” visas igen.")
    return _answer(request, report, section, words % {"section": section})


def section_delete(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    """A page that asks; sending it deletes."""
    report = report_to_edit(request.user, report_id)
    section = get_object_or_404(report.sections, pk=section_id)
    if request.method != "POST":
        context = {"report": report, "section": section, "municipality": report.committee.municipality}
        return render(request, "reports/composing/section_delete.html", context)
    delete_section(section=section, by=request.user)
    messages.success(request, _("Avsnittet ”%(section)s” är borttaget.") % {"section": section})
    return redirect("reports:composer", report.pk)


def _answer(request: HttpRequest, report: Report, section: Section, words: str) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        context = {"report": report, "sections": list(report.sections.order_by("position", "pk")), "said": words}
        return render(request, "reports/composing/_sections.html", context)
    messages.success(request, words)
    return in_composer(report, section)
