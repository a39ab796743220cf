"""Asking again for work that failed, and calling off what is not done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from followup.core.faults import CommandRefused
from reports.access import job_to_follow
from reports.commands.jobs.asking import ask_again, call_off


@require_POST
def job_again(request: HttpRequest, report_id: int, job_id: int) -> HttpResponse:
    job = job_to_follow(request.user, report_id, job_id)
    try:
        ask_again(job=job, now=timezone.now(), by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("reports:job", report_id, job_id)


@require_POST
def job_call_off(request: HttpRequest, report_id: int, job_id: int) -> HttpResponse:
    job = job_to_follow(request.user, report_id, job_id)
    try:
        call_off(job=job, now=timezone.now(), by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("reports:job", report_id, job_id)
    messages.success(request, _("Publiceringen är avbruten.") if job.is_publication else _("Arbetet är avbrutet."))
    return redirect("reports:composer", report_id)
