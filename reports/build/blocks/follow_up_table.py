"""The section `uppföljningstabell`: per goal the reference, the text of the follow-up, the judgement for the year."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.build.blocks.drafting import Draft, answer_anchor
from reports.build.blocks.layout import Heading, Line, across, laid_out
from reports.build.document import Cell, RowRole, Table, TextPart
from reports.build.facts import AssessmentFact, AssignmentFact, GoalFact, IndicatorFact
from reports.build.material import Material, is_reported, numbered
from reports.build.options import Shown
from reports.build.results import comment_parts, mark_of, trend_of
from reports.build.selection import asks_for_goals, includes_unit, shown_goals

_GROUP_FROM = 2
"""From so many goals on, each has its name above its rows."""


def follow_up_table_block(draft: Draft) -> Table | None:
    """What was answered on a goal, its indicators and its assignments, in the order of the answers.

    What belongs to no goal is last, unless the section picks goals.
    """
    answers = _by_goal(draft.material)
    goals: list[GoalFact | None] = [shown.goal for shown in shown_goals(draft.material, draft.options)]
    if not asks_for_goals(draft.options):
        goals.append(None)
    found = [(goal, _lines(draft, answers.get(goal.id if goal else None, []))) for goal in goals]
    found = [(goal, lines) for goal, lines in found if lines]
    headings = [Heading(_("Ref"), 10), Heading(_("Uppföljning"), 52), Heading(_("Bedömning helår"), 38)]
    rows: list[Line] = []
    for goal, lines in found:
        if goal and len(found) >= _GROUP_FROM:
            anchor = draft.row_anchor(draft.material.goal_anchors[goal.id])
            name = Cell(text=numbered(goal), is_heading=True)
            subject = draft.material.goal_anchors[goal.id]
            rows.append(across(name, RowRole.GROUP, anchor, subject=subject))
        rows += lines
    return laid_out(draft.title or _("Uppföljning"), headings, rows, draft.options)


def _by_goal(material: Material) -> dict[int | None, list[AssessmentFact]]:
    found: dict[int | None, list[AssessmentFact]] = {}
    for answer in material.facts.assessments:
        if is_reported(answer):
            found.setdefault(_goal_of(material, answer), []).append(answer)
    return found


def _goal_of(material: Material, answer: AssessmentFact) -> int | None:
    if answer.indicator_id in material.indicators:
        return material.indicators[answer.indicator_id].goal_id
    if answer.assignment_id in material.assignments:
        return material.assignments[answer.assignment_id].goal_id
    return answer.goal_id


def _lines(draft: Draft, answers: list[AssessmentFact]) -> list[Line]:
    return [
        line
        for answer in answers
        if includes_unit(draft.material, draft.options, answer.unit_id)
        for line in _line(draft, answer)
    ]


def _line(draft: Draft, answer: AssessmentFact) -> Iterator[Line]:
    """None where the answer says nothing that the section shows."""
    options, words = draft.options, draft.material.facts.words
    told = Cell(
        parts=comment_parts(answer, words) if options.shows(Shown.COMMENTS) else (),
        status=mark_of(answer, words) if options.shows(Shown.STATUS) else None,
        trend=trend_of(answer) if options.shows(Shown.STATUS) else None,
    )
    expected = Cell(parts=(TextPart("", answer.forecast),) if answer.forecast else ())
    if told.is_empty and expected.is_empty:
        return
    unit = draft.material.units[answer.unit_id].code if answer.unit_id is not None else ""
    by = answer.unit_words or unit
    subject = _subject(draft.material, answer)
    yield Line(
        (Cell(text=_reference(draft.material, answer), lines=(by,) if by else (), is_heading=True), told, expected),
        anchor=draft.row_anchor(answer_anchor(subject, by)),
        subject=subject,
        by=by,
    )


def _subject(material: Material, answer: AssessmentFact) -> str:
    if answer.indicator_id is not None:
        return material.indicator_anchors.get(answer.indicator_id, "")
    if answer.assignment_id is not None:
        return material.assignment_anchors.get(answer.assignment_id, "")
    return material.goal_anchors.get(answer.goal_id, "") if answer.goal_id is not None else ""


def _reference(material: Material, answer: AssessmentFact) -> str:
    """What is printed as reference, else the numbers of all that the text answers, by name where there is none."""
    if answer.ref:
        return answer.ref
    if answer.goal_id is not None:
        return material.goals[answer.goal_id].number
    subjects: list[IndicatorFact | AssignmentFact] = [
        *(
            material.indicators[each]
            for each in (answer.indicator_id, *answer.also_indicators)
            if each in material.indicators
        ),
        *(
            material.assignments[each]
            for each in (answer.assignment_id, *answer.also_assignments)
            if each in material.assignments
        ),
    ]
    return ", ".join(dict.fromkeys(subject.number or subject.name for subject in subjects))
