"""Flat reading of a round: one query each for units, goals, who answers what, and answers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, Q

from followup.core.models import Unit
from goals.choices import AssessedBy, GoalStatus
from goals.models import Goal, GoalUnit
from reports.models import Assessment, Round


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal in plan order; `unit_ids` are the units that answer it, none on a level that units do not judge."""

    id: int
    number: str
    name: str
    level: str
    unit_ids: frozenset[int]
    is_judged_by_committee: bool

    @property
    def is_heading(self) -> bool:
        """Whether nobody judges it: it only stands above other goals."""
        return not self.unit_ids and not self.is_judged_by_committee


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer on a goal; `unit_id` None is the committee's own. `status_words` replace the plan's word."""

    goal_id: int
    unit_id: int | None
    status: str
    status_words: str
    state: str
    has_cause: bool
    has_measure: bool

    @property
    def is_answered(self) -> bool:
        return bool(self.status or self.status_words)

    @property
    def owes_cause(self) -> bool:
        """Whether the status asks for a cause and a measure and one of them is missing."""
        return (
            self.status in GoalStatus.values
            and GoalStatus(self.status).asks_for_cause
            and not (self.has_cause and self.has_measure)
        )


def units_of(round: Round) -> tuple[Unit, ...]:
    """The committee's units in its order."""
    return tuple(Unit.objects.filter(committee_id=round.committee_id).in_order())


def goal_rows(round: Round, units: Iterable[Unit]) -> tuple[GoalRow, ...]:
    """The plan's goals in plan order, without those closed by the round's date. Two queries."""
    named: defaultdict[int, set[int]] = defaultdict(set)
    pairs = GoalUnit.objects.filter(goal__plan_id=round.plan_id).values_list("goal_id", "unit_id")
    for goal_id, unit_id in pairs:
        named[goal_id].add(unit_id)
    every = frozenset(unit.pk for unit in units)
    rows = (
        Goal.objects.filter(plan_id=round.plan_id)
        .standing_on(round.as_of)
        .in_plan_order()
        .values_list("pk", "number", "name", "label", "level__name", "level__assessed_by")
    )
    return tuple(
        GoalRow(
            id=pk,
            number=number,
            name=name,
            level=label or level,
            unit_ids=(frozenset(named[pk]) or every) if AssessedBy(judge).includes_units else frozenset(),
            is_judged_by_committee=AssessedBy(judge).includes_committee,
        )
        for pk, number, name, label, level, judge in rows
    )


def answer_rows(round: Round) -> tuple[AnswerRow, ...]:
    """The round's answers on goals, the committee's own among them."""
    rows = (
        Assessment.objects.filter(round=round, ref="")
        .of_goals()
        .in_plan_order()
        .annotate(has_cause=_filled("cause"), has_measure=_filled("measure"))
    )
    fields = ("goal_id", "unit_id", "status", "status_words", "state", "has_cause", "has_measure")
    return tuple(AnswerRow(*row) for row in rows.values_list(*fields))


def _filled(field: str) -> ExpressionWrapper:
    return ExpressionWrapper(~Q(**{field: ""}), output_field=BooleanField())
