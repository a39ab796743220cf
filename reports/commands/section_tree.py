"""A report's sections as the tree that their levels make of them. Pure.

A heading holds what comes below it until the next one of its own level or a higher. A section without a heading goes on
under the heading above, whatever its level, and holds nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

HIGHEST, LOWEST = 1, 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A section in order: `level` 1–4, `depth` below the top from 0, and where what it holds has ended."""

    level: int
    has_heading: bool
    depth: int
    end: int
    parent: int | None


def tree_of(sections: Sequence[tuple[int, bool]]) -> tuple[Placed, ...]:
    """Of each section its level and whether it has a heading, in order."""
    above: list[int] = []
    depths: list[int] = []
    parents: list[int | None] = []
    ends = [place + 1 for place in range(len(sections))]
    for place, (level, has_heading) in enumerate(sections):
        while has_heading and above and sections[above[-1]][0] >= level:
            above.pop()
        depths.append(len(above))
        parents.append(above[-1] if above else None)
        for each in above:
            ends[each] = place + 1
        if has_heading:
            above.append(place)
    return tuple(
        Placed(level, has_heading, depths[place], ends[place], parents[place])
        for place, (level, has_heading) in enumerate(sections)
    )


def before_it(tree: Sequence[Placed], place: int) -> int | None:
    """The section beside it, above, that it can change places with: a heading with a heading under the same one."""
    placed = tree[place]
    if not placed.has_heading:
        return place - 1 if place else None
    found = (at for at in range(place - 1, -1, -1) if tree[at].has_heading and tree[at].parent == placed.parent)
    return next(found, None)


def after_it(tree: Sequence[Placed], place: int) -> int | None:
    """The section beside it, below, that it can change places with."""
    end = tree[place].end
    if end == len(tree):
        return None
    if not tree[place].has_heading:
        return end
    return end if tree[end].has_heading and tree[end].parent == tree[place].parent else None


def shifted(tree: Sequence[Placed], place: int, levels: int) -> list[int] | None:
    """The levels of the section and of what it holds, so many further down; None where one would leave 1–4."""
    found = [each.level + (levels if each.has_heading else 0) for each in tree[place : tree[place].end]]
    return found if all(HIGHEST <= level <= LOWEST for level in found) else None


def may_go_in(tree: Sequence[Placed], place: int) -> bool:
    """Whether the section can be put under the heading before it."""
    return tree[place].has_heading and before_it(tree, place) is not None and shifted(tree, place, 1) is not None


def may_go_out(tree: Sequence[Placed], place: int) -> bool:
    return tree[place].has_heading and shifted(tree, place, -1) is not None
