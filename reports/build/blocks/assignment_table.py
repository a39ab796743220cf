"""The section `uppdragstabell`: assignments with description, status, comment and forecast."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from followup.core.slugs import slug_of
from goals.choices import AssignmentKind
from reports.build.blocks.assignment_details import assignment_details, told_of
from reports.build.blocks.drafting import Draft, answer_anchor
from reports.build.blocks.layout import Heading, Line, across, laid_out
from reports.build.document import Cell, RowRole, Table, TextPart
from reports.build.facts import AssignmentFact
from reports.build.material import numbered
from reports.build.options import Shown
from reports.build.results import Told, told_of_assignment
from reports.build.selection import in_groups, shown_assignments


def assignment_table_block(draft: Draft) -> Table | None:
    """By group; an assignment that several have answered has a row for each of them."""
    headings = [
        Heading(_("Uppdrag"), 25),
        Heading(_("Beskrivning"), 22),
        Heading(_("Status"), 19),
        Heading(_("Kommentar"), 24),
        Heading(_("Prognos"), 16),
    ]
    lines: list[Line] = []
    for heading, members in in_groups(shown_assignments(draft.material, draft.options, AssignmentKind.ASSIGNMENT)):
        if heading:
            anchor = draft.row_anchor(f"grupp-{slug_of(heading)}")
            lines.append(across(Cell(text=heading, is_heading=True), RowRole.GROUP, anchor))
        for assignment in members:
            lines += _lines(draft, assignment)
    return laid_out(draft.title or _("Uppdrag"), headings, lines, draft.options)


def _lines(draft: Draft, assignment: AssignmentFact) -> Iterator[Line]:
    name = Cell(text=numbered(assignment), is_heading=True)
    description = _description(draft, assignment)
    answers = told_of_assignment(draft.material, assignment, draft.options)
    for place, told in enumerate(answers or (None,)):
        yield Line(
            cells=(name, description, *_answer(told)),
            anchor=_row_anchor(draft, assignment, told, place),
            stands_for=(assignment.id, assignment.id),
            subject=draft.material.assignment_anchors[assignment.id],
            by=_by(told) if told else None,
        )


def _row_anchor(draft: Draft, assignment: AssignmentFact, told: Told | None, place: int) -> str:
    """The assignment's own for its first row."""
    subject = draft.material.assignment_anchors[assignment.id]
    return draft.row_anchor(answer_anchor(subject, _by(told)) if told and place else subject)


def _by(told: Told) -> str:
    return "" if told.result.is_committee else told.result.unit


def _description(draft: Draft, assignment: AssignmentFact) -> Cell:
    shows = draft.options.shows
    details = assignment_details(assignment, with_responsible=shows(Shown.RESPONSIBLE))
    return Cell(parts=told_of(assignment.description if shows(Shown.DESCRIPTION) else "", details))


def _answer(told: Told | None) -> tuple[Cell, Cell, Cell]:
    """Status, comment and forecast; whose they are, and their reference, stand by the status."""
    if told is None:
        return Cell(), Cell(), Cell()
    result = told.result
    by = _by(told)
    return (
        Cell(
            status=result.status,
            trend=result.trend,
            lines=tuple(words for words in (by, result.ref) if words),
        ),
        Cell(parts=told.comments),
        Cell(parts=(TextPart("", told.forecast),) if told.forecast else ()),
    )
