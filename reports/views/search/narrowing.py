"""What a search can be narrowed by: the fields with their choices, and how many were found of each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from goals.choices import AssignmentStatus, GoalStatus
from reports.choices import PassageKind
from reports.models import Publication
from reports.querysets import PassageQuerySet
from reports.views.search.asked import Asked

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


@dataclass(frozen=True, slots=True)
class Readable:
    """Whose reports the reader may read, and from which years."""

    municipalities: Mapping[str, str]
    committees: Mapping[str, str]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found of a kind with a status from a unit."""

    kind: str
    status: str
    unit: str
    count: int


def readable_for(user: AnyUser) -> Readable:
    """One query. A committee is named with its municipality where there are several."""
    rows = list(
        Publication.objects.newest_readable_by(user)
        .with_year()
        .order_by("committee__municipality__name", "committee__name", "committee_id")
        .values_list(
            "committee__municipality__code", "committee__municipality__name", "committee__slug", "committee__name",
            "listed_year",
        )
        .distinct()
    )  # fmt: skip
    municipalities = {code: name for code, name, _slug, _name, _year in rows}
    several = len(municipalities) > 1
    return Readable(
        municipalities,
        {slug: f"{name}, {municipality}" if several else name for _code, municipality, slug, name, _year in rows},
        tuple(sorted({year for *_rest, year in rows}, reverse=True)),
    )


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


def within(passages: PassageQuerySet, asked: Asked) -> PassageQuerySet:
    """Of the municipality, committee, year and report that are asked for."""
    narrowed = {
        "publication__committee__municipality__code": asked.municipality,
        "publication__committee__slug": asked.committee,
        "publication__report": asked.report,
    }
    passages = passages.filter(**{name: value for name, value in narrowed.items() if value})
    return passages.of_year(int(asked.year)) if asked.year else passages


def of_kind(passages: PassageQuerySet, asked: Asked) -> PassageQuerySet:
    """Of the kind, status and unit that are asked for."""
    narrowed = {"kind": asked.kind, "status_mark": asked.status, "unit": asked.unit}
    return passages.filter(**{name: value for name, value in narrowed.items() if value})


def tallies_of(passages: PassageQuerySet) -> tuple[Tally, ...]:
    """One query."""
    rows = passages.order_by().values_list("kind", "status_mark", "unit").annotate(count=Count("pk"))
    return tuple(Tally(*row) for row in rows)


def fields_for(asked: Asked, readable: Readable, tallies: Sequence[Tally]) -> tuple[Field, ...]:
    """Those with something to choose between, or something chosen."""
    counted = {name: _counted(tallies, asked, name) for name in ("kind", "status", "unit")}
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


def _counted(tallies: Iterable[Tally], asked: Asked, name: str) -> Counter[str]:
    """How many there are of each value of `name` with what else is asked for; none of the empty value."""
    others = {other: getattr(asked, other) for other in ("kind", "status", "unit") if other != name}
    counted: Counter[str] = Counter()
    for tally in tallies:
        value = getattr(tally, name)
        if value and all(wanted in {"", getattr(tally, other)} for other, wanted in others.items()):
            counted[value] += tally.count
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
