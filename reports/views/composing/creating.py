"""Making a report, of a round or of a plan."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from followup.core.access import Capability, may_somewhere
from followup.core.faults import NotAllowed
from reports.access import round_to_follow
from reports.commands import new_report
from reports.forms.new_report import NewReportForm
from reports.models import Report, Round


@require_POST
def create_report(request: HttpRequest, round_id: int) -> HttpResponse:
    """An unpublished report of the round is gone on with instead, so that a double click makes no twins."""
    round = round_to_follow(request.user, round_id)
    unpublished = round.reports.edited_by(request.user).filter(publications__isnull=True).order_by("pk").first()
    if unpublished is not None:
        messages.info(request, _("Uppföljningen har redan en rapport som inte är publicerad. Här är den."))
        return redirect("reports:composer", unpublished.pk)
    return _made(request, new_report.create_report(round=round, by=request.user))


@require_http_methods(["GET", "HEAD", "POST"])
def report_new(request: HttpRequest) -> HttpResponse:
    """Choose what the report is about and its template; several reports of the same are allowed here."""
    if not may_somewhere(request.user, Capability.EDIT_REPORT):
        raise NotAllowed
    form = NewReportForm(request.POST if request.method == "POST" else None, by=request.user)
    if form.is_valid():
        subject, template = form.cleaned_data["subject"], form.cleaned_data["template"]
        if isinstance(subject, Round):
            report = new_report.create_report(round=subject, template=template, by=request.user)
        else:
            report = new_report.create_plan_report(plan=subject, template=template, by=request.user)
        return _made(request, report)
    return render(request, "reports/composing/new.html", {"form": form}, status=422 if form.is_bound else 200)


def _made(request: HttpRequest, report: Report) -> HttpResponse:
    messages.success(request, _("Rapporten är skapad med mallens avsnitt. Skriv texterna och se vad som saknas."))
    return redirect("reports:composer", report.pk)
