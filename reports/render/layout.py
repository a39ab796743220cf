"""The sections as they are laid out: heading levels, templates, pages lying down, notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from reports.build.document import (
    AttachmentList,
    Block,
    Chart,
    DocumentSection,
    GoalFollowUp,
    GoalOverview,
    GoalTable,
    Note,
    PageBreak,
    ReportDocument,
    Table,
)
from reports.render.drawings import LaidChart, lay_chart
from reports.render.follow_up import LaidPart, lay_follow_up
from reports.render.goal_table import LaidGoalTable, lay_goal_table
from reports.render.headings import HIGHEST, below, heading_levels, headings_at
from reports.render.note_marks import NoteBook
from reports.render.overview import LaidOverview, is_wide, lay_overview
from reports.render.prose_tables import set_tables
from reports.render.room import LYING, UPRIGHT, columns_need
from reports.render.selecting import NO_ATTRIBUTES, Selecting
from reports.render.selecting_sections import section_attributes
from reports.render.tables import LaidTable, Surroundings, lay_table

Laid = (
    tuple[LaidTable, ...] | LaidGoalTable | tuple[LaidPart, ...] | LaidOverview | LaidChart | AttachmentList | PageBreak
)

LONGEST_LYING = 1200
_TEMPLATES: dict[type[Block], str] = {
    GoalTable: "reports/document/_goal_table.html",
    GoalOverview: "reports/document/_goal_overview.html",
    GoalFollowUp: "reports/document/_goal_follow_up.html",
    Table: "reports/document/_table.html",
    Chart: "reports/document/_chart.html",
    AttachmentList: "reports/document/_attachments.html",
    PageBreak: "reports/document/_page_break.html",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is laid out.

    `level` never skips one. `wide` parts lie on landscape pages; of a `wide_block` only the block does. `template` is
    empty for text alone. `html` is the section's own with the headings inside one level below the heading above them,
    `laid` its block ready for its template. `notes` are those first referred to in this section. `picked` is what a
    reader may pick it by, as attributes.
    """

    section: DocumentSection
    level: int
    html: str
    laid: Laid | None
    template: str
    wide: bool
    wide_block: bool
    notes: tuple[Note, ...]
    picked: SafeString = NO_ATTRIBUTES


def parts_of(
    document: ReportDocument, notes: NoteBook, *, on_paper: bool, selecting: Selecting | None = None
) -> tuple[Part, ...]:
    """The sections in order, each with its level and template."""
    levels = heading_levels(document.sections)
    picked = section_attributes(document.sections, levels, selecting)
    wide = wide_sections(document.sections)
    parts: list[Part] = []
    above, title = HIGHEST - 1, ""
    for section, level, lies_wide, chosen in zip(document.sections, levels, wide, picked, strict=True):
        above, title = (level, section.title) if section.title else (above, title)
        wide_block = not lies_wide and is_wide_block(section.block)
        room = LYING if lies_wide or wide_block else UPRIGHT
        around = Surroundings(title, below(above), notes, room if on_paper else None, selecting)
        laid = None if section.block is None else _laid(section.block, section.anchor, above, around)
        parts.append(
            Part(
                section=section,
                level=level,
                html=set_tables(headings_at(section.html, below(above)), on_paper=on_paper),
                laid=laid,
                template="" if section.block is None else _TEMPLATES[type(section.block)],
                wide=lies_wide,
                wide_block=wide_block,
                notes=notes.opened(),
                picked=chosen,
            )
        )
    return tuple(parts)


def goal_attributes(parts: Sequence[Part]) -> dict[str, SafeString]:
    """By anchor, what a reader may pick each goal by where it is described."""
    found: dict[str, SafeString] = {}
    for part in parts:
        if isinstance(part.laid, LaidGoalTable):
            found |= {each.row.anchor: each.picked for each in part.laid.rows}
        elif isinstance(part.laid, tuple):
            found |= {each.anchor: each.picked.attributes for each in part.laid if isinstance(each, LaidPart)}
    return found


def _laid(block: Block, anchor: str, above: int, around: Surroundings) -> Laid:
    """`above` is the level of the heading above the block."""
    match block:
        case GoalTable():
            return lay_goal_table(block, text_level=around.text_level, notes=around.notes, selecting=around.selecting)
        case GoalOverview():
            return lay_overview(block, on_paper=around.is_paper, selecting=around.selecting)
        case GoalFollowUp():
            return lay_follow_up(block, level=above, around=around)
        case Table():
            return lay_table(block, anchor, around)
        case Chart():
            return lay_chart(block, anchor, around)
        case AttachmentList() | PageBreak():
            return block


def wide_sections(sections: Sequence[DocumentSection]) -> list[bool]:
    """Which sections lie on landscape pages: those with a wide block, and bare headings right above such a one.

    A long text before a wide block stays on upright pages, where it is easier to read.
    """
    wide: list[bool] = []
    lies_below = False
    for section in reversed(sections):
        bare_heading = section.block is None and not section.html
        lies = is_wide_block(section.block) and len(section.html) <= LONGEST_LYING
        lies_below = lies or (bare_heading and lies_below)
        wide.append(lies_below)
    return wide[::-1]


def is_wide_block(block: Block | None) -> bool:
    """Whether it needs a landscape page."""
    match block:
        case GoalTable():
            return True
        case GoalOverview():
            return is_wide(block)
        case Table():
            return block.wide or sum(columns_need(block)) > UPRIGHT
        case _:
            return False
