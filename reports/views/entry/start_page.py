"""What the reporter's first page shows: each of the units' rounds, with how far the unit has come."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.dates import SWEDISH_TIME, days_left, format_date
from followup.core.models import Unit
from goals.choices import AssessedBy
from goals.models import Goal, GoalUnit
from reports.choices import AnswerState, RoundState
from reports.models import Assessment, Round
from reports.views.entry.page import progress


@dataclass(frozen=True, slots=True)
class UnitRound:
    """A round as one unit sees it. `answers` holds state and status by goal."""

    round: Round
    unit: Unit
    goals: list[Goal]
    answers: dict[int, tuple[str, str]]
    today: date

    @property
    def total(self) -> int:
        return len(self.goals)

    @property
    def answered(self) -> int:
        return self.total - len(self.left)

    @property
    def progress(self) -> str:
        return progress(self.answered, self.total)

    @property
    def left(self) -> list[Goal]:
        """The goals without a judgement, and those that were returned."""
        return [goal for goal in self.goals if not self._is_answered(goal)]

    def _is_answered(self, goal: Goal) -> bool:
        state, status = self.answers.get(goal.pk, ("", ""))
        return bool(status) and state != AnswerState.RETURNED

    def _count(self, *states: str) -> int:
        return sum(1 for goal in self.goals if self.answers.get(goal.pk, ("", ""))[0] in states)

    @property
    def is_handed_in(self) -> bool:
        return bool(self.goals) and self._count(AnswerState.READY, AnswerState.APPROVED) == self.total

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
        """`3 mål kvar: 4, 7 och 9`, then returned answers, then drafts; else that all is done."""
        if not self.goals:
            return _("Enheten har inga mål att svara på.")
        if self.is_handed_in:
            return _("Allt är klart och inlämnat.")
        returned, drafts = self._count(AnswerState.RETURNED), self._count(AnswerState.DRAFT)
        said = []
        if self.left:
            count = len(self.left)
            names = ", ".join(goal.number or goal.name for goal in self.left)
            said.append(
                ngettext("Mål %(names)s är kvar.", "%(count)d mål kvar: %(names)s.", count)
                % {"count": count, "names": names}
            )
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
    """The units' open rounds, the planned ones, and those closed since a day. Five queries at most."""
    committees = {unit.committee_id for unit in units}
    rounds = Round.objects.filter(committee__in=committees).select_related("plan", "committee")
    shown = [item for item in rounds.order_by("deadline", "as_of", "pk") if _is_shown(item, closed_since)]
    goals = _goals_by_unit({item.plan_id for item in shown}, units)
    answers = _answers(shown, units)
    found: dict[str, list[UnitRound]] = defaultdict(list)
    for item in shown:
        for unit in units:
            if unit.committee_id == item.committee_id:
                asked = [goal for goal in goals[item.plan_id, unit.pk] if goal.stands_on(item.as_of)]
                found[item.state].append(UnitRound(item, unit, asked, answers[item.pk, unit.pk], today))
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


def _goals_by_unit(plan_ids: set[int], units: Sequence[Unit]) -> dict[tuple[int, int], list[Goal]]:
    """By plan and unit the goals that the unit answers, as `GoalQuerySet.answered_by` has them for one unit."""
    goals = [
        goal
        for goal in Goal.objects.filter(plan__in=plan_ids).select_related("level").in_plan_order()
        if AssessedBy(goal.level.assessed_by).includes_units
    ]
    named: dict[int, set[int]] = defaultdict(set)
    for goal_id, unit_id in GoalUnit.objects.filter(goal__in=[goal.pk for goal in goals]).values_list("goal", "unit"):
        named[goal_id].add(unit_id)
    found: dict[tuple[int, int], list[Goal]] = defaultdict(list)
    for unit in units:
        for goal in goals:
            if goal.committee_id == unit.committee_id and (goal.pk not in named or unit.pk in named[goal.pk]):
                found[goal.plan_id, unit.pk].append(goal)
    return found


def _answers(rounds: Sequence[Round], units: Sequence[Unit]) -> dict[tuple[int, int], dict[int, tuple[str, str]]]:
    found: dict[tuple[int, int], dict[int, tuple[str, str]]] = defaultdict(dict)
    answers = Assessment.objects.of_goals().filter(round__in=rounds, unit__in=units, ref="")
    for round_id, unit_id, goal_id, state, status in answers.values_list(
        "round_id", "unit_id", "goal_id", "state", "status"
    ):
        found[round_id, unit_id][goal_id] = (state, status)
    return found
