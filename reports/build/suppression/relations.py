"""What adds up to what among the figures of one indicator: women and men, units, submeasures, periods. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from followup.core.choices import Sex

_DAY = timedelta(days=1)
_SEXES = (Sex.WOMEN.value, Sex.MEN.value)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Where a figure stands. `unit_id` 0 is the committee as a whole."""

    period_from: date
    period_through: date
    unit_id: int
    submeasure: str
    sex: str


Amounts = Mapping[Key, Fraction | None]
"""How many each figure stands for; None where somebody has hidden it before, so that nobody here knows."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The total is the parts together, and where `has_rest` some more that stand in no part."""

    total: Key
    parts: tuple[Key, ...]
    has_rest: bool = False

    @property
    def keys(self) -> tuple[Key, ...]:
        return (self.total, *self.parts)


def absent_sexes(amounts: Amounts) -> dict[Key, Fraction]:
    """Women or men that stand nowhere but follow from the total and the other sex."""
    found = {}
    for key, amount in amounts.items():
        for shown, absent in (_SEXES, reversed(_SEXES)):
            part, other = replace(key, sex=shown), replace(key, sex=absent)
            known = amounts.get(part)
            if key.sex != Sex.TOTAL or other in amounts or amount is None or known is None:
                continue
            if amount >= known:
                found[other] = amount - known
    return found


def relations(amounts: Amounts, parents: Mapping[int, int]) -> list[Relation]:
    """Those that hold between the figures. `parents` has the unit above each unit, 0 for the topmost.

    People who belong to no unit or have no sex given are a rest. Submeasures and periods may be anything, so they are
    held to add up only where they do so exactly, or where a figure is hidden and they might.
    """
    found: list[Relation] = []
    for total, parts, may_have_rest in _candidates(amounts, parents):
        gap = _gap(amounts, total, parts)
        if gap is None or gap == 0:
            found.append(Relation(total, parts))
        elif gap > 0 and may_have_rest:
            found.append(Relation(total, parts, has_rest=True))
    return found


def _gap(amounts: Amounts, total: Key, parts: Sequence[Key]) -> Fraction | None:
    """How much of the total stands in no part: None where that cannot be known, negative where it cannot be a total."""
    whole = amounts[total]
    known = [amount for part in parts if (amount := amounts[part]) is not None]
    if whole is None:
        return None
    gap = whole - sum(known, Fraction(0))
    return None if len(known) < len(parts) and gap >= 0 else gap


def _candidates(amounts: Amounts, parents: Mapping[int, int]) -> Iterator[tuple[Key, tuple[Key, ...], bool]]:
    """A total, its parts (at least two, but of units one is enough), and whether there may be a rest."""
    for key in amounts:
        if key.sex == Sex.TOTAL:
            sexes = tuple(part for sex in _SEXES if (part := replace(key, sex=sex)) in amounts)
            if len(sexes) == len(_SEXES):
                yield key, sexes, True
        if units := _units_below(amounts, key, parents):
            yield key, units, True
    for group in _groups(amounts, lambda key: replace(key, submeasure="")):
        for total in group:
            parts = tuple(part for part in group if part != total and part.submeasure)
            if len(parts) > 1:
                yield total, parts, False
    for group in _groups(amounts, lambda key: replace(key, period_from=date.min, period_through=date.min)):
        yield from _spans(group)


def _groups(amounts: Amounts, name: Callable[[Key], Key]) -> Iterable[list[Key]]:
    found: dict[Key, list[Key]] = {}
    for key in amounts:
        found.setdefault(name(key), []).append(key)
    return found.values()


def _units_below(amounts: Amounts, key: Key, parents: Mapping[int, int]) -> tuple[Key, ...]:
    """The units nearest below that have a figure of the same thing."""
    found = []
    for unit_id in parents:
        part, above = replace(key, unit_id=unit_id), parents[unit_id]
        if part not in amounts or unit_id == key.unit_id:
            continue
        while above and above != key.unit_id and replace(key, unit_id=above) not in amounts:
            above = parents.get(above, 0)
        if above == key.unit_id:
            found.append(part)
    return tuple(found)


def _spans(group: Sequence[Key]) -> Iterator[tuple[Key, tuple[Key, ...], bool]]:
    """Each period with those of one length that together fill it, and with each two that do."""
    starts: dict[date, list[Key]] = {}
    for key in group:
        starts.setdefault(key.period_from, []).append(key)
    for total in group:
        for first in starts[total.period_from]:
            if first.period_through >= total.period_through:
                continue
            for second in starts.get(first.period_through + _DAY, ()):
                if second.period_through == total.period_through:
                    yield total, (first, second), False
            row = _row(total, first, starts)
            if len(row) > 2:
                yield total, row, False


def _row(total: Key, first: Key, starts: Mapping[date, Sequence[Key]]) -> tuple[Key, ...]:
    """From the first on, each as many months long, until the total is filled; empty where one is missing."""
    row = [first]
    while row[-1].period_through < total.period_through:
        following = [key for key in starts.get(row[-1].period_through + _DAY, ()) if _months(key) == _months(first)]
        if not following:
            return ()
        row.append(following[0])
    return tuple(row) if row[-1].period_through == total.period_through else ()


def _months(key: Key) -> int:
    return 12 * (key.period_through.year - key.period_from.year) + key.period_through.month - key.period_from.month
