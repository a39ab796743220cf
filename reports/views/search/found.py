"""What a search finds, as numbers: everything, or of very much the newest."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from followup.core.search import SearchQuery
from reports.models import PublishedPassage
from reports.querysets import PassageQuerySet
from reports.views.search.asked import Asked
from reports.views.search.readable import Readable

MOST_HITS = 10_000
"""That are read and counted. A word that stands everywhere takes no longer than one that stands in so many places."""
TRAITS = ("kind", "status", "unit")


class Trait(NamedTuple):
    """What a passage can be chosen by."""

    kind: str
    status: str
    unit: str

    def is_of(self, asked: Asked, *, but: str = "") -> bool:
        """Whether it is of the kind, status and unit that are asked for, one of which may be left out of account."""
        return all(name == but or getattr(asked, name) in {"", getattr(self, name)} for name in TRAITS)


class FoundPassage(NamedTuple):
    """`in_title`: its title alone is what is looked for."""

    pk: int
    version: int
    trait: Trait
    in_title: bool


@dataclass(frozen=True, slots=True)
class Found:
    """`passages` are those asked for, the newest report first, each whole and in its own order.

    `is_cut`: there are more than `MOST_HITS`, and the oldest reports were not read. `traits` counts what there is of
    each, whichever are asked for; where `are_traits_cut` there may be more of each, in older reports.
    """

    passages: tuple[FoundPassage, ...] = ()
    is_cut: bool = False
    traits: Mapping[Trait, int] = field(default_factory=dict)
    are_traits_cut: bool = False


def found_by(query: SearchQuery, asked: Asked, readable: Readable) -> Found:
    """One query, and another where a kind, status or unit is asked for of too much to read."""
    versions = readable.versions.of(
        municipality=asked.municipality, committee=asked.committee, year=asked.year, report=asked.report
    )
    there = PublishedPassage.objects.found_by(query).of_versions(versions)
    passages, is_cut = _first(there, query)
    traits = Counter(each.trait for each in passages)
    if not any(getattr(asked, name) for name in TRAITS):
        return Found(passages, is_cut, traits, is_cut)
    if is_cut:
        of_asked = there.of(kind=asked.kind, status=asked.status, unit=asked.unit)
        return Found(*_first(of_asked, query), traits, are_traits_cut=True)
    return Found(tuple(each for each in passages if each.trait.is_of(asked)), traits=traits)


def _first(passages: PassageQuerySet, query: SearchQuery) -> tuple[tuple[FoundPassage, ...], bool]:
    """With whether there are more. The report in which the limit is reached is left out, unless it is the only one."""
    columns = ("pk", "publication_id", "kind", "status_mark", "unit", "in_title")
    rows = passages.with_titles(query).in_order().values_list(*columns)[: MOST_HITS + 1]
    read = tuple(FoundPassage(pk, version, Trait(*trait), bool(title)) for pk, version, *trait, title in rows)
    if len(read) <= MOST_HITS:
        return read, False
    whole = tuple(each for each in read if each.version != read[-1].version)
    return whole or read[:MOST_HITS], True
