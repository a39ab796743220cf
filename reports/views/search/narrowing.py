"""What a search can be narrowed by: the fields with their choices, and how many were found of each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from followup.core.search import SearchQuery
from goals.choices import AssignmentStatus, GoalStatus
from reports.choices import PassageKind
from reports.models import PublishedPassage
from reports.views.search.asked import Asked
from reports.views.search.readable import Readable

MOST_UNITS = 100
TRAITS = ("kind", "status", "unit")
_STATUS_WORDS: Mapping[str, str] = {
    str(value): str(label) for value, label in (*GoalStatus.choices, *AssignmentStatus.choices)
}


@dataclass(frozen=True, slots=True)
class Choice:
    """`words` end with how many there are to find, where something has been looked for."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A list to choose one from; `nothing` is what it says where nothing is chosen."""

    name: str
    label: str
    nothing: str
    choices: tuple[Choice, ...]


class Trait(NamedTuple):
    """What a passage can be chosen by."""

    kind: str
    status: str
    unit: str

    def is_of(self, asked: Asked, *, but: str = "") -> bool:
        """Whether it is of the kind, status and unit that are asked for, one of which may be left out of account."""
        return all(name == but or getattr(asked, name) in {"", getattr(self, name)} for name in TRAITS)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was found: by trait, whichever are asked for; by version, with those asked for; and in whose titles."""

    traits: Mapping[Trait, int]
    versions: Mapping[int, int]
    in_titles: frozenset[int]


def known(asked: Asked, readable: Readable) -> Asked:
    """Without what narrows to something that is not there for the reader."""
    return replace(
        asked,
        municipality=asked.municipality if asked.municipality in readable.municipalities else "",
        committee=asked.committee if asked.committee in readable.committees else "",
        year=asked.year if asked.year in set(map(str, readable.years)) else "",
        kind=asked.kind if asked.kind in PassageKind.values else "",
        status=asked.status if asked.status in _STATUS_WORDS else "",
    )


def tally_of(query: SearchQuery, asked: Asked, readable: Readable) -> Tally:
    """Of the reports that may be read, and are of the municipality, committee, year and report asked for; two queries.

    The versions are told to the database as numbers. Told how to find them, it begins with all reports instead of
    with the words.
    """
    within = {key for key, report in readable.reports.items() if report.is_within(asked)}
    found = PublishedPassage.objects.found_by(query).of_versions(within)
    traits = {Trait(*trait): hits for *trait, hits in found.counted_by_trait()}
    of_asked = found.of(kind=asked.kind, status=asked.status, unit=asked.unit)
    counted = list(of_asked.counted_by_version(query))
    versions = {version: hits for version, hits, _titles in counted}
    return Tally(traits, versions, frozenset(version for version, _hits, titles in counted if titles))


def fields_for(asked: Asked, readable: Readable, traits: Mapping[Trait, int]) -> tuple[Field, ...]:
    """Those with something to choose between, or something chosen."""
    counted = {name: _counted(traits, asked, name) for name in TRAITS}
    units = {unit: unit for unit, _count in counted["unit"].most_common(MOST_UNITS)}
    made = (
        _field(asked, "municipality", _("Kommun"), _("Alla kommuner"), readable.municipalities.items()),
        _field(asked, "committee", _("Nämnd"), _("Alla nämnder"), readable.committees.items()),
        _field(asked, "year", _("År"), _("Alla år"), ((str(year), str(year)) for year in readable.years)),
        _field(asked, "kind", _("Vad"), _("Allt"), PassageKind.choices, counted["kind"]),
        _field(asked, "status", _("Status"), _("Alla statusar"), _STATUS_WORDS.items(), counted["status"]),
        _field(asked, "unit", _("Enhet"), _("Alla enheter"), sorted(units.items()), counted["unit"]),
    )
    return tuple(field for field in made if len(field.choices) > 1 or any(each.is_chosen for each in field.choices))


def _counted(traits: Mapping[Trait, int], asked: Asked, name: str) -> Counter[str]:
    """How many there are of each value of `name` with what else is asked for; none of the empty value."""
    counted: Counter[str] = Counter()
    for trait, hits in traits.items():
        value = getattr(trait, name)
        if value and trait.is_of(asked, but=name):
            counted[value] += hits
    chosen = getattr(asked, name)
    if chosen:
        counted[chosen] += 0
    return counted


def _field(
    asked: Asked,
    name: str,
    label: str,
    nothing: str,
    choices: Iterable[tuple[str, object]],
    counted: Mapping[str, int] | None = None,
) -> Field:
    """With `counted`, of the choices only those that are in it, each with its number."""
    made = []
    for value, words in choices:
        if counted is None:
            made.append(Choice(value, str(words), value == getattr(asked, name)))
        elif value in counted:
            made.append(Choice(value, f"{words} ({counted[value]})", value == getattr(asked, name)))
    return Field(name, label, nothing, tuple(made))
