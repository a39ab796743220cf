"""What the reporter's first page shows: each of the units' rounds, with how far the unit has come."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.dates import SWEDISH_TIME, days_left, format_date
from followup.core.models import Unit
from reports.asked import Asked, Key, asked_in
from reports.choices import AnswerState, RoundState, SubjectKind
from reports.models import Assessment, Round
from reports.views.entry.page import progress


@dataclass(frozen=True, slots=True)
class Returned:
    subject: Asked
    reason: str


@dataclass(frozen=True, slots=True)
class UnitRound:
    """A round as one unit sees it: what it is asked, and what it has answered."""

    round: Round
    unit: Unit
    asked: list[Asked]
    answers: dict[Key, Assessment]
    today: date

    @property
    def anchor(self) -> str:
        return f"andringar-{self.round.pk}-{self.unit.pk}"

    @property
    def total(self) -> int:
        return len(self.asked)

    @property
    def answered(self) -> int:
        return self.total - len(self.left)

    @property
    def progress(self) -> str:
        return progress(self.answered, self.total, has_indicators=self._has_indicators)

    @property
    def _has_indicators(self) -> bool:
        return any(each.kind == SubjectKind.INDICATOR for each in self.asked)

    @property
    def left(self) -> list[Asked]:
        """What has no judgement, and what was returned."""
        return [each for each in self.asked if not self._is_answered(each)]

    @property
    def returned(self) -> list[Returned]:
        """What was sent back, and why."""
        given = [(each, self.answers.get(each.key)) for each in self.asked]
        return [
            Returned(each, answer.return_reason)
            for each, answer in given
            if answer is not None and answer.state == AnswerState.RETURNED
        ]

    def _is_answered(self, each: Asked) -> bool:
        answer = self.answers.get(each.key)
        return answer is not None and answer.is_judged and answer.state != AnswerState.RETURNED

    def _count(self, *states: str) -> int:
        given = [self.answers.get(each.key) for each in self.asked]
        return sum(1 for answer in given if answer is not None and answer.state in states)

    @property
    def is_handed_in(self) -> bool:
        return bool(self.asked) and self._count(AnswerState.READY, AnswerState.APPROVED) == self.total

    @property
    def is_late(self) -> bool:
        return self.round.is_late(self.today) and not self.is_handed_in

    @property
    def deadline(self) -> str:
        return format_date(self.round.deadline) if self.round.deadline else ""

    @property
    def time_left(self) -> str:
        return days_left(self.round.deadline, self.today) if self.round.deadline else ""

    @property
    def opens(self) -> str:
        return format_date(self.round.opens_on) if self.round.opens_on else ""

    @property
    def what_is_left(self) -> str:
        """`3 mål kvar: 4, 7 och 9.`, then returned answers, then drafts; else that all is done."""
        if not self.asked:
            return _("Enheten har inget att svara på.")
        if self.is_handed_in:
            return _("Allt är klart och inlämnat.")
        returned, drafts = self._count(AnswerState.RETURNED), self._count(AnswerState.DRAFT)
        said = []
        if self.left:
            said.append(_left_words(self.left, self._has_indicators))
        if returned:
            said.append(
                ngettext("%(count)d svar är återsänt.", "%(count)d svar är återsända.", returned) % {"count": returned}
            )
        if drafts and not self.left:
            said.append(
                ngettext("%(count)d utkast att klarmarkera.", "%(count)d utkast att klarmarkera.", drafts)
                % {"count": drafts}
            )
        return " ".join(said)


def _left_words(left: Sequence[Asked], has_indicators: bool) -> str:
    """Goals by their numbers; where indicators are asked for too there are many, and they are only counted."""
    count = len(left)
    if has_indicators:
        return ngettext("%(count)d svar är kvar.", "%(count)d svar är kvar.", count) % {"count": count}
    names = ", ".join(each.number or each.name for each in left)
    return ngettext("Mål %(names)s är kvar.", "%(count)d mål kvar: %(names)s.", count) % {
        "count": count,
        "names": names,
    }


@dataclass(frozen=True, slots=True)
class StartPage:
    has_units: bool
    open: list[UnitRound]
    planned: list[UnitRound]
    closed: list[UnitRound]

    @property
    def is_empty(self) -> bool:
        return not (self.open or self.planned or self.closed)


def start_page(units: Sequence[Unit], *, today: date, closed_since: date) -> StartPage:
    """The units' open rounds, the planned ones, and those closed since a day. Eight queries at most."""
    committees = {unit.committee_id for unit in units}
    rounds = Round.objects.filter(committee__in=committees).select_related("plan", "committee")
    shown = [item for item in rounds.order_by("deadline", "as_of", "pk") if _is_shown(item, closed_since)]
    asked = asked_in(shown)
    answers = _answers(shown, units)
    found: dict[str, list[UnitRound]] = defaultdict(list)
    for item in shown:
        for unit in units:
            if unit.committee_id == item.committee_id:
                of_unit = [each for each in asked[item.pk] if unit.pk in each.unit_ids]
                found[item.state].append(UnitRound(item, unit, of_unit, answers[item.pk, unit.pk], today))
    return StartPage(
        has_units=bool(units),
        open=found[RoundState.OPEN],
        planned=found[RoundState.PLANNED],
        closed=found[RoundState.CLOSED],
    )


def _is_shown(round: Round, closed_since: date) -> bool:
    if round.state != RoundState.CLOSED:
        return True
    closed = round.closed_at.astimezone(SWEDISH_TIME).date() if round.closed_at else round.deadline or round.as_of
    return closed >= closed_since


def _answers(rounds: Sequence[Round], units: Sequence[Unit]) -> dict[tuple[int, int], dict[Key, Assessment]]:
    found: dict[tuple[int, int], dict[Key, Assessment]] = defaultdict(dict)
    answers = Assessment.objects.filter(round__in=rounds, unit__in=units).plain_first().only(*_SHOWN)
    for answer in answers:
        found[answer.round_id, answer.unit_id or 0].setdefault(answer.subject_key, answer)
    return found


_SHOWN = ("round", "unit", "goal", "indicator", "assignment", "state", "status", "status_words", "return_reason")
