"""What has happened since the report before: all that the parts in brief and since last report are made of. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goals.choices import AssignmentStatus
from reports.build.changes import Changes, Followed, changes_between
from reports.build.document import StandingItem, StatusMark
from reports.build.facts import AssignmentFact, EarlierFact, FollowUpFact
from reports.build.material import Material
from reports.build.movements import Movement, largest_movements
from reports.build.options import SectionOptions
from reports.build.results import assignment_answers
from reports.build.shown import shown_figures, shows_assignments
from reports.choices import SubjectKind

MOST_MOVEMENTS = 6
_FINISHED = frozenset({AssignmentStatus.COMPLETED, AssignmentStatus.ENDED})


@dataclass(frozen=True, slots=True)
class Overdue:
    """An assignment whose day has passed; `status` is None where nobody has said how far it has come."""

    assignment: AssignmentFact
    status: StatusMark | None


@dataclass(frozen=True, slots=True)
class News:
    """`changes` is None where there is nothing to compare with."""

    earlier: EarlierFact | None
    changes: Changes | None
    movements: tuple[Movement, ...]
    overdue: tuple[Overdue, ...]


def news_of(material: Material, standing: Sequence[StandingItem]) -> News:
    facts = material.facts
    earlier = facts.earlier
    changes = None
    if earlier is not None:
        followed = (_followed(material, each) for each in facts.follow_ups)
        known = [each for each in followed if each is not None]
        changes = changes_between(earlier.items, standing, known, is_same_plan=earlier.is_same_plan)
    return News(earlier, changes, _movements(material, standing), overdue_in(material))


def _followed(material: Material, fact: FollowUpFact) -> Followed | None:
    """None where what it is about does not stand in the plan any more, or is nobody's in particular."""
    subjects = (
        (SubjectKind.GOAL, material.goals.get(fact.goal_id or 0)),
        (SubjectKind.INDICATOR, material.indicators.get(fact.indicator_id or 0)),
        (SubjectKind.ASSIGNMENT, material.assignments.get(fact.assignment_id or 0)),
    )
    for kind, subject in subjects:
        if subject is not None and fact.unit_id is not None:
            by = material.units[fact.unit_id].code
            return Followed(kind.value, subject.key, by, fact.promise, fact.outcome, fact.comment)
    return None


def _movements(material: Material, standing: Iterable[StandingItem]) -> tuple[Movement, ...]:
    """Those of figures that the report before did not have."""
    earlier = material.facts.earlier
    then: dict[str, tuple[str, ...]] = {}
    if earlier is not None:
        then = {each.key: each.periods for each in earlier.items if each.kind == SubjectKind.INDICATOR}
        if not earlier.is_same_plan:
            then = {each.key: then.get(each.continues, ()) for each in standing if each.kind == SubjectKind.INDICATOR}
    told = {each.id: then.get(each.key, ()) for each in material.facts.indicators}
    figures = shown_figures(material)
    return largest_movements(material.facts.indicators, figures, told, material.facts.as_of, MOST_MOVEMENTS)


def overdue_in(material: Material) -> tuple[Overdue, ...]:
    """Assignments that should have been done by the report's date and are not, where the report tells how far they are.

    Where nobody has said so of any of them, nothing is known and none is named.
    """
    as_of = material.facts.as_of
    if as_of is None or not shows_assignments(material.facts):
        return ()
    found: list[Overdue] = []
    is_known = False
    for each in material.facts.assignments:
        marks = [result.status for result in assignment_answers(material, each, SectionOptions()) if result.status]
        is_known = is_known or bool(marks)
        is_done = bool(marks) and all(mark.mark in _FINISHED for mark in marks)
        if each.due_on is not None and each.due_on < as_of and not is_done:
            found.append(Overdue(each, next((mark for mark in marks if mark.mark not in _FINISHED), None)))
    return tuple(found) if is_known else ()
