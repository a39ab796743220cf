"""The section `aktivitetstabell`: activities by goal area."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from goals.choices import AssignmentKind
from reports.build.blocks.assignment_details import due_in_words, shared_details, told_of
from reports.build.blocks.drafting import Draft, answer_anchor
from reports.build.blocks.layout import Heading, Line, laid_out
from reports.build.document import Cell, Result, Table
from reports.build.facts import AssignmentFact
from reports.build.material import numbered
from reports.build.options import Shown
from reports.build.results import assignment_answers
from reports.build.selection import shown_assignments


def activity_table_block(draft: Draft) -> Table | None:
    """In the order of the topmost goals; what stands under none is last, by its group."""
    headings = [
        Heading(_("Målområde"), 20),
        Heading(_("Aktivitet"), 34),
        Heading(_("Ansvarig"), 16),
        Heading(_("Klart senast"), 12),
        Heading(_("Status"), 18),
    ]
    areas = draft.material.areas
    activities = shown_assignments(draft.material, draft.options, AssignmentKind.ACTIVITY)
    places = {goal.id: place for place, goal in enumerate(draft.material.facts.goals)}
    groups = list(dict.fromkeys(activity.group for activity in activities))

    def place(activity: AssignmentFact) -> tuple[int, int]:
        if activity.goal_id is None:
            return len(places), groups.index(activity.group)
        return places[areas[activity.goal_id].id], 0

    lines = [line for activity in sorted(activities, key=place) for line in _lines(draft, activity)]
    return laid_out(draft.title or _("Aktiviteter"), headings, lines, draft.options)


def _area(draft: Draft, activity: AssignmentFact) -> str:
    if activity.goal_id is None:
        return activity.group
    return numbered(draft.material.areas[activity.goal_id])


def _lines(draft: Draft, activity: AssignmentFact) -> Iterator[Line]:
    """One, or as many as have answered."""
    shows = draft.options.shows
    area = _area(draft, activity)
    subject = draft.material.assignment_anchors[activity.id]
    named = (
        Cell(text=area, is_heading=bool(area)),
        Cell(
            text=numbered(activity),
            parts=told_of(activity.description if shows(Shown.DESCRIPTION) else "", shared_details(activity)),
            is_heading=True,
        ),
        Cell(text=", ".join(activity.responsible) if shows(Shown.RESPONSIBLE) else ""),
        Cell(text=due_in_words(activity)),
    )
    answers = assignment_answers(draft.material, activity, draft.options)
    for place, result in enumerate(answers or (None,)):
        yield Line(
            cells=(*named, _answer(result)),
            anchor=draft.row_anchor(subject if place == 0 or result is None else answer_anchor(subject, _by(result))),
            stands_for=(area, activity.id, activity.id, activity.id),
            subject=subject,
            by=_by(result) if result else None,
        )


def _by(result: Result) -> str:
    return "" if result.is_committee else result.unit


def _answer(result: Result | None) -> Cell:
    if result is None:
        return Cell()
    by = _by(result)
    return Cell(
        lines=tuple(words for words in (by, result.ref) if words),
        status=result.status,
        trend=result.trend,
        parts=result.parts,
    )
