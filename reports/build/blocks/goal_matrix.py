"""The section `målmatris`: area and goal down, the plan's years across: the goal of that year, with its target."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.periods import parse_period
from reports.build.blocks.drafting import Draft
from reports.build.blocks.layout import Heading, Line, laid_out
from reports.build.document import Cell, Table
from reports.build.facts import GoalFact
from reports.build.material import Material, numbered
from reports.build.selection import shown_goals
from reports.build.targets import goal_target_words


@dataclass(frozen=True, slots=True)
class _MatrixRow:
    """`goal` is None where the goals of a year stand right under their area."""

    area: GoalFact | None
    goal: GoalFact | None
    by_year: dict[int, list[str]]


def goal_matrix_block(draft: Draft) -> Table | None:
    """A row for each goal with goals of a year under it, and for each of no year that has targets by year itself."""
    years = _years(draft)
    headings = [
        Heading(_("Målområde"), 16),
        Heading(_("Mål"), 20),
        *(Heading(str(year), max(12, 64 // len(years))) for year in years),
    ]
    lines = [
        Line(
            cells=(_name(row.area), _name(row.goal), *(_cell(row.by_year.get(year, [])) for year in years)),
            anchor=draft.row_anchor(subject) if subject else "",
            stands_for=(row.area.id if row.area else None,),
            subject=subject,
        )
        for row in _matrix_rows(draft)
        for subject in [_subject(draft.material, row)]
    ]
    return laid_out(draft.title or _("Mål per år"), headings, lines, draft.options)


def _subject(material: Material, row: _MatrixRow) -> str:
    about = row.goal or row.area
    return material.goal_anchors[about.id] if about else ""


def _years(draft: Draft) -> list[int]:
    if draft.options.periods:
        return list(dict.fromkeys(parse_period(code).first.year for code in draft.options.periods))
    return list(draft.material.facts.years)


def _matrix_rows(draft: Draft) -> list[_MatrixRow]:
    """In plan order; the goals of a year that stand under the same goal share its row."""
    material = draft.material
    shared: dict[int | None, _MatrixRow] = {}
    rows = []
    for shown in shown_goals(material, draft.options):
        goal = shown.goal
        above = _above(material, goal)
        if goal.year is not None:
            if goal.parent_id not in shared:
                area = _above(material, above) if above else None
                shared[goal.parent_id] = _MatrixRow(area or above, above if area else None, {})
                rows.append(shared[goal.parent_id])
            told = [_("Målvärde: %(target)s") % {"target": text} for text in _targets(draft, goal).get(goal.year, [])]
            shared[goal.parent_id].by_year.setdefault(goal.year, []).extend([numbered(goal), *told])
        elif goal.id in material.targets_of_goal:
            rows.append(_MatrixRow(above, goal, _targets(draft, goal)))
    return rows


def _above(material: Material, goal: GoalFact) -> GoalFact | None:
    return material.goals.get(goal.parent_id) if goal.parent_id is not None else None


def _targets(draft: Draft, goal: GoalFact) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for target in draft.material.targets_of_goal.get(goal.id, ()):
        found.setdefault(target.year, []).append(goal_target_words(draft.material, target))
    return found


def _name(goal: GoalFact | None) -> Cell:
    return Cell(text=numbered(goal), is_heading=True) if goal else Cell()


def _cell(lines: list[str]) -> Cell:
    return Cell(text=lines[0], lines=tuple(lines[1:])) if lines else Cell()
