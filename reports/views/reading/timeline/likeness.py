"""The same indicator in several committees: known by its Kolada-id, else by its name and unit of measure. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    committee_id: int
    lineage: str
    name: str
    unit_of_measure: str
    kolada_id: str


@dataclass(frozen=True, slots=True)
class SharedIndicator:
    """`kolada_id` is that which all who have one agree on; empty where the names alone say that it is the same."""

    name: str
    unit_of_measure: str
    kolada_id: str
    members: tuple[NamedIndicator, ...]

    @property
    def committee_ids(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(each.committee_id for each in self.members))

    @property
    def lineages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.lineage for each in self.members))

    @property
    def plan_id(self) -> int:
        return int(self.members[0].lineage.partition("/")[0])

    @property
    def key(self) -> str:
        return self.members[0].lineage.partition("/")[2]


def alike(indicators: Iterable[NamedIndicator]) -> tuple[SharedIndicator, ...]:
    """Every indicator in exactly one group, in the order in which the groups begin.

    What has one lineage is the same. Two with different Kolada-ids are never the same, whatever they are called.
    """
    groups: list[list[NamedIndicator]] = []
    places: dict[tuple[str, ...], int] = {}
    for each in sorted(indicators, key=lambda item: not item.kolada_id.strip()):
        known_by, name = _signs(each)
        looked_up = known_by if each.kolada_id.strip() else [*known_by, name]
        place = next((places[sign] for sign in looked_up if sign in places), len(groups))
        if place == len(groups):
            groups.append([])
        groups[place].append(each)
        for sign in (*known_by, name):
            places.setdefault(sign, place)
    return tuple(sorted(map(_shared, groups), key=lambda group: group.name.casefold()))


def _signs(each: NamedIndicator) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """What it is known by, and its name with its unit of measure."""
    known_by: list[tuple[str, ...]] = [("lineage", each.lineage)]
    if each.kolada_id.strip():
        known_by.append(("kolada", each.kolada_id.strip().casefold()))
    return known_by, ("name", " ".join(each.name.split()).casefold(), each.unit_of_measure.strip().casefold())


def _shared(members: Sequence[NamedIndicator]) -> SharedIndicator:
    ids = {each.kolada_id.strip() for each in members if each.kolada_id.strip()}
    last = members[-1]
    return SharedIndicator(last.name, last.unit_of_measure, ids.pop() if len(ids) == 1 else "", tuple(members))
