"""The sections of a document that tell of one of its goal areas, with the rows that do. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from reports.build.document import (
    Block,
    DocumentSection,
    GoalFollowUp,
    GoalIndicators,
    GoalOverview,
    GoalPart,
    GoalTable,
    Row,
    RowRole,
    Table,
)
from reports.build.extract_areas import Area, Areas

_SUMS = frozenset({RowRole.SUBTOTAL, RowRole.SUM, RowRole.GRAND_TOTAL, RowRole.TOTAL})
_HEADINGS = frozenset({RowRole.GROUP, RowRole.HEADING})


@dataclass(frozen=True, slots=True)
class _Found:
    """A section with the areas that it tells of, in itself and with all under its heading."""

    section: DocumentSection
    own: frozenset[str]
    below: frozenset[str]


def sections_of(sections: Sequence[DocumentSection], areas: Areas, wanted: str) -> tuple[DocumentSection, ...]:
    """Those about the area: whole where they are of nothing else, else with its rows alone under the bare heading.

    What stands under a heading that is the area's alone comes along: texts, charts, tables that name no goal; and such
    a block right after the area's own under the same heading.
    """
    alone = frozenset({wanted})
    kept: list[DocumentSection] = []
    whole_at: int | None = None
    goes_on = False
    for found in _with_areas(sections, areas):
        section = found.section
        if section.title:
            whole_at = None if whole_at is None or section.level <= whole_at else whole_at
            whole_at = section.level if whole_at is None and found.below == alone else whole_at
            follows = False
        else:
            follows = found.own == alone or (goes_on and not found.own and section.block is not None)
        goes_on = follows or (whole_at is not None and found.below <= alone)
        if goes_on:
            kept.append(section)
        elif wanted in found.below:
            block = _only(section.block, areas, wanted) if wanted in found.own else None
            kept.append(replace(section, html="", block=block, empty_words=""))
    anchors = {section.anchor for section in kept} | set(_described(kept))
    return tuple(replace(each, block=_without_dead_links(each.block, anchors)) for each in kept)


def _with_areas(sections: Sequence[DocumentSection], areas: Areas) -> list[_Found]:
    own = [frozenset(area.anchor for area in _areas_in(section.block, areas)) for section in sections]
    found = []
    for place, section in enumerate(sections):
        below = set(own[place])
        for later, told in zip(sections[place + 1 :], own[place + 1 :], strict=True):
            if not section.title or (later.title and later.level <= section.level):
                break
            below |= told
        found.append(_Found(section, own[place], frozenset(below)))
    return found


def _areas_in(block: Block | None, areas: Areas) -> Iterator[Area]:
    match block:
        case GoalOverview():
            anchors = [each.anchor for each in block.goals]
        case GoalTable():
            anchors = [each.anchor for each in block.rows]
        case GoalFollowUp():
            anchors = [each.anchor for each in block.parts if isinstance(each, GoalPart)]
        case Table():
            yield from (area for row in block.body if row.anchor and (area := areas.of_row(row.anchor)))
            return
        case _:
            return
    yield from (area for each in anchors if (area := areas.of(each)))


def _only(block: Block | None, areas: Areas, wanted: str) -> Block | None:
    def is_wanted(anchor: str) -> bool:
        area = areas.of(anchor)
        return area is not None and area.anchor == wanted

    match block:
        case GoalOverview():
            goals = tuple(each for each in block.goals if is_wanted(each.anchor))
            answering = {result.unit for goal in goals for result in goal.results}
            return GoalOverview((), goals, tuple(unit for unit in block.units if unit in answering))
        case GoalTable():
            return replace(block, rows=tuple(each for each in block.rows if is_wanted(each.anchor)))
        case GoalFollowUp():
            return GoalFollowUp(tuple(_parts(block, is_wanted)))
        case Table():
            return replace(block, body=tuple(_rows(block.body, areas, wanted)))
        case _:
            return block


def _parts(block: GoalFollowUp, is_wanted: Callable[[str], bool]) -> Iterator[GoalPart | GoalIndicators]:
    """From each topmost goal of the area to the next."""
    inside = False
    for part in block.parts:
        if isinstance(part, GoalPart) and part.depth == 0:
            inside = is_wanted(part.anchor)
        if inside:
            yield part


def _rows(body: Sequence[Row], areas: Areas, wanted: str) -> Iterator[Row]:
    """The area's rows with those that go on under them, below the headings over them; no sums, which are of all."""
    headings: list[Row] = []
    inside = False
    for unit in _held_together(body):
        first = unit[0]
        of = {area.anchor for row in unit if row.anchor and (area := areas.of_row(row.anchor))}
        if first.role in _HEADINGS and not of:
            headings = [*[row for row in headings if row.role != first.role], first]
            inside = False
            continue
        inside = wanted in of if of else inside and first.role not in _SUMS
        if inside:
            yield from headings
            headings = []
            yield from unit


def _held_together(body: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that a cell spans, together."""
    unit: list[Row] = []
    left = 0
    for row in body:
        unit.append(row)
        left = max(left - 1, *(cell.rows - 1 for cell in row.cells), 0)
        if left == 0:
            yield unit
            unit = []


def _described(sections: Sequence[DocumentSection]) -> Iterator[str]:
    """The anchors that something in the sections has."""
    for section in sections:
        yield from _values(section.block, "anchor")


def _without_dead_links(block: Block | None, anchors: set[str]) -> Block | None:
    """A table's cells lead to what stands in the extract, too, or nowhere."""
    if not isinstance(block, Table):
        return block
    body = tuple(
        replace(row, cells=tuple(cell if cell.link in anchors else replace(cell, link="") for cell in row.cells))
        for row in block.body
    )
    return replace(block, body=body)


def used_notes(value: object) -> Iterator[int]:
    for numbers in _values(value, "notes"):
        yield from numbers


def _values(value: object, name: str) -> Iterator[Any]:
    """What every field of that name holds, anywhere in it."""
    if isinstance(value, tuple):
        for each in value:
            yield from _values(each, name)
    elif is_dataclass(value):
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name == name:
                yield held
            else:
                yield from _values(held, name)
