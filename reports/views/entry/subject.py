"""Saving one answer with its figures, without leaving the page or by post and redirect."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from followup.core.faults import CommandRefused, Locked
from reports.access import unit_to_report
from reports.choices import SubjectKind
from reports.commands.entry import EntryChanged
from reports.views.entry.load import entry_page
from reports.views.entry.page import EntryPage
from reports.views.entry.parts import Part
from reports.views.entry.round import show
from reports.views.entry.typed import bind, save, show_conflict, show_errors

READY = "ready"


@require_http_methods(["GET", "POST"])
def entry_subject(
    request: HttpRequest, round_id: int, unit_id: int, kind: SubjectKind, subject_id: int
) -> HttpResponse:
    """Save what was typed. Where that is refused it comes back with all of it: 409, 422 or 423."""
    round, unit = unit_to_report(request.user, round_id, unit_id)
    page = entry_page(round, unit, timezone.localdate())
    part = page.part_or_404(kind, subject_id)
    here = f"{reverse('reports:entry', args=[round_id, unit_id])}#{part.anchor}"
    if request.method == "GET":
        return redirect(here)
    bind(part, request.POST)
    if not part.is_valid():
        show_errors(part)
        return _refused(request, page, part, 422)
    try:
        save(round, unit, part, is_ready=request.POST.get("action") == READY, by=request.user)
    except EntryChanged as fault:
        show_conflict(part, unit, fault)
        return _refused(request, page, part, 409)
    except (CommandRefused, ValidationError) as fault:
        part.problem = " ".join(fault.messages) if isinstance(fault, ValidationError) else str(fault)
        return _refused(request, page, part, 423 if isinstance(fault, Locked) else 422)
    return _saved(request, page, part) if _by_script(request) else redirect(here)


def _by_script(request: HttpRequest) -> bool:
    return bool(request.htmx)  # type: ignore[attr-defined]


def _saved(request: HttpRequest, page: EntryPage, part: Part) -> HttpResponse:
    """Only what the saving changed on the page; the fields stay as they are, with the focus in them."""
    return render(request, "reports/entry/_saved.html", {"page": page, "part": part, "oob": True})


def _refused(request: HttpRequest, page: EntryPage, part: Part, status: int) -> HttpResponse:
    part.is_unsaved = True
    if not _by_script(request):
        return show(request, page, status)
    answer = render(request, "reports/entry/_part.html", {"page": page, "part": part}, status=status)
    answer["HX-Retarget"] = f"#{part.anchor}"
    answer["HX-Reswap"] = "outerHTML"
    return answer
