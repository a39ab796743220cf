"""What a search finds, as numbers: everything, or of very much the newest."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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

    `is_cut`: there are more than `MOST_HITS`, and the oldest reports were not read; `is_cut_within`: nor was the end of
    the only one that was. `traits` counts what there is of each, whichever are asked for; where `are_traits_cut` there
    may be more of each, in older reports.
    """

    passages: tuple[FoundPassage, ...] = ()
    is_cut: bool = False
    is_cut_within: bool = False
    traits: Mapping[Trait, int] = field(default_factory=dict)
    are_traits_cut: bool = False


def found_by(query: SearchQuery, asked: Asked, readable: Readable) -> Found:
    """One query, and another where a kind, status or unit is asked for of too much to read."""
    versions = readable.versions.of(
        municipality=asked.municipality, committee=asked.committee, year=asked.year, report=asked.report
    )
    there = PublishedPassage.objects.found_by(query).of_versions(versions)
    first = _first(there, query)
    traits = Counter(each.trait for each in first.passages)
    if not any(getattr(asked, name) for name in TRAITS):
        return replace(first, traits=traits, are_traits_cut=first.is_cut)
    if first.is_cut:
        of_asked = there.of(kind=asked.kind, status=asked.status, unit=asked.unit)
        return replace(_first(of_asked, query), traits=traits, are_traits_cut=True)
    return Found(tuple(each for each in first.passages if each.trait.is_of(asked)), traits=traits)


def _first(passages: PassageQuerySet, query: SearchQuery) -> Found:
    """Without its traits. The report in which the limit is reached is left out, unless it is the only one."""
    columns = ("pk", "publication_id", "kind", "status_mark", "unit", "in_title")
    rows = passages.with_titles(query).in_order().values_list(*columns)[: MOST_HITS + 1]
    read = tuple(FoundPassage(pk, version, Trait(*trait), bool(title)) for pk, version, *trait, title in rows)
    if len(read) <= MOST_HITS:
        return Found(read)
    whole = tuple(each for each in read if each.version != read[-1].version)
    return Found(whole or read[:MOST_HITS], is_cut=True, is_cut_within=not whole)
