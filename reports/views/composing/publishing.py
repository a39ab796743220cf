"""Publishing a report, and opening a members' version to everyone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from followup.core.access import AnyUser, Capability, may
from followup.core.faults import CommandRefused
from reports.access import report_to_edit
from reports.checks import findings_for
from reports.checks.standing import standing_of
from reports.choices import Audience
from reports.commands import publishing
from reports.forms.publish import PublishForm
from reports.models import Publication, Report
from reports.render import RenderFault
from reports.views.composing.checks_page import stops_words


def report_to_publish(user: AnyUser, report_id: int) -> Report:
    report = report_to_edit(user, report_id)
    if not may(user, Capability.PUBLISH, report.committee):
        raise PermissionDenied(_("Du får inte publicera nämndens rapporter."))
    return report


def publish(request: HttpRequest, report_id: int) -> HttpResponse:
    """What will be published and for whom; sending it publishes."""
    report = report_to_publish(request.user, report_id)
    standing = standing_of(report, findings_for(report))
    version = publishing.next_version(report)
    form = PublishForm(request.POST or None, next_version=version)
    refusal = ""
    if form.is_stale:
        refusal = _("En version har redan publicerats sedan du öppnade sidan. Läs den innan du publicerar en ny.")
    elif form.is_valid():
        refusal = _publish(request, report, form)
        if not refusal:
            return redirect("reports:composer", report.pk)
    if form.is_bound:
        form.show_again()
    context = {
        "report": report,
        "municipality": report.committee.municipality,
        "version": version,
        "stops": stops_words(standing),
        "standing": standing,
        "form": form,
        "refusal": refusal,
    }
    status = 409 if refusal else 422 if form.is_bound else 200
    return render(request, "reports/composing/publish.html", context, status=status)


def _publish(request: HttpRequest, report: Report, form: PublishForm) -> str:
    """Publish and say so; the sentence of a refusal, which is empty when it went well."""
    try:
        publication = publishing.publish(
            report=report,
            audience=Audience(form.cleaned_data["audience"]),
            change_note=form.cleaned_data.get("change_note", ""),
            accept_warnings=False,
            by=request.user,
        )
    except (CommandRefused, RenderFault) as fault:
        return str(fault)
    messages.success(request, _("Version %(version)s är publicerad.") % {"version": publication.version})
    return ""


@require_POST
def disclose(request: HttpRequest, report_id: int, version: int) -> HttpResponse:
    report = report_to_publish(request.user, report_id)
    publication = get_object_or_404(Publication.objects.select_related("committee"), report=report, version=version)
    try:
        publishing.disclose(publication=publication, by=request.user)
    except CommandRefused as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, _("Version %(version)s är nu öppen för alla.") % {"version": version})
    return redirect("reports:composer", report.pk)
