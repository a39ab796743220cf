"""What changes on a round's page while units answer: how far it has come, and the matrix. It is asked for anew."""

from datetime import date
from typing import Any

from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from followup.core.fingerprints import fingerprint_of
from followup.core.models import AuditEvent
from goals.words import owed_words
from reports.access import round_to_follow
from reports.models import Assessment, Round
from reports.views.overview.matrix import Shown
from reports.views.overview.round_head import RoundHead, head_of
from reports.views.overview.round_matrix import brighter_rows, matrix_of, unit_tallies, what_is_left


@require_safe
@never_cache
def round_results(request: HttpRequest, round_id: int) -> HttpResponse:
    """The changing part of the round's page alone, or 204 where it is as the page has `seen` it."""
    round = round_to_follow(request.user, round_id)
    today = timezone.localdate()
    if request.GET.get("seen") == round_fingerprint(round, today):
        return HttpResponse(status=204)
    context = results_context(request, round, head_of(round, today), today)
    return render(request, "reports/overview/_results.html", context)


def results_context(request: HttpRequest, round: Round, head: RoundHead, today: date) -> dict[str, Any]:
    """Ten queries."""
    seen = round_fingerprint(round, today)
    units, matrix = matrix_of(round, today)
    shown = shown_in(request)
    return {
        "round": round,
        "head": head,
        "seen": seen,
        "matrix": matrix,
        "owed_words": owed_words(round.plan.label_cause, round.plan.label_measure),
        "what_is_left": what_is_left(matrix.total),
        "brighter": brighter_rows(matrix),
        "rows": matrix.shown(shown),
        "shown": shown,
        "counts": {item.name.lower(): matrix.count(item) for item in Shown},
        "unit_tallies": unit_tallies(request.user, round, units, matrix, is_locked=bool(head.locked_because)),
    }


def round_fingerprint(round: Round, today: date) -> str:
    """Another as soon as an answer is saved, or anything is done in the committee that is audited. Two queries."""
    answers = Assessment.objects.filter(round=round).aggregate(Count("pk"), Max("updated_at"))
    done = AuditEvent.objects.filter(committee=round.committee_id).aggregate(Max("pk"))
    return fingerprint_of([round.pk, today, *answers.values(), *done.values()])


def shown_in(request: HttpRequest) -> Shown:
    value = request.GET.get("visa", "")
    return Shown(value) if value in list(Shown) else Shown.ALL
