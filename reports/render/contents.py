"""The table of contents: the titled sections, and under each the goals it describes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from reports.build.document import Block, GoalFollowUp, GoalPart, GoalTable, ReportDocument, Table
from reports.render.headings import HIGHEST

MOST_GOALS = 40
DEEPEST = 3
LINES_OF_A_PAGE = 40
LINES_AT_A_GLANCE = 30
CHARACTERS_OF_A_LINE = 85
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ContentsGoal:
    """`indent` is 0 for the topmost goals. A name that is a long sentence is cut at a whole word."""

    anchor: str
    number: str
    name: str
    indent: int


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the contents with the goals under it. `indent` is 0 for the highest headings."""

    anchor: str
    title: str
    indent: int
    goals: tuple[ContentsGoal, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """What the contents need to know of a section."""

    anchor: str
    title: str
    level: int
    block: Block | None


def contents_of(sections: Iterable[Titled]) -> tuple[ContentsEntry, ...]:
    """The titled sections, and under each the goals that follow before the next title."""
    entries: list[ContentsEntry] = []
    for section in sections:
        goals = _goals(section.block)
        if section.title:
            entries.append(ContentsEntry(section.anchor, section.title, section.level - HIGHEST, goals))
        elif entries and goals:
            last = entries.pop()
            entries.append(ContentsEntry(last.anchor, last.title, last.indent, last.goals + goals))
    return tuple(entries)


def on_a_page(entries: Sequence[ContentsEntry]) -> tuple[ContentsEntry, ...]:
    """So much of the contents that they are about a page: goals as far down as there is room for, then headings."""
    shorter = tuple(entries)
    for deepest in reversed(range(-1, DEEPEST - 1)):
        if lines_of(shorter) <= LINES_OF_A_PAGE:
            break
        shorter = tuple(
            replace(entry, goals=tuple(goal for goal in entry.goals if goal.indent <= deepest)) for entry in shorter
        )
    deepest = max((entry.indent for entry in shorter), default=0)
    while deepest and lines_of(shorter) > LINES_OF_A_PAGE:
        deepest -= 1
        shorter = tuple(entry for entry in shorter if entry.indent <= deepest)
    return shorter


def lines_of(entries: Iterable[ContentsEntry]) -> int:
    """How long the contents are on paper, about."""
    names = [name for entry in entries for name in (entry.title, *(goal.name for goal in entry.goals))]
    return sum(1 + len(name) // CHARACTERS_OF_A_LINE for name in names)


def described(document: ReportDocument) -> frozenset[str]:
    """The anchors of the goals that some part of the report describes: the overview may link to these."""
    return frozenset(anchor for section in document.sections for anchor in _anchors(section.block))


def _anchors(block: Block | None) -> list[str]:
    match block:
        case GoalTable():
            return [row.anchor for row in block.rows]
        case GoalFollowUp():
            return [part.anchor for part in block.parts if isinstance(part, GoalPart)]
        case Table():
            return [row.anchor for row in block.body if row.anchor]
        case _:
            return []


def _goals(block: Block | None) -> tuple[ContentsGoal, ...]:
    if isinstance(block, GoalTable):
        return tuple(ContentsGoal(row.anchor, row.number, _short(row.name), 0) for row in block.rows)
    if isinstance(block, GoalFollowUp):
        return _from_the_top([part for part in block.parts if isinstance(part, GoalPart)])
    return ()


def _from_the_top(parts: Sequence[GoalPart]) -> tuple[ContentsGoal, ...]:
    """The goals down to the depth at which the contents would become too long to be looked through."""
    deepest = 0
    for depth in range(1, DEEPEST):
        if sum(part.depth <= depth for part in parts) > MOST_GOALS:
            break
        deepest = depth
    return tuple(
        ContentsGoal(part.anchor, part.number, _short(part.name), part.depth) for part in parts if part.depth <= deepest
    )


def _short(name: str) -> str:
    return shorten(name, LONGEST_NAME, placeholder=" …")
