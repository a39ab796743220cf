"""The table of contents: the titled sections, and under each the goals it describes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten
from types import MappingProxyType

from django.utils.safestring import SafeString

from reports.build.document import Block, GoalFollowUp, GoalPart, GoalTable, ReportDocument, Table
from reports.render.headings import HIGHEST
from reports.render.selecting import NO_ATTRIBUTES

MOST_GOALS = 40
DEEPEST = 3
LINES_OF_A_PAGE = 40
LINES_AT_A_GLANCE = 30
FEWEST_LINES = 4
CHARACTERS_OF_A_LINE = 85
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ContentsGoal:
    """`indent` is 0 for the topmost goals. A name that is a long sentence is cut at a whole word.

    `picked` is what a reader may pick it by, as attributes.
    """

    anchor: str
    number: str
    name: str
    indent: int
    picked: SafeString = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the contents with the goals under it. `indent` is 0 for the highest headings."""

    anchor: str
    title: str
    indent: int
    goals: tuple[ContentsGoal, ...]
    picked: SafeString = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Titled:
    """What the contents need to know of a section."""

    anchor: str
    title: str
    level: int
    block: Block | None
    picked: SafeString = NO_ATTRIBUTES


def contents_of(
    sections: Iterable[Titled], picked: Mapping[str, SafeString] = MappingProxyType({})
) -> tuple[ContentsEntry, ...]:
    """The titled sections, and under each the goals that follow before the next title; `picked` is by goal's anchor."""
    entries: list[ContentsEntry] = []
    for section in sections:
        goals = tuple(replace(goal, picked=picked.get(goal.anchor, NO_ATTRIBUTES)) for goal in _goals(section.block))
        if section.title:
            indent = section.level - HIGHEST
            entries.append(ContentsEntry(section.anchor, section.title, indent, goals, section.picked))
        elif entries and goals:
            last = entries.pop()
            entries.append(replace(last, goals=last.goals + goals))
    return tuple(entries)


def on_a_page(entries: Sequence[ContentsEntry]) -> tuple[ContentsEntry, ...]:
    """So much of the contents that they are about a page; what is asked for at a meeting goes last.

    Nothing where there are only a few lines: nobody looks these up. Where there are too many, the lower goals are left
    out, then the lower headings that no goals stand under, then the higher goals, then all headings but the highest.
    """
    if lines_of(entries) < FEWEST_LINES:
        return ()
    goals, headings = DEEPEST - 1, max((entry.indent for entry in entries), default=0)
    steps = [*((deep, headings) for deep in range(goals, -1, -1)), *((0, deep) for deep in range(headings - 1, 0, -1))]
    for deepest_goal, deepest_heading in steps:
        shorter = _down_to(entries, deepest_goal, deepest_heading)
        if lines_of(shorter) <= LINES_OF_A_PAGE:
            return shorter
    bare = tuple(replace(entry, goals=()) for entry in entries)
    choices = (tuple(entry for entry in bare if entry.indent <= deep) for deep in range(headings, 0, -1))
    highest = tuple(entry for entry in bare if entry.indent == 0)
    return next((each for each in choices if lines_of(each) <= LINES_OF_A_PAGE), highest)


def _down_to(entries: Sequence[ContentsEntry], goal: int, heading: int) -> tuple[ContentsEntry, ...]:
    """Goals no deeper than `goal`; headings no deeper than `heading` where no goals stand under them."""
    shorter = (replace(entry, goals=tuple(each for each in entry.goals if each.indent <= goal)) for entry in entries)
    return tuple(entry for entry in shorter if entry.indent <= heading or entry.goals)


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
