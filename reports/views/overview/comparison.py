"""All answers on one thing, as cards to read and decide on. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from followup.core.dates import format_moment
from followup.core.models import Unit
from goals import brightness
from goals.models import Plan
from reports.asked import Asked
from reports.build.document import StatusMark
from reports.choices import AnswerState
from reports.models import Assessment
from reports.views.entry.judged import Text, texts_of, trend_word
from reports.views.overview.matrix import MISSING, is_done, state_word


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """A unit's answer, or (`unit` None) the committee's own, or that there is none.

    `label` is the unit's code, or what the answer says instead, with its reference. `asked_for` are the labels of the
    parts that the status asks for and that are missing; `events` who did what when.
    """

    unit: Unit | None
    label: str
    is_asked: bool
    assessment_id: int | None
    version: int
    status: StatusMark | None
    trend: str
    state: str
    state_word: str | Promise
    texts: tuple[Text, ...]
    asked_for: tuple[str, ...]
    is_late: bool
    events: tuple[str, ...]
    return_reason: str

    @property
    def anchor(self) -> str:
        if self.unit is None:
            return "namnden"
        return f"svar-{self.assessment_id}" if self.has_answer else f"enhet-{self.unit.pk}"

    @property
    def has_answer(self) -> bool:
        return self.assessment_id is not None

    @property
    def is_ready(self) -> bool:
        return self.state == AnswerState.READY

    @property
    def is_approved(self) -> bool:
        return self.state == AnswerState.APPROVED

    @property
    def is_returned(self) -> bool:
        return self.state == AnswerState.RETURNED

    @property
    def can_be_returned(self) -> bool:
        return is_done(self.state)


def unit_cards(
    units: Sequence[Unit], asked: Asked, answers: Sequence[Assessment], plan: Plan, *, is_past: bool
) -> tuple[AnswerCard, ...]:
    """A card for each unit that is asked, or has answered all the same, in the units' order; several for several texts.

    `is_past`: the deadline of an open round has passed.
    """
    found: defaultdict[int | None, list[Assessment | None]] = defaultdict(list)
    for answer in answers:
        found[answer.unit_id].append(answer)
    return tuple(
        answer_card(unit, answer, plan, is_asked=unit.pk in asked.unit_ids, is_past=is_past)
        for unit in units
        if unit.pk in asked.unit_ids or unit.pk in found
        for answer in found[unit.pk] or [None]
    )


def answer_card(
    unit: Unit | None, answer: Assessment | None, plan: Plan, *, is_asked: bool, is_past: bool = False
) -> AnswerCard:
    state = answer.state if answer else MISSING
    return AnswerCard(
        unit=unit,
        label=_label(unit, answer),
        is_asked=is_asked,
        assessment_id=answer.pk if answer else None,
        version=answer.version if answer else 0,
        status=status_mark(answer, plan),
        trend=trend_word(answer.trend) if answer else "",
        state=state,
        state_word=state_word(state),
        texts=tuple(texts_of(answer, plan)) if answer else (),
        asked_for=_asked_for(answer, plan),
        is_late=is_past and is_asked and not is_done(state),
        events=_events(answer) if answer else (),
        return_reason=answer.return_reason if answer and state == AnswerState.RETURNED else "",
    )


def _label(unit: Unit | None, answer: Assessment | None) -> str:
    words = answer.unit_words if answer else ""
    return " ".join(part for part in (words or (unit.code if unit else ""), answer.ref if answer else "") if part)


def status_mark(answer: Assessment | None, plan: Plan) -> StatusMark | None:
    """The judgement as shown, in the plan's own words."""
    if answer is None or not (answer.status or answer.status_words):
        return None
    return StatusMark(answer.status, answer.status_words or plan.word_for(answer.status))


class Judgement(Protocol):
    """An answer's card, or its cell in the matrix."""

    @property
    def status(self) -> StatusMark | None: ...


def is_brighter_than_all(own: Judgement, units: Sequence[Judgement]) -> bool:
    """Whether the committee judges better than every unit. What cannot be judged counts for nothing."""
    return brightness.is_brighter_than_all(_status(own), [_status(each) for each in units])


def _status(judgement: Judgement) -> str:
    return judgement.status.mark if judgement.status else ""


def _asked_for(answer: Assessment | None, plan: Plan) -> tuple[str, ...]:
    if answer is None or not answer.is_owed_cause:
        return ()
    parts = ((answer.cause, plan.label_cause), (answer.measure, plan.label_measure))
    return tuple(label for html, label in parts if not html)


def _events(answer: Assessment) -> tuple[str, ...]:
    """Oldest first; what only the command line did has no name and is left out."""
    told = [
        (answer.ready_at, _("Klarmarkerad %(when)s av %(who)s"), answer.ready_by),
        (answer.returned_at, _("Återsänd %(when)s av %(who)s"), answer.returned_by),
        (answer.approved_at, _("Godkänd %(when)s av %(who)s"), answer.approved_by),
    ]
    known = sorted(
        ((at, words, who) for at, words, who in told if at is not None and who is not None), key=lambda event: event[0]
    )
    if not known and answer.updated_by is not None:
        known = [(answer.updated_at, _("Sparad %(when)s av %(who)s"), answer.updated_by)]
    return tuple(words % {"when": format_moment(at), "who": who} for at, words, who in known)
