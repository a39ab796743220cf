"""The section `målmatris`: area and goal down, the plan's years across: the goal of that year, with its target."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.periods import parse_period
from reports.build.blocks.drafting import Draft
from reports.build.blocks.layout import Heading, Line, laid_out
from reports.build.document import Cell, Table
from reports.build.facts import GoalFact
from reports.build.material import numbered
from reports.build.selection import shown_goals
from reports.build.targets import target_words


@dataclass(frozen=True, slots=True)
class _MatrixRow:
    """`goal` is None where the goals of a year stand right under their area."""

    area: GoalFact | None
    goal: GoalFact | None
    by_year: dict[int, list[str]]


def goal_matrix_block(draft: Draft) -> Table | None:
    """A row for each goal with goals of a year under it, and for each that has targets of its own by year instead."""
    years = _years(draft)
    headings = [
        Heading(_("Målområde"), 16),
        Heading(_("Mål"), 20),
        *(Heading(str(year), max(12, 64 // len(years))) for year in years),
    ]
    lines = [
        Line(
            cells=(_name(row.area), _name(row.goal), *(_cell(row.by_year.get(year, [])) for year in years)),
            stands_for=(row.area.id if row.area else None,),
        )
        for row in _matrix_rows(draft)
    ]
    return laid_out(draft.title or _("Mål per år"), headings, lines, draft.options)


def _years(draft: Draft) -> list[int]:
    if draft.options.periods:
        return list(dict.fromkeys(parse_period(code).first.year for code in draft.options.periods))
    return list(draft.material.facts.years)


def _matrix_rows(draft: Draft) -> list[_MatrixRow]:
    material = draft.material
    shown = [each.goal for each in shown_goals(material, draft.options)]
    kept = {goal.id for goal in shown}
    rows = []
    for goal in shown:
        of_a_year = [each for each in material.children.get(goal.id, ()) if each.year is not None and each.id in kept]
        above = material.goals.get(goal.parent_id) if goal.parent_id is not None else None
        if of_a_year:
            area, own = (above, goal) if above else (goal, None)
            rows.append(_MatrixRow(area, own, _by_year(draft, of_a_year)))
        elif goal.year is not None and above is None:
            rows.append(_MatrixRow(None, None, _by_year(draft, [goal])))
        elif goal.year is None and goal.id in material.targets_of_goal:
            rows.append(_MatrixRow(above, goal, _targets(draft, goal)))
    return rows


def _by_year(draft: Draft, goals: list[GoalFact]) -> dict[int, list[str]]:
    """By year the goals of that year, each followed by its target."""
    found: dict[int, list[str]] = {}
    for goal in goals:
        if goal.year is not None:
            targets = _targets(draft, goal).get(goal.year, [])
            told = [_("Målvärde: %(target)s") % {"target": text} for text in targets]
            found.setdefault(goal.year, []).extend([numbered(goal), *told])
    return found


def _targets(draft: Draft, goal: GoalFact) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for target in draft.material.targets_of_goal.get(goal.id, ()):
        found.setdefault(target.year, []).append(target_words(target))
    return found


def _name(goal: GoalFact | None) -> Cell:
    return Cell(text=numbered(goal), is_heading=True) if goal else Cell()


def _cell(lines: list[str]) -> Cell:
    return Cell(text=lines[0], lines=tuple(lines[1:])) if lines else Cell()
