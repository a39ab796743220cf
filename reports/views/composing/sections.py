"""Writing a section beside the tree of all: a new one, or one that stands there."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.access import report_to_edit
from reports.build.previous import previous_texts
from reports.choices import ReportPart
from reports.commands.composing import SectionChanged, SectionText, add_section, change_section
from reports.forms.section import SectionForm
from reports.models import Report, Section
from reports.views.composing.others import others_in
from reports.views.composing.section_difference import SectionDifference, section_difference
from reports.views.composing.section_rows import section_rows
from reports.views.policies import let_frames_in

REDRAW = "redraw"
"""Sent with the form by the button that shows the fields of another kind; nothing is saved."""

ADD = "add"
"""Sent as `then` by the button that saves the section and goes on to a new one."""


def section_add(request: HttpRequest, report_id: int) -> HttpResponse:
    """`?efter=` names the section that the new one is to stand after, on its level."""
    report = report_to_edit(request.user, report_id)
    if request.method != "POST":
        key = request.GET.get("efter", "")
        above = report.sections.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
        form = SectionForm.new(report, level=above.level, after=above.pk) if above else SectionForm.new(report)
        return _page(request, report, form)
    form = SectionForm(request.POST, report=report)
    if REDRAW in request.POST:
        return _page(request, report, form.redrawn())
    if form.is_valid():
        try:
            section = add_section(report=report, after=form.cleaned_data["after"], by=request.user, **form.values())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Avsnittet ”%(section)s” är tillagt.") % {"section": section})
            return _saved(section, form)
    return _page(request, report, form, status=422)


def section_edit(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    section = report.sections.filter(pk=section_id).first()
    if request.method == "POST":
        form = SectionForm(request.POST, report=report)
        if REDRAW in request.POST and section:
            return _page(request, report, form.redrawn(), section=section)
        return _save(request, section, form) if section else _deleted_meanwhile(request, report, form)
    if section is None:
        raise Http404
    return _page(request, report, SectionForm.of(section), section=section)


def _save(request: HttpRequest, section: Section, form: SectionForm) -> HttpResponse:
    status, differs = 422, None
    if form.is_valid():
        try:
            section = change_section(section=section, seen=form.cleaned_data["seen"], by=request.user, **form.values())
        except Section.DoesNotExist:
            return _deleted_meanwhile(request, section.report, form)
        except SectionChanged as refusal:
            status, differs = 409, section_difference(refusal.current, SectionText(**form.values()))
            form.accept(refusal.current)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Avsnittet ”%(section)s” är sparat.") % {"section": section})
            return _saved(section, form, request.POST.get("then", ""))
    return _page(request, section.report, form, section=section, differs=differs, status=status)


def _saved(section: Section, form: SectionForm, then: str = "") -> HttpResponseRedirect:
    """To the section's form, or a new one's after it; after `#` the page's script is told which copy was saved."""
    address = reverse("reports:section_edit", args=[section.report_id, section.pk])
    if then == ADD:
        address = f"{reverse('reports:section_add', args=[section.report_id])}?efter={section.pk}"
    copy = form.cleaned_data["copy"]
    return HttpResponseRedirect(f"{address}#sparat-{copy}" if copy else address)


def section_as_typed(request: HttpRequest, report: Report, opened: Section | None) -> HttpResponse | None:
    """The page again with what is typed in its form, which went along with what was done in the tree. Nothing is saved.

    `opened` is the form's section as it was before, None for a new one. None where nothing is typed.
    """
    form = SectionForm(request.POST, report=report)
    if opened and form.says_the_same_as(opened):
        return None
    current = report.sections.filter(pk=opened.pk).first() if opened else None
    if opened and current:
        form.follow(opened, current)
    return _page(request, report, form.redrawn(), section=current)


def in_composer(report: Report, section: Section) -> HttpResponseRedirect:
    """To the section's place in the report's editing page."""
    address = reverse("reports:composer", args=[report.pk])
    return HttpResponseRedirect(f"{address}#avsnitt-{section.pk}")


def _deleted_meanwhile(request: HttpRequest, report: Report, form: SectionForm) -> HttpResponse:
    messages.error(
        request,
        _("Någon annan har tagit bort avsnittet under tiden. Det du skrev står kvar och kan läggas till på nytt."),
    )
    form.accept(None)
    return _page(request, report, form, status=409)


def _page(
    request: HttpRequest,
    report: Report,
    form: SectionForm,
    *,
    section: Section | None = None,
    differs: SectionDifference | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form of `section`, or of a new one; `differs` tells from what another person has saved meanwhile."""
    key = [report.pk, section.pk] if section else [report.pk]
    others = others_in(report, request.user, timezone.now())
    context: dict[str, Any] = {
        "report": report,
        "municipality": report.committee.municipality,
        "form": form,
        "section": section,
        "rows": section_rows(report, others, section),
        "also_here": others.also_at(ReportPart.SECTION, section.pk) if section else "",
        "presence": reverse("reports:section_presence" if section else "reports:report_presence", args=key),
        "differs": differs,
        "previous": previous_texts(report).get(section.pk) if section else None,
        "address": reverse("reports:section_edit" if section else "reports:section_add", args=key),
        "preview": reverse("reports:section_preview" if section else "reports:new_section_preview", args=key),
    }
    response = render(request, "reports/composing/section.html", context, status=status)
    let_frames_in(response)
    return response
