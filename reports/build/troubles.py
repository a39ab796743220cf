"""The goals and indicators that are not or partly achieved: who says so, why, and what is done. Pure."""

from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from goals.choices import AssignmentKind, AssignmentStatus, GoalStatus
from reports.build.blocks.assignment_details import due_in_words
from reports.build.document import Action, Judgement, Reason, Trouble
from reports.build.facts import AssessmentFact, AssignmentFact, GoalFact, IndicatorFact
from reports.build.material import Material, numbered
from reports.build.options import SectionOptions
from reports.build.places import Places
from reports.build.results import assignment_answers, mark_of
from reports.build.shortening import in_short, measures_in_short, shortened
from reports.build.shown import judged_indicators, shows_assignments, shows_comments, shows_judgements
from reports.choices import SubjectKind

_WORST_FIRST = (GoalStatus.NOT, GoalStatus.PARTLY)
_FINISHED = frozenset({AssignmentStatus.COMPLETED, AssignmentStatus.NOT_COMPLETED, AssignmentStatus.ENDED})
_ROOM_FOR_A_NAME = 180
_ROOM_FOR_A_UNIT = 60
_MOST_TEXTS = 3
_MOST_ASSIGNMENTS = 2


def troubles_in(material: Material, places: Places, room: int) -> tuple[Trouble, ...]:
    """Goals before indicators, those not achieved before those partly achieved, then in plan order.

    Where the committee has judged by itself, its judgement is the goal's. `room` is the characters of each text.
    """
    goals = material.facts.goals if shows_judgements(material.facts) else ()
    found: list[tuple[int, Trouble]] = []
    for kind, subjects in ((SubjectKind.GOAL, goals), (SubjectKind.INDICATOR, judged_indicators(material))):
        of_kind = [each for subject in subjects for each in _trouble(material, places, kind, subject, room)]
        found += sorted(of_kind, key=lambda each: each[0])
    return tuple(trouble for _place, trouble in found)


def _trouble(
    material: Material, places: Places, kind: SubjectKind, subject: GoalFact | IndicatorFact, room: int
) -> Iterator[tuple[int, Trouble]]:
    """The trouble with how bad it is; nothing where all is well, or nobody has said."""
    answers = list(_answers(material, subject))
    own = [answer for answer in answers if answer.unit_id is None and answer.status]
    judging = [answer for answer in own or answers if answer.status in _WORST_FIRST]
    if not judging:
        return
    bad = [answer for answer in answers if answer.status in _WORST_FIRST]
    telling = judging if any(answer.cause or answer.measure for answer in judging) else bad
    words = material.facts.words
    marks = [(answer, mark_of(answer, words)) for answer in judging]
    reasons = tuple(_reasons(material, telling, room)) if shows_comments(material.facts) else ()
    actions = tuple(_actions(material, subject, telling, room)) if shows_comments(material.facts) else ()
    if shows_comments(material.facts) and not reasons and not actions:
        reasons = (Reason("", "", _("Varken orsak eller åtgärd är angiven.")),)
    yield (
        min(_WORST_FIRST.index(GoalStatus(answer.status)) for answer in judging),
        Trouble(
            anchor=places.of(kind, subject.key),
            number=subject.number,
            name=shortened(subject.name, _ROOM_FOR_A_NAME),
            judgements=tuple(Judgement(_by(material, answer), mark) for answer, mark in marks if mark),
            reasons=reasons,
            actions=actions,
            subject=places.wanted(kind, subject.key),
        ),
    )


def _answers(material: Material, subject: GoalFact | IndicatorFact) -> Iterator[AssessmentFact]:
    """The committee's own first, then the units' in the committee's order."""
    if isinstance(subject, GoalFact):
        answers = material.goal_answers.get(subject.id, [])
    else:
        answers = [each for each in material.indicator_answers.get(subject.id, []) if each.indicator_id == subject.id]
    place: dict[int | None, int] = {unit_id: place for place, unit_id in enumerate(material.units)}
    yield from sorted(answers, key=lambda answer: place.get(answer.unit_id, -1))


def _by(material: Material, answer: AssessmentFact) -> str:
    if answer.unit_id is None:
        return ""
    return shortened(answer.unit_words or material.units[answer.unit_id].code, _ROOM_FOR_A_UNIT)


def _reasons(material: Material, answers: Iterable[AssessmentFact], room: int) -> Iterator[Reason]:
    """The cause of each; of one who names none, and promises nothing either, how the comment begins."""
    words = material.facts.words
    told = 0
    for answer in answers:
        label, html = (words.cause, answer.cause)
        if not answer.cause and not answer.measure:
            label, html = (words.overall_view, answer.overall_view) if answer.overall_view else ("", answer.comment)
        text = in_short(html, room)
        if text and told < _MOST_TEXTS:
            told += 1
            yield Reason(_by(material, answer), label or _("Kommentar"), text)


def _actions(
    material: Material, subject: GoalFact | IndicatorFact, answers: Iterable[AssessmentFact], room: int
) -> Iterator[Action]:
    """What each has promised; then the goal's assignments with a day that are still going on."""
    promised = [(answer, measures_in_short(answer.measure, room)) for answer in answers]
    yield from [Action(_by(material, answer), material.facts.words.measure, text) for answer, text in promised if text][
        :_MOST_TEXTS
    ]
    if isinstance(subject, GoalFact) and shows_assignments(material.facts):
        going_on = [each for each in material.assignments_of.get(subject.id, []) if _is_going_on(material, each)]
        for each in going_on[:_MOST_ASSIGNMENTS]:
            by = shortened(", ".join(each.responsible), _ROOM_FOR_A_UNIT)
            label = str(capfirst(AssignmentKind(each.kind).label))
            yield Action(by, label, shortened(f"{numbered(each)}.", room), due_in_words(each))


def _is_going_on(material: Material, assignment: AssignmentFact) -> bool:
    results = assignment_answers(material, assignment, SectionOptions())
    marks = [result.status.mark for result in results if result.status]
    return bool(due_in_words(assignment)) and not (marks and all(mark in _FINISHED for mark in marks))
