"""A unit in a round: all its answers in plan order, to read, approve and send back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from followup.core.access import Capability, may
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.models import Unit
from reports.access import round_to_follow
from reports.asked import Asked, Key
from reports.commands.decisions import return_unit
from reports.forms.decisions import UnitReturnForm
from reports.models import Assessment, Round
from reports.views.overview.comparison import AnswerCard, answer_card
from reports.views.overview.matrix import is_done
from reports.views.overview.round_head import head_of
from reports.views.overview.rows import subject_rows, units_of
from reports.views.overview.ways_back import to_unit


class UnitShown(StrEnum):
    """Which of the unit's answers the page shows; the value stands in its address."""

    ALL = "alla"
    READY = "klara"
    LEFT = "kvar"
    RETURNED = "atersanda"


@dataclass(frozen=True, slots=True)
class UnitAnswer:
    subject: Asked
    card: AnswerCard

    def is_shown(self, shown: UnitShown) -> bool:
        match shown:
            case UnitShown.READY:
                return self.card.is_ready
            case UnitShown.LEFT:
                return self.card.is_asked and not is_done(self.card.state)
            case UnitShown.RETURNED:
                return self.card.is_returned
            case _:
                return True


@require_safe
def round_unit(request: HttpRequest, round_id: int, unit_id: int) -> HttpResponse:
    round, unit = _load(request, round_id, unit_id)
    return _page(request, round, unit)


@require_POST
def return_all(request: HttpRequest, round_id: int, unit_id: int) -> HttpResponse:
    """Sends all that the unit has handed in back with one reason."""
    round, unit = _load(request, round_id, unit_id)
    if not may(request.user, Capability.APPROVE, round.committee, unit):
        raise NotAllowed
    form = UnitReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, round, unit, form=form, status=422)
    try:
        count = return_unit(
            round=round,
            unit=unit,
            reason=form.cleaned_data["reason"],
            with_approved=form.cleaned_data["with_approved"],
            by=request.user,
        )
    except CommandRefused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, round, unit, form=form, status=423 if isinstance(refusal, Locked) else 409)
    words = ngettext("%(count)d svar från %(unit)s är återsänt.", "%(count)d svar från %(unit)s är återsända.", count)
    messages.success(request, words % {"count": count, "unit": unit.code})
    return to_unit(round, unit)


def unit_answers(
    unit: Unit, asked: Sequence[Asked], answers: Sequence[Assessment], round: Round, *, is_past: bool
) -> tuple[UnitAnswer, ...]:
    """What the unit is asked, or has answered all the same, in plan order; several for several texts. Pure."""
    found: defaultdict[Key, list[Assessment | None]] = defaultdict(list)
    for answer in answers:
        found[answer.subject_key].append(answer)
    return tuple(
        UnitAnswer(each, answer_card(unit, answer, round.plan, is_asked=unit.pk in each.unit_ids, is_past=is_past))
        for each in asked
        if unit.pk in each.unit_ids or each.key in found
        for answer in found[each.key] or [None]
    )


def _load(request: HttpRequest, round_id: int, unit_id: int) -> tuple[Round, Unit]:
    round = round_to_follow(request.user, round_id)
    return round, get_object_or_404(Unit, pk=unit_id, committee_id=round.committee_id)


def _page(
    request: HttpRequest, round: Round, unit: Unit, *, form: UnitReturnForm | None = None, status: int = 200
) -> HttpResponse:
    head = head_of(round, timezone.localdate())
    units = units_of(round)
    people = ("unit", "updated_by", "ready_by", "returned_by", "approved_by")
    answers = Assessment.objects.filter(round=round, unit=unit).select_related(*people).plain_first()
    every = unit_answers(unit, subject_rows(round, units), list(answers), round, is_past=head.is_late)
    value = request.GET.get("visa", "")
    shown = UnitShown(value) if value in list(UnitShown) else UnitShown.ALL
    decides = not head.locked_because and may(request.user, Capability.APPROVE, round.committee, unit)
    states = [answer.card for answer in every]
    context = {
        "round": round,
        "unit": unit,
        "municipality": round.committee.municipality,
        "head": head,
        "shown": shown,
        "counts": {item.name.lower(): sum(each.is_shown(item) for each in every) for item in UnitShown},
        "answers": [each for each in every if each.is_shown(shown)],
        "decides": decides,
        "ready_count": sum(card.is_ready for card in states) if decides else 0,
        "returns": decides and any(card.can_be_returned for card in states),
        "form": form or UnitReturnForm(),
        "controls": may(request.user, Capability.CONTROL_ROUND, round.committee),
        "others": [each for each in units if each != unit],
    }
    return render(request, "reports/overview/unit.html", context, status=status)
