"""What the templates need to know about a document beyond its words: heading levels, templates, contents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.build.document import (
    Block,
    DocumentSection,
    GoalOverview,
    GoalRow,
    GoalTable,
    PageBreak,
    ReportDocument,
    StatusSummary,
)
from reports.render.overview import OverviewMatrix, is_wide, matrix_of

_TEMPLATES: dict[type[Block], str] = {
    GoalTable: "reports/document/_goal_table.html",
    GoalOverview: "reports/document/_goal_overview.html",
    PageBreak: "reports/document/_page_break.html",
}
_HIGHEST = 2
_LOWEST = 6


@dataclass(frozen=True, slots=True)
class Tally:
    """A status summary with its sums."""

    summary: StatusSummary
    judged: int
    asked: int


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is laid out.

    `level` never skips one, `wide` parts lie on landscape pages, `template` is empty for text alone. `html` and
    `block` are the section's own with the headings inside texts one level below the heading above them. `matrix` and
    `tallies` belong to an overview and are empty elsewhere.
    """

    section: DocumentSection
    level: int
    html: str
    block: Block | None
    template: str
    wide: bool
    matrix: OverviewMatrix | None
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the contents with the goals of the table under it. `indent` is 0 for the highest headings."""

    anchor: str
    title: str
    indent: int
    goals: tuple[GoalRow, ...]


def parts_of(document: ReportDocument) -> tuple[Part, ...]:
    """The sections in order, each with its level and template."""
    levels = heading_levels(document.sections)
    wide = wide_sections(document.sections)
    parts: list[Part] = []
    above = _HIGHEST - 1
    for section, level, lies_wide in zip(document.sections, levels, wide, strict=True):
        above = level if section.title else above
        parts.append(_part(section, level, lies_wide, text_level=min(above + 1, _LOWEST)))
    return tuple(parts)


def _part(section: DocumentSection, level: int, wide: bool, *, text_level: int) -> Part:
    block = section.block
    overview = block if isinstance(block, GoalOverview) else None
    return Part(
        section=section,
        level=level,
        html=headings_at(section.html, text_level),
        block=_table_at(block, text_level) if isinstance(block, GoalTable) else block,
        template="" if block is None else _TEMPLATES[type(block)],
        wide=wide,
        matrix=matrix_of(overview) if overview else None,
        tallies=tallies_of(overview.summaries) if overview else (),
    )


def heading_levels(sections: Sequence[DocumentSection]) -> list[int]:
    """Levels from 2 to 6 in which none is skipped on the way down, however the sections were numbered."""
    levels: list[int] = []
    above = _HIGHEST - 1
    for section in sections:
        level = min(max(section.level, _HIGHEST), above + 1, _LOWEST)
        levels.append(level)
        if section.title:
            above = level
    return levels


def headings_at(html: str, level: int) -> str:
    """Rich text, whose headings are all `h3`, with these at the given level instead."""
    return html.replace("<h3>", f"<h{level}>").replace("</h3>", f"</h{level}>")


def _table_at(table: GoalTable, level: int) -> GoalTable:
    return replace(table, rows=tuple(_row_at(row, level) for row in table.rows))


def _row_at(row: GoalRow, level: int) -> GoalRow:
    return replace(
        row,
        html=headings_at(row.html, level),
        results=tuple(
            replace(result, parts=tuple(replace(part, html=headings_at(part.html, level)) for part in result.parts))
            for result in row.results
        ),
    )


def wide_sections(sections: Sequence[DocumentSection]) -> list[bool]:
    """Which sections lie on landscape pages: those with a wide block, and bare headings right above such a one."""
    wide: list[bool] = []
    below = False
    for section in reversed(sections):
        bare_heading = section.block is None and not section.html
        below = _is_wide(section.block) or (bare_heading and below)
        wide.append(below)
    return wide[::-1]


def _is_wide(block: Block | None) -> bool:
    return isinstance(block, GoalTable) or (isinstance(block, GoalOverview) and is_wide(block))


def contents_of(parts: Sequence[Part]) -> tuple[ContentsEntry, ...]:
    """The titled sections, and under each the goals of the tables that follow before the next title."""
    entries: list[ContentsEntry] = []
    for part in parts:
        goals = part.section.block.rows if isinstance(part.section.block, GoalTable) else ()
        if part.section.title:
            entries.append(ContentsEntry(part.section.anchor, part.section.title, part.level - _HIGHEST, goals))
        elif entries and goals:
            last = entries.pop()
            entries.append(ContentsEntry(last.anchor, last.title, last.indent, last.goals + goals))
    return tuple(entries)


def tallies_of(summaries: Sequence[StatusSummary]) -> tuple[Tally, ...]:
    """Each summary with how many judgements were made and how many were asked for."""
    tallies: list[Tally] = []
    for summary in summaries:
        judged = sum(each.count for each in summary.counts)
        tallies.append(Tally(summary, judged, judged + summary.without))
    return tuple(tallies)


def described_goals(document: ReportDocument) -> frozenset[str]:
    """The anchors of the goals that a goal table holds: the overview may link to these."""
    return frozenset(
        row.anchor
        for section in document.sections
        if isinstance(section.block, GoalTable)
        for row in section.block.rows
    )
