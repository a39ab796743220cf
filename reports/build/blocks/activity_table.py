"""The section `aktivitetstabell`: activities by goal area."""

from django.utils.translation import gettext as _

from goals.choices import AssignmentKind
from reports.build.blocks.assignment_details import due_in_words
from reports.build.blocks.drafting import Draft
from reports.build.blocks.layout import Heading, Line, laid_out
from reports.build.document import Cell, Table, TextPart
from reports.build.facts import AssignmentFact
from reports.build.material import numbered
from reports.build.options import Shown
from reports.build.results import assignment_answers
from reports.build.selection import shown_assignments


def activity_table_block(draft: Draft) -> Table | None:
    """In the order of the topmost goals; what stands under none is last, by its group."""
    headings = [
        Heading(_("Målområde"), 20),
        Heading(_("Aktivitet"), 38),
        Heading(_("Ansvarig"), 16),
        Heading(_("Klart senast"), 12),
        Heading(_("Status"), 14),
    ]
    areas = draft.material.areas
    activities = shown_assignments(draft.material, draft.options, AssignmentKind.ACTIVITY)
    places = {goal.id: place for place, goal in enumerate(draft.material.facts.goals)}
    groups = list(dict.fromkeys(activity.group for activity in activities))

    def place(activity: AssignmentFact) -> tuple[int, int]:
        if activity.goal_id is None:
            return len(places), groups.index(activity.group)
        return places[areas[activity.goal_id].id], 0

    lines = [_line(draft, activity, _area(draft, activity)) for activity in sorted(activities, key=place)]
    return laid_out(draft.title or _("Aktiviteter"), headings, lines, draft.options)


def _area(draft: Draft, activity: AssignmentFact) -> str:
    if activity.goal_id is None:
        return activity.group
    return numbered(draft.material.areas[activity.goal_id])


def _line(draft: Draft, activity: AssignmentFact, area: str) -> Line:
    options = draft.options
    results = assignment_answers(draft.material, activity, options)
    has_text = bool(activity.description) and options.shows(Shown.DESCRIPTION)
    return Line(
        cells=(
            Cell(text=area, is_heading=bool(area)),
            Cell(
                text=numbered(activity),
                parts=(TextPart("", activity.description),) if has_text else (),
                is_heading=True,
            ),
            Cell(text=", ".join(activity.responsible) if options.shows(Shown.RESPONSIBLE) else ""),
            Cell(text=due_in_words(activity)),
            Cell(
                status=results[0].status if results else None,
                trend=results[0].trend if results else None,
                parts=tuple(part for result in results for part in result.parts),
            ),
        ),
        anchor=draft.row_anchor(draft.material.assignment_anchors[activity.id]),
        stands_for=(area,),
    )
