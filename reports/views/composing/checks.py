"""The page of a report's checks: what is open, letting it pass with a reason, what has been mended."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from followup.core.access import Capability, may
from followup.core.faults import CommandRefused
from reports.access import report_to_edit
from reports.checks import CHECKS, findings_for
from reports.checks.review import review_of
from reports.commands.findings import remember_findings, take_up_finding, waive_findings
from reports.models import FindingWaiver, Report
from reports.views.composing.checks_page import checks_page, told_rule


@require_safe
def checks(request: HttpRequest, report_id: int) -> HttpResponse:
    """The findings of now, narrowed by `visa`."""
    return _shown(request, report_to_edit(request.user, report_id))


@require_POST
def check_again(request: HttpRequest, report_id: int) -> HttpResponse:
    """Check, and remember what was found, so that the next check tells what has been mended."""
    report = report_to_edit(request.user, report_id)
    before = {finding.fingerprint for finding in review_of(report, findings_for(report)).open}
    remember_findings(report=report, by=request.user)
    count = len(before)
    told = ngettext("Rapporten är kontrollerad: %(count)d öppen.", "Rapporten är kontrollerad: %(count)d öppna.", count)
    messages.success(request, told % {"count": count})
    return redirect("reports:checks", report.pk)


@require_POST
def waive(request: HttpRequest, report_id: int) -> HttpResponse:
    """Let the chosen findings pass; what was chosen and written stays on the page where that is refused."""
    report = report_to_edit(request.user, report_id)
    chosen = request.POST.getlist("alla" if "samtliga" in request.POST else "brist")
    reason = request.POST.get("skal", "")
    try:
        waived = waive_findings(report=report, fingerprints=chosen, reason=reason, by=request.user)
    except CommandRefused as refusal:
        return _shown(request, report, refusal=str(refusal), chosen=chosen, reason=reason, status=422)
    words = ngettext("%(count)d brist är godtagen.", "%(count)d brister är godtagna.", len(waived))
    messages.success(request, words % {"count": len(waived)})
    return redirect("reports:checks", report.pk)


@require_POST
def take_up(request: HttpRequest, report_id: int, waiver_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    try:
        take_up_finding(report=report, waiver_id=waiver_id, by=request.user)
    except FindingWaiver.DoesNotExist:
        messages.info(request, _("Bristen är redan öppen igen."))
    else:
        messages.success(request, _("Bristen är öppen igen."))
    return redirect("reports:checks", report.pk)


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """All that is looked for, and why."""
    told = [(check.heading, [told_rule(rule) for rule in check.rules]) for check in CHECKS]
    return render(request, "reports/composing/rules.html", {"checks": told})


def _shown(
    request: HttpRequest,
    report: Report,
    *,
    refusal: str = "",
    chosen: list[str] | None = None,
    reason: str = "",
    status: int = 200,
) -> HttpResponse:
    review = review_of(report, findings_for(report))
    context = {
        "report": report,
        "municipality": report.committee.municipality,
        "page": checks_page(report, review, request.GET.get("visa", "")),
        "may_publish": may(request.user, Capability.PUBLISH, report.committee),
        "refusal": refusal,
        "chosen": chosen or [],
        "reason": reason,
    }
    return render(request, "reports/composing/checks.html", context, status=status)
