"""What a search can be narrowed by: the fields with their choices, and how many were found of each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from followup.core.numbers import format_count
from goals.choices import AssignmentStatus, GoalStatus
from reports.choices import PassageKind
from reports.views.search.asked import Asked
from reports.views.search.found import Found
from reports.views.search.readable import Readable

MOST_UNITS = 100
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


def fields_for(asked: Asked, readable: Readable, found: Found) -> tuple[Field, ...]:
    """Those with something to choose between, or something chosen."""
    municipalities, committees = readable.municipalities.items(), readable.committees.items()
    years = [(str(year), str(year)) for year in readable.years]
    commonest = {unit for unit, _count in _counted(found, asked, "unit").most_common(MOST_UNITS)}
    units = sorted(commonest | {asked.unit} - {""})
    made = (
        _field(asked, "municipality", _("Kommun"), _("Alla kommuner"), _plain(municipalities)),
        _field(asked, "committee", _("Nämnd"), _("Alla nämnder"), _plain(committees)),
        _field(asked, "year", _("År"), _("Alla år"), _plain(years)),
        _field(asked, "kind", _("Vad"), _("Allt"), _with_counts(found, asked, "kind", PassageKind.choices)),
        _field(
            asked,
            "status",
            _("Status"),
            _("Alla statusar"),
            _with_counts(found, asked, "status", _STATUS_WORDS.items()),
        ),
        _field(
            asked,
            "unit",
            _("Enhet"),
            _("Alla enheter"),
            _with_counts(found, asked, "unit", zip(units, units, strict=True)),
        ),
    )
    return tuple(field for field in made if len(field.choices) > 1 or any(each.is_chosen for each in field.choices))


def _counted(found: Found, asked: Asked, name: str) -> Counter[str]:
    """How many there are of each value of `name` with what else is asked for; none of the empty value."""
    counted: Counter[str] = Counter()
    for trait, hits in found.traits.items():
        value = getattr(trait, name)
        if value and trait.is_of(asked, but=name):
            counted[value] += hits
    chosen = getattr(asked, name)
    if chosen:
        counted[chosen] += 0
    return counted


def _plain(choices: Iterable[tuple[str, object]]) -> dict[str, str]:
    return {value: str(words) for value, words in choices}


def _with_counts(found: Found, asked: Asked, name: str, choices: Iterable[tuple[str, object]]) -> dict[str, str]:
    """Those that there are. Where older reports were not read, those too of which there may be some in them."""
    counted = _counted(found, asked, name)
    told = _("%(words)s (minst %(count)s)") if found.are_traits_cut else "%(words)s (%(count)s)"
    made = {}
    for value, words in choices:
        if counted[value] or (value in counted and not found.are_traits_cut):
            made[value] = told % {"words": words, "count": format_count(counted[value])}
        elif found.are_traits_cut:
            made[value] = str(words)
    return made


def _field(asked: Asked, name: str, label: str, nothing: str, choices: Mapping[str, str]) -> Field:
    made = (Choice(value, words, value == getattr(asked, name)) for value, words in choices.items())
    return Field(name, label, nothing, tuple(made))
