"""Taking a published version back from its readers: asked about on a page of its own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from followup.core.faults import CommandRefused
from reports.commands import withdrawal
from reports.forms.withdrawal import WithdrawalForm
from reports.views.composing.publishing import report_to_publish
from reports.views.composing.version import published_version


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, report_id: int, version: int) -> HttpResponse:
    report = report_to_publish(request.user, report_id)
    publication = published_version(report, version)
    form = WithdrawalForm(request.POST or None)
    if form.is_valid():
        try:
            withdrawal.withdraw(publication=publication, reason=form.cleaned_data["reason"], by=request.user)
        except CommandRefused as refusal:
            messages.info(request, str(refusal))
        else:
            messages.success(request, _("Version %(version)s är avpublicerad.") % {"version": version})
        return redirect("reports:composer", report.pk)
    context = {
        "report": report,
        "municipality": report.committee.municipality,
        "shown": publication,
        "form": form,
    }
    return render(request, "reports/composing/withdraw.html", context, status=422 if form.is_bound else 200)
