"""Who stands in where: the substitutes of units, and where a person is one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from followup.core.access import AnyUser, person, units_to_lend
from followup.core.dates import format_date
from followup.core.models import Membership, Unit


@dataclass(frozen=True, slots=True)
class Substitution:
    """Somebody who stands in for a unit's reporter, in words."""

    id: int
    who: str
    days: str


@dataclass(frozen=True, slots=True)
class UnitSubstitutes:
    unit: Unit
    substitutions: tuple[Substitution, ...]


@dataclass(frozen=True, slots=True)
class OwnSubstitutions:
    """What the reporter's first page says: where the person stands in (a sentence each), and whether they may appoint.

    Shown by `reports/substitutes/_own.html`.
    """

    sentences: tuple[str, ...]
    may_appoint: bool


def substitutes_of(units: Sequence[Unit], today: date) -> tuple[UnitSubstitutes, ...]:
    """The units with those who stand in now or will, in the units' order. One query."""
    found: defaultdict[int | None, list[Substitution]] = defaultdict(list)
    lent = Membership.objects.substitutions().not_ended(today).filter(unit__in=units).select_related("user")
    for item in lent:
        found[item.unit_id].append(Substitution(item.pk, str(item.user), _days(item, today)))
    return tuple(UnitSubstitutes(unit, tuple(found[unit.pk])) for unit in units)


def own_substitutions(user: AnyUser, today: date) -> OwnSubstitutions:
    """Two queries."""
    mine = Membership.objects.substitutions().valid_on(today).filter(user=person(user)).select_related("unit")
    return OwnSubstitutions(
        sentences=tuple(
            _("Du ersätter i %(unit)s till och med %(day)s.")
            % {"unit": item.unit.code, "day": format_date(item.valid_through)}
            for item in mine
        ),
        may_appoint=units_to_lend(user).exists(),
    )


def _days(item: Membership, today: date) -> str:
    through = format_date(item.valid_through) if item.valid_through else ""
    if item.valid_from is None or item.valid_from <= today:
        return _("till och med %(day)s") % {"day": through}
    return _("från %(first)s till och med %(day)s") % {"first": format_date(item.valid_from), "day": through}
