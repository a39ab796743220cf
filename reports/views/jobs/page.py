"""Following a piece of long work until it is done, and moving it while it waits for its time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django_htmx.http import HttpResponseClientRedirect, HttpResponseStopPolling

from followup.core.access import Capability, may
from followup.core.dates import SWEDISH_TIME
from followup.core.faults import CommandRefused
from reports.access import job_to_follow
from reports.commands.jobs.asking import TimePassed, move_publication
from reports.commands.jobs.reaping import SILENT_AFTER
from reports.forms.moment import MomentForm
from reports.models import Job, Worker
from reports.views.jobs.parts import JobPart, Phase, job_part

UNCHANGED = 204


@cache_control(private=True, no_store=True)
def job(request: HttpRequest, report_id: int, job_id: int) -> HttpResponse:
    """How far it has come; the page asks for the same again while it goes on. Sending it moves it to another time."""
    job = job_to_follow(request.user, report_id, job_id)
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware
        return _news(request, job)
    if request.method != "POST":
        return render(request, "reports/jobs/job.html", _context(request, job, _moment_form(job)))
    form, refusal = MomentForm(request.POST), ""
    if form.is_valid():
        try:
            move_publication(job=job, due_at=form.cleaned_data["moment"], now=timezone.now(), by=request.user)
        except TimePassed as fault:
            form.add_error("at", str(fault))
        except CommandRefused as fault:
            refusal = str(fault)
        else:
            return redirect("reports:job", report_id, job_id)
    context = _context(request, job, form) | {"refusal": refusal}
    return render(request, "reports/jobs/job.html", context, status=409 if refusal else 422)


def _news(request: HttpRequest, job: Job) -> HttpResponse:
    """What has changed since the page asked last: nothing, the part anew, or the finished PDF instead of the page."""
    context = _context(request, job, _moment_form(job))
    part: JobPart = context["part"]
    seen = request.GET.get("sedd", "")
    if seen == part.seen:
        return HttpResponse(status=UNCHANGED)
    if part.phase is Phase.DONE and not job.is_publication:
        return HttpResponseClientRedirect(part.pdf_url)
    context |= {"is_news": True, "is_other_phase": seen.partition("-")[0] != part.phase}
    answer = render(request, "reports/jobs/_job.html", context)
    if not part.phase.goes_on:
        answer.status_code = HttpResponseStopPolling.status_code
    return answer


def _context(request: HttpRequest, job: Job, form: MomentForm) -> dict[str, Any]:
    now = timezone.now()
    is_attended = Worker.objects.seen_since(now - SILENT_AFTER).exists()
    return {
        "report": job.report,
        "municipality": job.report.committee.municipality,
        "job": job,
        "part": job_part(job, now=now, is_attended=is_attended),
        "form": form,
        "may_decide": not job.is_publication or may(request.user, Capability.PUBLISH, job.report.committee),
    }


def _moment_form(job: Job) -> MomentForm:
    moment = job.due_at.astimezone(SWEDISH_TIME) if job.due_at else None
    return MomentForm(initial={"day": moment.date(), "at": moment.time()} if moment else None)
