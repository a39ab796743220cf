"""Moving, naming, hiding and deleting sections in the tree."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.access import report_to_edit
from reports.commands.composing import text_of
from reports.commands.section_order import (
    CannotMove,
    Direction,
    delete_section,
    hide_section,
    move_section,
    place_section,
    rename_section,
)
from reports.forms.report import ReportForm
from reports.forms.section import SectionForm
from reports.models import Report, Section
from reports.views.composing.composer import head_as_typed
from reports.views.composing.others import others_in
from reports.views.composing.section_rows import section_rows
from reports.views.composing.sections import in_composer, section_as_typed


@require_POST
def section_move(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    """One step in a `direction`; or to the `place` before a section ("" for last), at a `level`."""
    report, section, opened = _loaded(request, report_id, section_id)
    words = _("”%(section)s” är flyttat.") % {"section": section}
    if "place" in request.POST:
        place, level = request.POST["place"], request.POST.get("level", "")
        if not (place.isdecimal() or not place) or level not in {"1", "2", "3", "4"}:
            return _unclear()
        try:
            place_section(section=section, before=int(place) if place else None, level=int(level), by=request.user)
        except CannotMove as refusal:
            return _answer(request, section, opened, str(refusal), is_refused=True)
        return _answer(request, section, opened, words)
    direction = request.POST.get("direction", "")
    if direction not in set(Direction):
        return _unclear()
    before = _order(report)
    move_section(section=section, direction=Direction(direction), by=request.user)
    if _order(report) == before:
        words = _("”%(section)s” kan inte flyttas längre åt det hållet.") % {"section": section}
    return _answer(request, section, opened, words)


@require_POST
def section_rename(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    _report, section, opened = _loaded(request, report_id, section_id)
    try:
        section = rename_section(section=section, title=request.POST.get("title", ""), by=request.user)
    except ValidationError as refusal:
        return _answer(request, section, opened, " ".join(refusal.messages), is_refused=True)
    return _answer(request, section, opened, _("Avsnittet heter nu ”%(section)s”.") % {"section": section})


@require_POST
def section_hide(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    _report, section, opened = _loaded(request, report_id, section_id)
    section = hide_section(section=section, is_hidden=request.POST.get("hide") == "1", by=request.user)
    words = _("”%(section)s” visas inte längre i rapporten.") if section.is_hidden else _("”%(section)s” visas igen.")
    return _answer(request, section, opened, words % {"section": section})


def section_delete(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    """A page that asks; sending it deletes."""
    report, section, _opened = _loaded(request, report_id, section_id)
    if request.method != "POST":
        context = {"report": report, "section": section, "municipality": report.committee.municipality}
        return render(request, "reports/composing/section_delete.html", context)
    delete_section(section=section, by=request.user)
    messages.success(request, _("Avsnittet ”%(section)s” är borttaget.") % {"section": section})
    return redirect("reports:composer", report.pk)


def _loaded(request: HttpRequest, report_id: int, section_id: int) -> tuple[Report, Section, Section | None]:
    """The report, the section, and as it is now the one whose form stands beside the tree (`current`)."""
    report = report_to_edit(request.user, report_id)
    key = request.POST.get("current", "")
    opened = report.sections.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
    return report, get_object_or_404(report.sections, pk=section_id), opened


def _order(report: Report) -> list[tuple[int, int]]:
    return list(report.sections.order_by("position", "pk").values_list("pk", "level"))


def _unclear() -> HttpResponse:
    return HttpResponse(_("Ange åt vilket håll avsnittet ska flyttas."), status=422, content_type="text/plain")


def _answer(
    request: HttpRequest, section: Section, opened: Section | None, words: str, *, is_refused: bool = False
) -> HttpResponse:
    """The tree alone to the page's script, else the page again, with what was typed beside the tree.

    The script is told how the section that is open was and is, so that its form does not take the change for another's.
    """
    report = section.report
    if request.htmx:  # type: ignore[attr-defined]
        current = report.sections.filter(pk=opened.pk).first() if opened else None
        others = others_in(report, request.user, timezone.now())
        context = {"report": report, "rows": section_rows(report, others, current), "section": current, "said": words}
        if opened and current:
            context |= {"was": opened, "seen_before": text_of(opened).fingerprint, "seen": text_of(current).fingerprint}
        return render(request, "reports/composing/_sections.html", context)
    (messages.error if is_refused else messages.success)(request, words)
    kept = _as_typed(request, report, opened)
    return kept or (redirect("reports:section_edit", report.pk, opened.pk) if opened else in_composer(report, section))


def _as_typed(request: HttpRequest, report: Report, opened: Section | None) -> HttpResponse | None:
    """The page again with what is typed in the form beside the tree; None where there is nothing to lose."""
    if SectionForm.is_sent_in(request.POST):
        return section_as_typed(request, report, opened)
    return head_as_typed(request, report) if ReportForm.is_sent_in(request.POST) else None
