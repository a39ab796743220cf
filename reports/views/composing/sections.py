"""Writing a section: a new one, or one that stands there."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from reports.access import report_to_edit
from reports.build.previous import previous_texts
from reports.commands.composing import SectionChanged, add_section, change_section
from reports.forms.section import SectionForm
from reports.forms.section_kinds import options_of_kinds
from reports.models import Report, Section


def section_add(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    form = SectionForm(request.POST if request.method == "POST" else None, report=report)
    if form.is_valid():
        try:
            section = add_section(report=report, by=request.user, **form.values())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Avsnittet ”%(section)s” är tillagt sist.") % {"section": section})
            return in_composer(report, section)
    return _page(request, report, form, status=422 if form.is_bound else 200)


def section_edit(request: HttpRequest, report_id: int, section_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    section = report.sections.filter(pk=section_id).first()
    if request.method == "POST":
        form = SectionForm(request.POST, report=report)
        return _save(request, section, form) if section else _deleted_meanwhile(request, report, form)
    if section is None:
        raise Http404
    return _page(request, report, SectionForm.of(section), section=section)


def _save(request: HttpRequest, section: Section, form: SectionForm) -> HttpResponse:
    status, theirs = 422, None
    if form.is_valid():
        try:
            section = change_section(section=section, seen=form.cleaned_data["seen"], by=request.user, **form.values())
        except Section.DoesNotExist:
            return _deleted_meanwhile(request, section.report, form)
        except SectionChanged as refusal:
            status, theirs = 409, refusal.current
            form.accept(theirs)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Avsnittet ”%(section)s” är sparat.") % {"section": section})
            return in_composer(section.report, section)
    return _page(request, section.report, form, section=section, theirs=theirs, status=status)


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
    theirs: Section | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form of `section`, or of a new one; `theirs` is what another person has saved meanwhile."""
    context: dict[str, Any] = {
        "report": report,
        "municipality": report.committee.municipality,
        "form": form,
        "section": section,
        "theirs": theirs,
        "previous": previous_texts(report).get(section.pk) if section else None,
        "options_of_kinds": options_of_kinds(),
        "address": reverse("reports:section_edit", args=[report.pk, section.pk])
        if section
        else reverse("reports:section_add", args=[report.pk]),
    }
    return render(request, "reports/composing/section.html", context, status=status)
