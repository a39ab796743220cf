"""The section `bedömningsmatris`: goals down, the committee and its units across, one status per cell."""

from dataclasses import replace

from django.utils.translation import gettext as _

from reports.build.blocks.drafting import Draft
from reports.build.blocks.layout import Heading, Line, across, laid_out
from reports.build.document import Cell, Result, RowRole, Table
from reports.build.facts import GoalFact
from reports.build.material import numbered
from reports.build.results import goal_results, units_in_order
from reports.build.selection import shown_goals

NOT_ASKED = "–"


def assessment_matrix_block(draft: Draft) -> Table | None:
    """A unit that was not asked about a goal has a dash there; one that has not judged it yet "Ej bedömd".

    The status is the one part that it has, whatever `visa=` picks.
    """
    draft = replace(draft, options=replace(draft.options, parts=frozenset()))
    goals = [shown.goal for shown in shown_goals(draft.material, draft.options)]
    results = {goal.id: goal_results(draft.material, goal, draft.options) for goal in goals}
    units = units_in_order(draft.material, results.values())
    own = any(result.is_committee for rows in results.values() for result in rows) or any(
        goal.is_judged_by_committee for goal in goals
    )
    headings = [
        Heading(_("Mål"), 34),
        *([Heading(draft.material.facts.committee, 14)] if own else []),
        *(Heading(unit, 12) for unit in units),
    ]
    lines = [
        _area(draft, goal)
        if goal.is_area and not results[goal.id]
        else _line(draft, goal, results[goal.id], units, has_own=own)
        for goal in goals
    ]
    return laid_out(draft.title or _("Bedömningar"), headings, lines, draft.options)


def _area(draft: Draft, goal: GoalFact) -> Line:
    name = Cell(text=numbered(goal), is_heading=True)
    subject = draft.material.goal_anchors[goal.id]
    return across(name, RowRole.GROUP, draft.row_anchor(subject), subject=subject)


def _line(draft: Draft, goal: GoalFact, results: tuple[Result, ...], units: list[str], *, has_own: bool) -> Line:
    own = [result for result in results if result.is_committee]
    cells = [Cell(text=numbered(goal), is_heading=True)]
    if has_own:
        cells.append(_cell(own, is_asked=goal.is_judged_by_committee and draft.material.facts.has_round))
    for unit in units:
        cells.append(_cell([result for result in results if result.unit == unit and not result.is_committee]))
    subject = draft.material.goal_anchors[goal.id]
    return Line(tuple(cells), anchor=draft.row_anchor(subject), subject=subject)


def _cell(results: list[Result], *, is_asked: bool = False) -> Cell:
    judged = next((result for result in results if result.status), None)
    if judged is not None:
        return Cell(status=judged.status, trend=judged.trend)
    return Cell(text=_("Ej bedömd") if results or is_asked else NOT_ASKED)
