"""Having a report published, and opening a members' version to everyone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from followup.core.access import AnyUser, Capability, may
from followup.core.faults import CommandRefused
from reports.access import report_to_edit
from reports.checks import findings_for
from reports.checks.review import review_of
from reports.choices import Audience
from reports.commands import publishing
from reports.commands.jobs.asking import TimePassed, ask_to_publish
from reports.forms.publish import PublishForm
from reports.models import Job, Publication, Report
from reports.views.composing.checks_page import stops_words
from reports.views.composing.page import publishing_of


def report_to_publish(user: AnyUser, report_id: int) -> Report:
    report = report_to_edit(user, report_id)
    if not may(user, Capability.PUBLISH, report.committee):
        raise PermissionDenied(_("Du får inte publicera nämndens rapporter."))
    return report


def publish(request: HttpRequest, report_id: int) -> HttpResponse:
    """What will be published, for whom and when; sending it asks for it and leads to where the work is followed."""
    report = report_to_publish(request.user, report_id)
    review = review_of(report, findings_for(report))
    version = publishing.next_version(report)
    form = PublishForm(request.POST or None, next_version=version)
    job, refusal = _asked_before(request, report), ""
    if job is not None:
        return redirect("reports:job", report.pk, job.pk)
    if form.is_stale:
        refusal = _("En version har redan publicerats sedan du öppnade sidan. Läs den innan du publicerar en ny.")
    elif form.is_valid():
        job, refusal = _ask(request, report, form)
        if job is not None:
            return redirect("reports:job", report.pk, job.pk)
    if form.is_bound:
        form.show_again()
    context = {
        "report": report,
        "municipality": report.committee.municipality,
        "version": version,
        "stops": stops_words(review),
        "review": review,
        "form": form,
        **publishing_of(report, timezone.now()),
        "refusal": refusal,
    }
    status = 409 if refusal else 422 if form.is_bound else 200
    return render(request, "reports/composing/publish.html", context, status=status)


def _asked_before(request: HttpRequest, report: Report) -> Job | None:
    """What was asked for when the same form was sent the first time."""
    key = PublishForm.key_in(request.POST)
    found: Job | None = Job.objects.filter(key=key, report=report).first() if key else None
    return found


def _ask(request: HttpRequest, report: Report, form: PublishForm) -> tuple[Job | None, str]:
    """Ask for it, or the sentence of a refusal, which is empty where it stands at its field."""
    try:
        job = ask_to_publish(
            report=report,
            audience=Audience(form.cleaned_data["audience"]),
            change_note=form.cleaned_data.get("change_note", ""),
            key=form.cleaned_data["key"],
            due_at=form.cleaned_data["moment"],
            now=timezone.now(),
            by=request.user,
        )
    except TimePassed as refusal:
        form.add_error("at", str(refusal))
    except CommandRefused as refusal:
        return None, str(refusal)
    else:
        return job, ""
    return None, ""


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
