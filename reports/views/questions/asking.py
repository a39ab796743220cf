"""Asking the committee's controllers about a row of a version, and reading what has been asked and answered."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from followup.core.faults import CommandRefused
from reports.commands.questions import ask
from reports.forms.reader_question import ReaderQuestionForm
from reports.models import Publication
from reports.sealed.outline import outline_of
from reports.views.questions.by_row import may_read_questions, questions_by_row
from reports.views.reading.rows import row_of, version_to_read


@require_http_methods(["GET", "HEAD", "POST"])
def reader_question(
    request: HttpRequest, committee_slug: str, report_slug: str, version: int, anchor: str
) -> HttpResponse:
    shown = _version(request, committee_slug, report_slug, version)
    row = row_of(shown, anchor)
    form = ReaderQuestionForm(request.POST or None)
    if form.is_valid():
        link = request.build_absolute_uri(reverse("reports:questions", args=[shown.report_id]))
        try:
            ask(publication=shown, anchor=anchor, text=form.cleaned_data["text"], link=link, by=request.user)
        except (CommandRefused, ValidationError) as refusal:
            form.add_error(None, str(refusal) if isinstance(refusal, CommandRefused) else refusal)
        else:
            messages.success(request, _("Frågan är skickad till nämndens controller."))
            return redirect("reports:reader_questions", committee_slug, report_slug, version)
    context = _context(shown) | {"row": row, "form": form}
    return render(request, "reports/questions/ask.html", context, status=422 if form.is_bound else 200)


@require_safe
def reader_questions(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponse:
    """Row by row, as the report has them."""
    shown = _version(request, committee_slug, report_slug, version)
    context = _context(shown) | {"asked": questions_by_row(shown, outline_of(shown))}
    return render(request, "reports/questions/asked.html", context)


def _version(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> Publication:
    shown = version_to_read(request, committee_slug, report_slug, version)
    if not may_read_questions(request, shown):
        raise PermissionDenied(_("Frågor till controllern är till för dem som har en roll i nämnden."))
    return shown


def _context(shown: Publication) -> dict[str, object]:
    page = reverse("reading:version", args=[shown.committee.slug, shown.slug, shown.version])
    return {"shown": shown, "committee": shown.committee, "municipality": shown.committee.municipality, "page": page}
