"""The history of a unit's answer, for those who report for the unit."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from reports.access import subject_in_round, unit_to_report
from reports.choices import SubjectKind
from reports.models import Assessment
from reports.views.history.page import Place, restore, show_history


@require_safe
def entry_history(
    request: HttpRequest, round_id: int, unit_id: int, kind: SubjectKind, subject_id: int
) -> HttpResponse:
    return show_history(request, _place(request, round_id, unit_id, kind, subject_id))


@require_POST
def entry_restore(
    request: HttpRequest, round_id: int, unit_id: int, kind: SubjectKind, subject_id: int
) -> HttpResponse:
    return restore(request, _place(request, round_id, unit_id, kind, subject_id))


def _place(request: HttpRequest, round_id: int, unit_id: int, kind: SubjectKind, subject_id: int) -> Place:
    round, unit = unit_to_report(request.user, round_id, unit_id)
    subject = subject_in_round(round, kind, subject_id)
    answer = Assessment.objects.on(kind, subject.pk).filter(round=round, unit=unit).plain_first().first()
    if answer is not None:
        answer.round, answer.unit = round, unit
    address = [round.pk, unit.pk, kind, subject.pk]
    return Place(
        round=round,
        subject=str(subject),
        whose=unit.name,
        answer=answer,
        home=reverse("reports:entry_start"),
        home_label=_("Rapportera"),
        back=reverse("reports:entry_subject", args=address),
        here=reverse("reports:entry_history", args=address),
        restore=reverse("reports:entry_restore", args=address),
    )
