"""A report's facts keyed for those who put it together. Pure; made once a report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from followup.core.slugs import slug_of
from reports.build.facts import (
    AssessmentFact,
    AssignmentFact,
    GoalFact,
    IndicatorFact,
    ReportFacts,
    TargetFact,
    UnitFact,
)
from reports.choices import AnswerState

Fact = TypeVar("Fact")
Key = TypeVar("Key")
Keyed = TypeVar("Keyed", GoalFact, IndicatorFact, AssignmentFact)


@dataclass(frozen=True, slots=True)
class Material:
    """Facts by what they belong to, each list in the facts' order.

    `*_answers` hold what has come so far that it stands in a report; those on indicators and assignments also by the
    further subjects that their texts answer. `areas` has for every goal the topmost one above it, or itself.
    `*_anchors` are made of keys, unique among goals, indicators, assignments; what comes or moves does not change them.
    """

    facts: ReportFacts
    units: dict[int, UnitFact]
    goals: dict[int, GoalFact]
    areas: dict[int, GoalFact]
    children: dict[int | None, list[GoalFact]]
    indicators: dict[int, IndicatorFact]
    indicators_of: dict[int | None, list[IndicatorFact]]
    assignments: dict[int, AssignmentFact]
    assignments_of: dict[int | None, list[AssignmentFact]]
    targets_of_indicator: dict[int, list[TargetFact]]
    targets_of_goal: dict[int, list[TargetFact]]
    goal_answers: dict[int, list[AssessmentFact]]
    indicator_answers: dict[int, list[AssessmentFact]]
    assignment_answers: dict[int, list[AssessmentFact]]
    goal_anchors: dict[int, str]
    indicator_anchors: dict[int, str]
    assignment_anchors: dict[int, str]


def material_of(facts: ReportFacts) -> Material:
    answers = [answer for answer in facts.assessments if is_reported(answer)]
    return Material(
        facts=facts,
        units={unit.id: unit for unit in facts.units},
        goals={goal.id: goal for goal in facts.goals},
        areas=_areas(facts.goals),
        children=_by(facts.goals, lambda goal: [goal.parent_id]),
        indicators={indicator.id: indicator for indicator in facts.indicators},
        indicators_of=_by(facts.indicators, lambda indicator: [indicator.goal_id]),
        assignments={assignment.id: assignment for assignment in facts.assignments},
        assignments_of=_by(facts.assignments, lambda assignment: [assignment.goal_id]),
        targets_of_indicator=_by(facts.targets, lambda target: _given(target.indicator_id)),
        targets_of_goal=_by(facts.targets, lambda target: _given(target.goal_id)),
        goal_answers=_by(answers, lambda answer: _given(answer.goal_id)),
        indicator_answers=_by(answers, lambda answer: _given(answer.indicator_id, *answer.also_indicators)),
        assignment_answers=_by(answers, lambda answer: _given(answer.assignment_id, *answer.also_assignments)),
        goal_anchors=_anchors("mal", facts.goals),
        indicator_anchors=_anchors("indikator", facts.indicators),
        assignment_anchors=_anchors("uppdrag", facts.assignments),
    )


def is_reported(answer: AssessmentFact) -> bool:
    """Whether an answer has come so far that it stands in the report: ready or approved."""
    return AnswerState(answer.state).is_done_by_unit


def numbered(fact: GoalFact | IndicatorFact | AssignmentFact) -> str:
    """Its number and name, as it stands in a table."""
    return f"{fact.number} {fact.name}".strip()


def _areas(goals: Iterable[GoalFact]) -> dict[int, GoalFact]:
    found: dict[int, GoalFact] = {}
    for goal in goals:
        found[goal.id] = found.get(goal.parent_id, goal) if goal.parent_id is not None else goal
    return found


def _by(facts: Iterable[Fact], keys: Callable[[Fact], Iterable[Key]]) -> dict[Key, list[Fact]]:
    found: dict[Key, list[Fact]] = {}
    for fact in facts:
        for key in keys(fact):
            found.setdefault(key, []).append(fact)
    return found


def _given(*ids: int | None) -> list[int]:
    return list(dict.fromkeys(each for each in ids if each is not None))


def _anchors(prefix: str, facts: Iterable[Keyed]) -> dict[int, str]:
    """Of keys that are alike but for signs the one that came first has the plain anchor, wherever it stands."""
    taken: set[str] = set()
    by_age = sorted(facts, key=lambda fact: fact.id)
    return {fact.id: unique_anchor(f"{prefix}-{slug_of(fact.key)}", taken) for fact in by_age}


def unique_anchor(wanted: str, taken: set[str]) -> str:
    """The anchor itself, or with the first number from 2 that makes it unique; it is taken from then on."""
    anchor, number = wanted, 1
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    taken.add(anchor)
    return anchor
