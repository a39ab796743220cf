"""The report's editing page: its head, its sections, what is missing and what is published."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import Capability, may
from followup.core.dates import format_date
from reports.access import report_to_edit
from reports.checks import findings_for
from reports.checks.review import review_of
from reports.commands.composing import ReportChanged, change_report
from reports.forms.report import ReportForm
from reports.models import ReaderQuestion, Report
from reports.views.composing.checks_page import rule_groups, stops_words
from reports.views.composing.others import others_in
from reports.views.composing.page import publishing_of, version_lines
from reports.views.composing.section_rows import section_rows

SHOWN_AT_ONCE = 5
"""So many findings stand on the page; the rest are counted and have a page of their own."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of the head that two people have written differently."""

    label: str
    theirs: str
    yours: str


def composer(request: HttpRequest, report_id: int) -> HttpResponse:
    """Everything on one page; sending it saves the head."""
    report = report_to_edit(request.user, report_id)
    if request.method != "POST":
        return render(request, "reports/composing/composer.html", _page(request, report, ReportForm.of(report)))
    form = ReportForm(request.POST, report=report)
    status, differences = 422, tuple[Difference, ...]()
    if form.is_valid():
        try:
            change_report(report=report, by=request.user, **form.values())
        except ReportChanged as refusal:
            status, differences = 409, _differences(refusal.current, form)
            report = refusal.current
            form.accept(report)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Uppgifterna är sparade."))
            return redirect("reports:composer", report.pk)
    context = _page(request, report, form) | {"differences": differences, "is_head_open": True}
    return render(request, "reports/composing/composer.html", context, status=status)


def head_as_typed(request: HttpRequest, report: Report) -> HttpResponse | None:
    """The page again with what is typed in the head, which went along with what was done in the tree. Nothing is saved.

    None where nothing is typed.
    """
    form = ReportForm(request.POST, report=report, initial=ReportForm.of(report).initial)
    if not form.has_changed():
        return None
    context = _page(request, report, form) | {"is_head_open": True}
    return render(request, "reports/composing/composer.html", context)


def _page(request: HttpRequest, report: Report, form: ReportForm) -> dict[str, Any]:
    versions = version_lines(report)
    review = review_of(report, findings_for(report))
    return {
        "report": report,
        "municipality": report.committee.municipality,
        "as_of": format_date(report.as_of) if report.as_of else "",
        "dated": format_date(report.dated) if report.dated else "",
        "form": form,
        "rows": section_rows(report, others_in(report, request.user, timezone.now())),
        "review": review,
        "stops": stops_words(review),
        "groups": rule_groups(report, review.open[:SHOWN_AT_ONCE]),
        "versions": versions,
        "unanswered": ReaderQuestion.objects.about(report).unanswered().count() if versions else 0,
        "next_version": versions[0].version + 1 if versions else 1,
        **publishing_of(report, timezone.now()),
        "may_publish": may(request.user, Capability.PUBLISH, report.committee),
        "may_follow": report.round_id is not None and may(request.user, Capability.FOLLOW_ROUND, report.committee),
    }


def _differences(current: Report, form: ReportForm) -> tuple[Difference, ...]:
    rows = []
    for field in form.visible_fields():
        theirs, yours = getattr(current, field.name), form.cleaned_data[field.name]
        if theirs != yours:
            rows.append(Difference(str(field.label), _words(theirs), _words(yours)))
    return tuple(rows)


def _words(value: str | date | bool | None) -> str:
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, date):
        return format_date(value)
    return value or _("(tomt)")
