"""What a reader who adds and subtracts can work out of the figures that are shown: the range of each hidden one. Pure.

The hidden figures are unknowns, none below zero, and each relation is an equation. The least and the greatest value
that an unknown can have are found by the simplex method in fractions, so nothing is rounded away.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reports.build.suppression.relations import Amounts, Key, Relation

_ZERO, _ONE = Fraction(0), Fraction(1)

Row = list[Fraction]


@dataclass(frozen=True, slots=True)
class Equations:
    """`rows` hold a coefficient for each unknown and last what they come to. `places` are the unknowns' columns."""

    places: Mapping[Key, int]
    width: int
    rows: tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True, slots=True)
class Range:
    """`greatest` is None where nothing holds it back."""

    least: Fraction
    greatest: Fraction | None

    def is_narrower_than(self, width: int) -> bool:
        return self.greatest is not None and self.greatest - self.least < width


def equations(amounts: Amounts, relations: Sequence[Relation], hidden: Collection[Key], about: Key) -> Equations:
    """Of the relations that hang together with the hidden figure `about` through other hidden ones."""
    near = _connected(relations, hidden, about)
    unknown = list(dict.fromkeys(key for relation in near for key in relation.keys if key in hidden))
    places = {key: place for place, key in enumerate(unknown)}
    rests = sum(relation.has_rest for relation in near)
    width = len(unknown) + rests
    rows, rest = [], len(unknown)
    for relation in near:
        row = [_ZERO] * (width + 1)
        for key, sign in ((relation.total, _ONE), *((part, -_ONE) for part in relation.parts)):
            amount = amounts[key]
            if key in hidden:
                row[places[key]] += sign
            elif amount is not None:
                row[-1] -= sign * amount
        if relation.has_rest:
            row[rest] = -_ONE
            rest += 1
        rows.append(tuple(row))
    return Equations(places, width, tuple(rows))


def _connected(relations: Sequence[Relation], hidden: Collection[Key], about: Key) -> list[Relation]:
    of: dict[Key, list[Relation]] = {}
    for relation in relations:
        for key in relation.keys:
            of.setdefault(key, []).append(relation)
    seen, waiting, found = {about}, [about], {}
    while waiting:
        for relation in of.get(waiting.pop(), ()):
            found[relation] = None
            further = [key for key in relation.keys if key in hidden and key not in seen]
            seen.update(further)
            waiting += further
    return list(found)


def range_of(key: Key, known: Equations) -> Range:
    """Contradictory equations leave the range open: they tell nobody anything."""
    if key not in known.places:
        return Range(_ZERO, None)
    place = known.places[key]
    tableau = _feasible(known)
    if tableau is None:
        return Range(_ZERO, None)
    greatest = tableau.copy().most(place, _ONE)
    least = tableau.most(place, -_ONE)
    return Range(_ZERO if least is None else -least, greatest)


class _Tableau:
    """Rows in canonical form: each basic column is one in its own row, zero elsewhere; no right side is negative."""

    def __init__(self, rows: list[Row], basis: list[int], width: int) -> None:
        self.rows, self.basis, self.width = rows, basis, width

    def copy(self) -> "_Tableau":
        return _Tableau([row[:] for row in self.rows], self.basis[:], self.width)

    def most(self, place: int, sign: Fraction) -> Fraction | None:
        """The greatest value of `sign` times the unknown; None where there is none."""
        objective = [_ZERO] * (self.width + 1)
        objective[place] = sign
        return self.maximise(objective)

    def maximise(self, objective: Row) -> Fraction | None:
        """Bland's rule, which never goes in a circle: the first column that helps, the first row that gives way."""
        costs = objective[:]
        for row, basic in zip(self.rows, self.basis, strict=True):
            _subtract(costs, row, costs[basic])
        while (entering := next((place for place in range(self.width) if costs[place] > 0), None)) is not None:
            limits = [
                (row[-1] / row[entering], self.basis[number], number)
                for number, row in enumerate(self.rows)
                if row[entering] > 0
            ]
            if not limits:
                return None
            leaving = min(limits)[2]
            self.exchange(leaving, entering)
            _subtract(costs, self.rows[leaving], costs[entering])
        return -costs[-1]

    def exchange(self, number: int, entering: int) -> None:
        pivot = self.rows[number][entering]
        self.rows[number] = [value / pivot for value in self.rows[number]]
        for other, row in enumerate(self.rows):
            if other != number:
                _subtract(row, self.rows[number], row[entering])
        self.basis[number] = entering


def _feasible(known: Equations) -> _Tableau | None:
    """Some solution without a negative unknown, found with a helping unknown for each row; None without any."""
    height, width = len(known.rows), known.width
    rows = []
    for number, row in enumerate(known.rows):
        sign = -1 if row[-1] < 0 else 1
        helping = [_ONE if each == number else _ZERO for each in range(height)]
        rows.append([*(sign * value for value in row[:-1]), *helping, sign * row[-1]])
    tableau = _Tableau(rows, list(range(width, width + height)), width + height)
    if tableau.maximise([*[_ZERO] * width, *[-_ONE] * height, _ZERO]) != 0:
        return None
    for number in range(height):
        if tableau.basis[number] >= width:
            entering = next((place for place in range(width) if tableau.rows[number][place]), None)
            if entering is not None:
                tableau.exchange(number, entering)
    kept = [number for number in range(height) if tableau.basis[number] < width]
    left = [[*tableau.rows[number][:width], tableau.rows[number][-1]] for number in kept]
    return _Tableau(left, [tableau.basis[number] for number in kept], width)


def _subtract(row: Row, other: Row, times: Fraction) -> None:
    if times:
        for place, value in enumerate(other):
            if value:
                row[place] -= times * value
