"""Which goals, indicators and assignments of a finished document lie under which top-level goal. Pure.

A document knows its goals by where it shows them: the trees of all its sections, put together, are its areas. Documents
from schema version 5 on also say so of each goal, indicator and assignment that they hold.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup.core.slugs import slug_of
from reports.build.document import GoalFollowUp, GoalOverview, GoalPart, GoalTable, ReportDocument
from reports.choices import SectionKind

_TABLES = tuple(f"{slug_of(str(kind.label))}-" for kind in SectionKind)
_TOLD = "område "
_AGAIN = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True)
class Area:
    """A topmost goal by its number and name; `anchor` is its own, or that of the highest goal shown below it."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A goal where it is shown; `depth` is 0 for the topmost there."""

    anchor: str
    depth: int
    number: str
    name: str

    @property
    def title(self) -> str:
        return f"{self.number} {self.name}".strip()


class Areas:
    """The areas of a document in the order in which they begin, and the area of every anchor."""

    def __init__(self, document: ReportDocument) -> None:
        self._shown: dict[str, _Place] = {}
        self._above: dict[str, str] = {}
        self._lower: set[str] = set()
        self._beneath: dict[str, int] = {}
        told: dict[str, str] = {}
        for section in document.sections:
            self._take(_goals(section.block))
            for anchor, goal in _belongings(section.block):
                self._join(anchor, self._own(goal))
        for item in document.standing:
            if item.anchor and item.area:
                self._join(_described(item.anchor), told.setdefault(item.area, f"{_TOLD}{item.area}"))
        titles = {self._root(node): title for title, node in told.items()}
        tops: dict[str, _Place] = {}
        for anchor, place in self._shown.items():
            root = self._root(anchor)
            if anchor not in self._lower and self._outweighs(place, tops.get(root), titles.get(root, "")):
                tops[root] = place
        self._tops = {root: Area(place.anchor, titles.get(root) or place.title) for root, place in tops.items()}

    def all(self) -> tuple[Area, ...]:
        return tuple(self._tops.values())

    def of(self, anchor: str) -> Area | None:
        """Of a goal, an indicator or an assignment, or of a table's row about one."""
        return self._tops.get(self._root(self._own(anchor)))

    def of_row(self, anchor: str) -> Area | None:
        return self.of(_described(anchor))

    def _take(self, places: Iterable[_Place]) -> None:
        """Hang each goal under the one above it in this section."""
        line: list[_Place] = []
        for place in places:
            own = self._same(place)
            line = [each for each in line if each.depth < place.depth]
            self._shown.setdefault(own, place)
            self._join(own, own)
            if line:
                self._lower.add(own)
                self._join(own, self._same(line[0]))
                top = self._same(line[0])
                self._beneath[top] = self._beneath.get(top, 0) + 1
            line.append(place)

    def _same(self, place: _Place) -> str:
        """The anchor under which the goal was shown first: shown again, it has another."""
        first = _AGAIN.sub("", place.anchor)
        before = self._shown.get(first)
        is_again = before is not None and (before.number, before.name) == (place.number, place.name)
        return first if is_again else place.anchor

    def _own(self, anchor: str) -> str:
        return anchor if anchor in self._above else _AGAIN.sub("", anchor)

    def _join(self, anchor: str, other: str) -> None:
        self._above.setdefault(other, other)
        self._above.setdefault(anchor, anchor)
        self._above[self._root(anchor)] = self._root(other)

    def _root(self, anchor: str) -> str:
        while self._above.get(anchor, anchor) != anchor:
            anchor = self._above[anchor]
        return anchor

    def _outweighs(self, place: _Place, other: _Place | None, title: str) -> bool:
        """Of several that stand highest each in its section, the area is the one called so, or else the first;
        where no name is known, the one with most goals below it.
        """
        if other is None:
            return True
        if title:
            return place.title == title != other.title
        return self._beneath.get(place.anchor, 0) > self._beneath.get(other.anchor, 0)


def _described(anchor: str) -> str:
    """The anchor of what a table's row is about, or the anchor itself."""
    return anchor.removeprefix(next((each for each in _TABLES if anchor.startswith(each)), ""))


def _goals(block: object) -> Iterator[_Place]:
    match block:
        case GoalOverview():
            yield from (_Place(each.anchor, each.depth, each.number, each.name) for each in block.goals)
        case GoalTable():
            yield from (_Place(each.anchor, 0, each.number, each.name) for each in block.rows)
        case GoalFollowUp():
            parts = (each for each in block.parts if isinstance(each, GoalPart))
            yield from (_Place(each.anchor, each.depth, each.number, each.name) for each in parts)


def _belongings(block: object) -> Iterator[tuple[str, str]]:
    """The anchors of indicators and assignments, each with that of the topmost goal above it in its section."""
    if not isinstance(block, GoalFollowUp):
        return
    top = ""
    for part in block.parts:
        if isinstance(part, GoalPart):
            top = part.anchor if part.depth == 0 else top
            yield from ((each.anchor, top) for group in part.assignments for each in group.assignments)
        else:
            yield from ((each.anchor, top) for group in part.groups for each in group.indicators)
