"""The page of an answer's history: what it shows, and going back to a version."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.faults import CommandRefused, Locked
from reports.choices import AnswerState
from reports.commands.assessments import AnswerChanged, may_answer
from reports.commands.restoring import restore_assessment
from reports.models import Assessment, Round
from reports.views.entry.load import lock_of
from reports.views.history.versions import Version, versions_of

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Whose history it is and where it is shown; the addresses are ready to link to. `answer` is None before any."""

    round: Round
    subject: str
    whose: str
    answer: Assessment | None
    home: str
    home_label: str
    back: str
    here: str
    restore: str


def show_history(request: HttpRequest, place: Place, *, problem: str = "", status: int = 200) -> HttpResponse:
    answer = place.answer
    page, versions = _versions(answer, place.round, request.GET.get("page")) if answer else (None, [])
    context = {
        "place": place,
        "round": place.round,
        "municipality": place.round.committee.municipality,
        "answer": answer,
        "page": page,
        "versions": versions,
        "may_restore": answer is not None and _may_restore(request.user, answer),
        "problem": problem,
    }
    return render(request, "reports/history/page.html", context, status=status)


def restore(request: HttpRequest, place: Place) -> HttpResponse:
    """Go back to the version that was posted (`history`), if the answer is still as it was seen (`version`)."""
    if place.answer is None:
        return show_history(request, place, problem=_("Det finns inget svar att återställa."), status=422)
    history_id, version = (_whole_number(request.POST.get(name, "")) for name in ("history", "version"))
    try:
        restore_assessment(assessment=place.answer, history_id=history_id, version=version, by=request.user)
    except AnswerChanged:
        sentence = _("Någon har ändrat svaret sedan du öppnade sidan. Läs den nyaste versionen innan du återställer.")
        place.answer.refresh_from_db(fields=["version", "state"])
        return show_history(request, place, problem=sentence, status=409)
    except CommandRefused as refused:
        return show_history(request, place, problem=str(refused), status=423 if isinstance(refused, Locked) else 422)
    messages.success(request, _("Svaret är återställt. Läs igenom det och klarmarkera det."))
    return redirect(place.here)


def _versions(answer: Assessment, round: Round, number: str | None) -> tuple[Page[int], list[Version]]:
    """Two queries, whatever their number: all keys, and the rows of the page with the one behind them."""
    keys = list(answer.history.order_by("-history_date", "-history_id").values_list("history_id", flat=True))
    page = Paginator(keys, PER_PAGE).get_page(number)
    wanted = keys[page.start_index() - 1 : page.end_index() + 1]
    people = ("history_user", "updated_by", "returned_by", "approved_by")
    rows = answer.history.filter(history_id__in=wanted).select_related(*people)
    records = sorted(rows, key=lambda row: wanted.index(row.history_id))
    numbers = {key: place for place, key in enumerate(reversed(keys), start=1)}
    return page, versions_of(records, round.plan, numbers, answer)


def _may_restore(user: AnyUser, answer: Assessment) -> bool:
    """Whether the answer takes changes by the person now."""
    if answer.state == AnswerState.APPROVED or not may_answer(user, answer.round, answer.unit):
        return False
    same = Assessment.objects.on(*answer.subject_key).filter(round=answer.round, unit=answer.unit)
    return not lock_of(answer.round) and same.plain_first().first() == answer


def _whole_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
