"""What has been answered on the same thing: by the unit in earlier rounds, and by the other units in this one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from followup.core.dates import format_date
from followup.core.models import Unit
from goals.models import Goal
from indicators.models import Indicator
from reports.choices import AnswerState
from reports.models import Assessment, Round
from reports.subjects import kind_of
from reports.views.entry.context.lineage import same_subject
from reports.views.entry.judged import Judged, judged, texts_of

ROUNDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class EarlierRound:
    """How the unit judged in a round, in the words of that round's plan."""

    as_of: str
    title: str
    judged: Judged


@dataclass(frozen=True, slots=True)
class Answers:
    """`earlier` are the unit's own that say something, newest first, one a round; `others` are handed in now."""

    earlier: tuple[Assessment, ...]
    others: tuple[Assessment, ...]

    @property
    def previous(self) -> Assessment | None:
        return self.earlier[0] if self.earlier else None


def read_answers(round: Round, unit: Unit, subject: Goal | Indicator) -> Answers:
    """One query."""
    before = same_subject(subject) & Q(unit=unit, round__as_of__lt=round.as_of)
    handed_in = Q(state__in=[AnswerState.READY, AnswerState.APPROVED], unit__isnull=False) & ~Q(unit=unit)
    beside = handed_in & Q(**{kind_of(subject).value: subject.pk}, round=round)
    found = (
        Assessment.objects.filter(before | beside)
        .select_related("round", "plan", "unit")
        .order_by("-round__as_of", "-round_id", "unit__position", "unit_id", "ref", "unit_words", "position", "pk")
    )
    earlier: dict[int, Assessment] = {}
    others: list[Assessment] = []
    for item in found:
        if item.round_id == round.pk:
            others.append(item)
        elif item.is_judged or texts_of(item, item.plan):
            earlier.setdefault(item.round_id, item)
    return Answers(tuple(earlier.values()), tuple(others))


def earlier_rounds(earlier: Iterable[Assessment]) -> tuple[EarlierRound, ...]:
    """The newest of those with a judgement."""
    told = [
        EarlierRound(format_date(item.round.as_of), item.round.title, judged(item, item.plan))
        for item in earlier
        if item.is_judged
    ]
    return tuple(told[:ROUNDS_SHOWN])


def others_judged(others: Iterable[Assessment]) -> tuple[Judged, ...]:
    """Each under its unit's name, or what the answer says instead, with its reference."""
    return tuple(judged(item, item.plan, _whose(item)) for item in others)


def _whose(answer: Assessment) -> str:
    name = answer.unit_words or (answer.unit.name if answer.unit else "")
    return f"{name} {answer.ref}".strip()
