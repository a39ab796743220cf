"""Where one comes after a decision: to the page that it was made on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from followup.core.models import Unit
from reports.models import Assessment, Round


def came_from_unit(request: HttpRequest) -> bool:
    """Whether a form was sent from a unit's page (`from=unit`)."""
    return request.POST.get("from") == "unit"


def to_unit(round: Round, unit: Unit, anchor: str = "") -> HttpResponse:
    return redirect(reverse("reports:round_unit", args=[round.pk, unit.pk]) + anchor)


def to_answer(request: HttpRequest, answer: Assessment) -> HttpResponse:
    """The answer's place on the page that the form was sent from."""
    if answer.unit is not None and came_from_unit(request):
        return to_unit(answer.round, answer.unit, f"#svar-{answer.pk}")
    anchor = f"svar-{answer.pk}" if answer.unit_id else "namnden"
    return redirect(reverse("reports:round_subject", args=[answer.round_id, *answer.subject_key]) + f"#{anchor}")
