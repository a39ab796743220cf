"""The questions that readers have asked about a report, for those who answer them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from followup.core.access import Capability, may_somewhere
from followup.core.faults import CommandRefused, NotAllowed
from reports.access import report_to_edit
from reports.commands import questions as commands
from reports.forms.reader_question import ReaderAnswerForm
from reports.models import ReaderQuestion

PER_PAGE = 25


@require_safe
def unanswered(request: HttpRequest) -> HttpResponse:
    """All that the user has to answer, whatever the report."""
    if not may_somewhere(request.user, Capability.EDIT_REPORT):
        raise NotAllowed
    found = ReaderQuestion.objects.to_answer_by(request.user).select_related("publication__committee")
    return render(request, "reports/questions/unanswered.html", {"page": _page(request, found)})


@require_safe
def questions(request: HttpRequest, report_id: int) -> HttpResponse:
    """Those without an answer first."""
    report = report_to_edit(request.user, report_id)
    found = ReaderQuestion.objects.about(report).select_related("publication__committee")
    context = {"report": report, "municipality": report.committee.municipality, "page": _page(request, found)}
    return render(request, "reports/questions/list.html", context)


def _page(request: HttpRequest, found: QuerySet[ReaderQuestion]) -> Page[ReaderQuestion]:
    """The page that the address asks for, the nearest where there is no such. Two queries."""
    return Paginator(found, PER_PAGE).get_page(request.GET.get("sida"))


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, report_id: int, question_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    found = get_object_or_404(
        ReaderQuestion.objects.select_related("publication__committee"), pk=question_id, publication__report=report
    )
    form = ReaderAnswerForm(request.POST or None)
    if form.is_valid():
        shown = found.publication
        page = reverse("reports:reader_questions", args=[shown.committee.slug, shown.slug, shown.version])
        link = request.build_absolute_uri(page)
        try:
            commands.answer(question=found, text=form.cleaned_data["text"], link=link, by=request.user)
        except (CommandRefused, ValidationError) as refusal:
            form.add_error(None, str(refusal) if isinstance(refusal, CommandRefused) else refusal)
        else:
            messages.success(request, _("Svaret är sparat."))
            return redirect("reports:questions", report.pk)
    context = {"report": report, "municipality": report.committee.municipality, "question": found, "form": form}
    return render(request, "reports/questions/question.html", context, status=422 if form.is_bound else 200)
