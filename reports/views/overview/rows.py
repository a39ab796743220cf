"""Flat reading of a round: its units, what is asked for, and the answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, Q

from followup.core.models import Unit
from goals.choices import GoalStatus
from reports.asked import Asked, Key, asked_in
from reports.choices import SubjectKind
from reports.models import Assessment, AssessmentReference, Round


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer; `unit_id` None is the committee's own. `status_words` replace the plan's word."""

    kind: SubjectKind
    subject_id: int
    unit_id: int | None
    status: str
    status_words: str
    state: str
    has_cause: bool
    has_measure: bool

    @property
    def key(self) -> Key:
        return self.kind, self.subject_id

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


def subject_rows(round: Round, units: Iterable[Unit]) -> tuple[Asked, ...]:
    """What is asked for, in plan order, with the goals above that nobody judges. Five queries."""
    return asked_in([round], units)[round.pk]


def answer_rows(round: Round) -> tuple[AnswerRow, ...]:
    """The round's answers, the committee's own among them, each before what its text answers besides. Two queries."""
    fields = ("pk", "goal", "indicator", "assignment", "unit", "status", "status_words", "state")
    rows: list[AnswerRow] = []
    by_answer: dict[int, AnswerRow] = {}
    answers = Assessment.objects.filter(round=round).plain_first()
    for pk, goal, indicator, assignment, *rest in answers.annotate(
        has_cause=_filled("cause"), has_measure=_filled("measure")
    ).values_list(*fields, "has_cause", "has_measure"):
        by_answer[pk] = AnswerRow(*_key(goal, indicator, assignment), *rest)
        rows.append(by_answer[pk])
    references = AssessmentReference.objects.filter(assessment__round=round).order_by("assessment", "position", "pk")
    for pk, indicator, assignment in references.values_list("assessment", "indicator", "assignment"):
        answer = by_answer[pk]
        rows.append(
            AnswerRow(
                *_key(None, indicator, assignment),
                unit_id=answer.unit_id,
                status=answer.status,
                status_words=answer.status_words,
                state=answer.state,
                has_cause=answer.has_cause,
                has_measure=answer.has_measure,
            )
        )
    return tuple(rows)


def _key(goal: int | None, indicator: int | None, assignment: int | None) -> Key:
    if goal is not None:
        return SubjectKind.GOAL, goal
    if indicator is not None:
        return SubjectKind.INDICATOR, indicator
    return SubjectKind.ASSIGNMENT, assignment or 0


def _filled(field: str) -> ExpressionWrapper:
    return ExpressionWrapper(~Q(**{field: ""}), output_field=BooleanField())
