"""The order of rows: the book's, with those that it does not name where they stood. Pure."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def merged(book: Sequence[Name], stored: Sequence[Name]) -> list[Name]:
    """The book's rows in its order; a stored row that it lacks stays behind the row that it followed."""
    named = set(book)
    following: dict[Name | None, list[Name]] = {}
    before: Name | None = None
    for name in stored:
        if name in named:
            before = name
        else:
            following.setdefault(before, []).append(name)
    order = following.get(None, [])
    for name in book:
        order.append(name)
        order += following.get(name, [])
    return order


def depth_first(order: Iterable[Name], parent_of: Mapping[Name, Name | None]) -> list[Name]:
    """Every row before those below it, siblings in the given order; rows in a circle come last."""
    listed = list(order)
    known = set(listed)
    below: dict[Name | None, list[Name]] = {}
    for name in listed:
        parent = parent_of.get(name)
        below.setdefault(parent if parent in known else None, []).append(name)
    found: dict[Name, None] = {}
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        name = waiting.pop()
        found[name] = None
        waiting += reversed(below.get(name, []))
    return [*found, *(name for name in listed if name not in found)]


def moved(
    order: Sequence[Name], stored: Sequence[Name], group_of: Callable[[Name], Hashable], given: Collection[Name]
) -> set[Name]:
    """The fewest of the `given` rows that have to move, each within its group, to come from `stored` to `order`."""
    place = {name: number for number, name in enumerate(stored)}
    groups: dict[Hashable, list[Name]] = {}
    for name in order:
        if name in place and name in given:
            groups.setdefault(group_of(name), []).append(name)
    return {name for group in groups.values() for name in _out_of_order(group, place)}


def _out_of_order(names: Sequence[Name], place: Mapping[Name, int]) -> set[Name]:
    """All but a longest run of names whose places rise."""
    ends: list[int] = []
    last_of: list[Name] = []
    before: dict[Name, Name | None] = {}
    for name in names:
        length = bisect_left(ends, place[name])
        before[name] = last_of[length - 1] if length else None
        if length == len(ends):
            ends.append(place[name])
            last_of.append(name)
        else:
            ends[length], last_of[length] = place[name], name
    keeping: set[Name] = set()
    name_or_none = last_of[-1] if last_of else None
    while name_or_none is not None:
        keeping.add(name_or_none)
        name_or_none = before[name_or_none]
    return set(names) - keeping
