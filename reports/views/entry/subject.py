"""`/rapportera/<round>/<unit>/<mal or indikator>/<id>/`: one answer with its figures, read and saved.

With a script it is saved without leaving the page, as it is typed (no `action` is sent) or by a button; without one by
post and redirect.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from followup.core.faults import CommandRefused, Locked
from reports.access import unit_to_report
from reports.choices import SubjectKind
from reports.commands.entry import EntryChanged
from reports.views.entry.autosave import save_texts_alone
from reports.views.entry.conflict import show_conflict, take_chosen
from reports.views.entry.load import entry_page, part_of
from reports.views.entry.page import EntryPage
from reports.views.entry.parts import Part
from reports.views.entry.rest import mark_of_rest
from reports.views.entry.round import only_left
from reports.views.entry.typed import bind, save, show_errors, start_from_previous

READY = "ready"


@require_http_methods(["GET", "POST"])
def entry_subject(
    request: HttpRequest, round_id: int, unit_id: int, kind: SubjectKind, subject_id: int
) -> HttpResponse:
    """The page, or what was typed saved. Where that is refused it comes back with all of it: 409, 422 or 423."""
    if request.method == "POST" and _by_script(request):
        quick = save_texts_alone(request, round_id, unit_id, (kind, subject_id))
        if quick is not None:
            return quick
    round, unit = unit_to_report(request.user, round_id, unit_id)
    page = entry_page(round, unit, timezone.localdate(), only_left=only_left(request))
    part = part_of(page, (kind, subject_id))
    if request.method == "GET":
        if request.GET.get("utga") == "forra":
            start_from_previous(part)
        return _show(request, page)
    return _take(request, page, part, is_autosave="action" not in request.POST)


def _take(request: HttpRequest, page: EntryPage, part: Part, *, is_autosave: bool) -> HttpResponse:
    """Save what was typed, or what was chosen of two texts."""
    is_ready = request.POST.get("action") == READY or (is_autosave and part.is_ready)
    bind(part, request.POST)
    try:
        has_chosen = take_chosen(part, request.POST)
        if not part.is_valid() and not (is_autosave and part.is_savable):
            show_errors(part)
            return _refused(request, page, 422)
        save(page.round, page.unit, part, is_ready=is_ready, is_autosave=is_autosave, by=request.user)
    except EntryChanged as fault:
        show_conflict(part, page.unit, fault, request.POST)
        return _refused(request, page, 409)
    except (CommandRefused, ValidationError) as fault:
        part.problem = " ".join(fault.messages) if isinstance(fault, ValidationError) else str(fault)
        return _refused(request, page, 423 if isinstance(fault, Locked) else 422)
    page.item_or_404(part.key).assessment = part.assessment
    if part.is_valid() and part.sheet is not None and not part.sheet.entries:
        part.rest_seen = mark_of_rest(request.POST, part.context.previous)
    if not _by_script(request):
        if has_chosen:
            messages.success(request, _("Svaret är sparat med det du valde."))
        return redirect(page.here)
    return _settled(request, page, part) if has_chosen else _saved(request, page)


def _by_script(request: HttpRequest) -> bool:
    return bool(request.htmx)  # type: ignore[attr-defined]


def _show(request: HttpRequest, page: EntryPage, status: int = 200) -> HttpResponse:
    context = {"page": page, "part": page.part, "municipality": page.round.committee.municipality}
    return render(request, "reports/entry/subject.html", context, status=status)


def _saved(request: HttpRequest, page: EntryPage) -> HttpResponse:
    """Only what the saving changed on the page; the fields stay as they are, with the focus in them.

    202 where something waits to be confirmed or given a reason, and everything else is saved.
    """
    status = 202 if page.part and page.part.waits_for_something else 200
    context = {"page": page, "part": page.part, "oob": True}
    return render(request, "reports/entry/_saved.html", context, status=status)


def _settled(request: HttpRequest, page: EntryPage, part: Part) -> HttpResponse:
    """The answer anew, for its fields now hold what was chosen."""
    fresh = entry_page(page.round, page.unit, page.today, only_left=page.only_left)
    part_of(fresh, part.key).is_settled = True
    answer = render(request, "reports/entry/_settled.html", {"page": fresh, "part": fresh.part})
    return _in_its_place(answer)


def _refused(request: HttpRequest, page: EntryPage, status: int) -> HttpResponse:
    if page.part is not None:
        page.part.is_unsaved = True
    if not _by_script(request):
        return _show(request, page, status)
    return _in_its_place(render(request, "reports/entry/_part.html", {"page": page, "part": page.part}, status=status))


def _in_its_place(answer: HttpResponse) -> HttpResponse:
    """For the script: the whole answer, where it stands on the page."""
    answer["HX-Retarget"] = "#svaret"
    answer["HX-Reswap"] = "outerHTML"
    return answer
