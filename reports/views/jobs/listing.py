"""The table of long work: what is being done, waits, is done and failed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from followup.core.access import Capability, committees_where, may_somewhere
from followup.core.faults import NotAllowed
from reports.commands.jobs.reaping import SILENT_AFTER
from reports.models import Job, Worker
from reports.views.jobs.filters import JobFilter
from reports.views.jobs.parts import PATIENCE
from reports.views.jobs.table import JobTable
from reports.views.listing.page import list_page


@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    if not may_somewhere(request.user, Capability.EDIT_REPORT):
        raise NotAllowed
    now = timezone.now()
    is_attended = Worker.objects.seen_since(now - SILENT_AFTER).exists()
    jobs = Job.objects.edited_by(request.user).select_related("report", "committee__municipality").newest_first()
    committees = committees_where(request.user, Capability.EDIT_REPORT).select_related("municipality")
    chosen = JobFilter(request.GET, queryset=jobs, committees=committees)
    shown = list_page(
        request, JobTable, chosen, name="arbeten", left_out=chosen.left_out, now=now, is_attended=is_attended
    )
    if isinstance(shown, HttpResponse):
        return shown
    is_unattended = not is_attended and jobs.due(now - PATIENCE).filter(asked_at__lt=now - PATIENCE).exists()
    return render(request, "reports/jobs/list.html", {"list": shown, "is_unattended": is_unattended})
