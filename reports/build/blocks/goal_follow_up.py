"""The section `måluppföljning`: goal by goal, over any number of levels."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from goals.choices import AssignmentKind
from reports.build.blocks.assignment_details import assignment_details
from reports.build.blocks.drafting import Draft
from reports.build.blocks.goal_indicators import goal_indicators
from reports.build.blocks.series import measured
from reports.build.document import (
    AssignmentGroup,
    AssignmentPart,
    Detail,
    GoalFollowUp,
    GoalIndicators,
    GoalPart,
)
from reports.build.facts import AssignmentFact, GoalFact, MeasurementFact
from reports.build.options import Shown
from reports.build.results import assignment_answers, goal_answers
from reports.build.selection import ShownGoal, in_groups, shown_goals
from reports.build.targets import goal_target_words


def goal_follow_up_block(draft: Draft) -> GoalFollowUp | None:
    """Each goal before those below it; its indicators right after it, or with `ordning=mål` after those below it."""
    figures = measured(draft.measurements())
    parts: list[GoalPart | GoalIndicators] = []
    waiting: list[tuple[ShownGoal, GoalPart]] = []
    for shown in shown_goals(draft.material, draft.options):
        while waiting and (waiting[-1][0].depth >= shown.depth or not draft.options.goals_first):
            parts += _indicators(draft, *waiting.pop(), parts[-1], figures)
        part = _part(draft, shown)
        parts.append(part)
        waiting.append((shown, part))
    while waiting:
        parts += _indicators(draft, *waiting.pop(), parts[-1], figures)
    return GoalFollowUp(tuple(parts)) if parts else None


def _indicators(
    draft: Draft,
    shown: ShownGoal,
    part: GoalPart,
    last: GoalPart | GoalIndicators,
    figures: dict[int, list[MeasurementFact]],
) -> list[GoalIndicators]:
    """The goal's own indicators, with its name again where other parts have come after its own."""
    if not draft.options.shows(Shown.INDICATORS):
        return []
    found = goal_indicators(draft, shown, "" if last is part else shown.goal.name, figures)
    return [found] if found else []


def _part(draft: Draft, shown: ShownGoal) -> GoalPart:
    goal, options = shown.goal, draft.options
    return GoalPart(
        anchor=draft.anchor(draft.material.goal_anchors[goal.id]),
        depth=shown.depth,
        label=goal.label,
        number=goal.number,
        name=goal.name,
        html=goal.description if options.shows(Shown.DESCRIPTION) else "",
        details=tuple(_details(draft, goal)),
        results=goal_answers(draft.material, goal, options),
        assignments=_assignments(draft, goal) if options.shows(Shown.ASSIGNMENTS) else (),
        subject=draft.material.goal_anchors[goal.id],
    )


def _details(draft: Draft, goal: GoalFact) -> list[Detail]:
    material, options = draft.material, draft.options
    found = []
    names = tuple(material.goals[each].name for each in goal.contributes_to if each in material.goals)
    if names and options.shows(Shown.CONTRIBUTES):
        found.append(Detail(_("Bidrar till"), names))
    if goal.responsible and options.shows(Shown.RESPONSIBLE):
        found.append(Detail(_("Ansvarig"), goal.responsible))
    if options.shows(Shown.DESCRIPTION):
        found += _targets(draft, goal)
    return found


def _targets(draft: Draft, goal: GoalFact) -> list[Detail]:
    """The goal's own targets, a line a year."""
    by_year: dict[int, list[str]] = {}
    for target in draft.material.targets_of_goal.get(goal.id, ()):
        by_year.setdefault(target.year, []).append(goal_target_words(draft.material, target))
    return [Detail(_("Målvärde %(year)d") % {"year": year}, tuple(texts)) for year, texts in sorted(by_year.items())]


def _assignments(draft: Draft, goal: GoalFact) -> tuple[AssignmentGroup, ...]:
    return tuple(
        AssignmentGroup(heading, tuple(_assignment(draft, each) for each in members))
        for heading, members in in_groups(draft.material.assignments_of.get(goal.id, ()))
    )


def _assignment(draft: Draft, assignment: AssignmentFact) -> AssignmentPart:
    options = draft.options
    return AssignmentPart(
        anchor=draft.anchor(draft.material.assignment_anchors[assignment.id]),
        kind=str(capfirst(AssignmentKind(assignment.kind).label)),
        number=assignment.number,
        name=assignment.name,
        html=assignment.description if options.shows(Shown.DESCRIPTION) else "",
        details=assignment_details(assignment, with_responsible=options.shows(Shown.RESPONSIBLE)),
        results=assignment_answers(draft.material, assignment, options),
        subject=draft.material.assignment_anchors[assignment.id],
    )
