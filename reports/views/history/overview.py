"""The history of any answer in a round, the committee's own too, for those who follow the round."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from reports.access import round_to_follow
from reports.models import Assessment
from reports.views.history.page import Place, restore, show_history


@require_safe
def answer_history(request: HttpRequest, round_id: int, assessment_id: int) -> HttpResponse:
    return show_history(request, _place(request, round_id, assessment_id))


@require_POST
def answer_restore(request: HttpRequest, round_id: int, assessment_id: int) -> HttpResponse:
    return restore(request, _place(request, round_id, assessment_id))


def _place(request: HttpRequest, round_id: int, assessment_id: int) -> Place:
    round = round_to_follow(request.user, round_id)
    answers = Assessment.objects.filter(round=round).select_related("goal__level", "indicator", "assignment", "unit")
    answer = get_object_or_404(answers, pk=assessment_id)
    answer.round = round
    anchor = f"svar-{answer.pk}" if answer.unit_id else "namnden"
    whose = answer.unit.name if answer.unit else _("Nämndens egen bedömning")
    return Place(
        round=round,
        subject=str(answer.goal or answer.indicator or answer.assignment),
        whose=f"{whose} {answer.ref}".strip(),
        answer=answer,
        home=reverse("reports:rounds"),
        home_label=_("Följ upp"),
        back=reverse("reports:round_subject", args=[round.pk, *answer.subject_key]) + f"#{anchor}",
        here=reverse("reports:answer_history", args=[round.pk, answer.pk]),
        restore=reverse("reports:answer_restore", args=[round.pk, answer.pk]),
    )
