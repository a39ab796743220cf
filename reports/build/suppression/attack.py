"""What a reader who adds and subtracts can work out of the figures that are shown: the range of each hidden one. Pure.

The hidden figures are unknowns, none below zero, and each relation between them is an equation.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from reports.build.suppression.relations import Amounts, Key, Relation
from reports.build.suppression.simplex import Number, Row, Tableau, feasible

MOST_UNKNOWN = 200
"""More that hang together take too long to solve, and count as known: then all of them are hidden at last."""


@dataclass(frozen=True, slots=True)
class Range:
    """`greatest` is None where nothing holds it back."""

    least: Number
    greatest: Number | None

    def is_narrower_than(self, width: int) -> bool:
        return self.greatest is not None and self.greatest - self.least < width


_OPEN, _CLOSED = Range(0, None), Range(0, 0)
"""Nothing is shown that hems it in, or the equations contradict each other; and as good as known."""


@dataclass(frozen=True, slots=True)
class _Solved:
    """What hangs together through hidden figures: their columns, and a solution or what is known without one."""

    places: dict[Key, int]
    tableau: Tableau | None
    known: Range


@dataclass(slots=True)
class Attack:
    """On the figures that are shown when `hidden` are not. Each group that hangs together is solved once."""

    amounts: Amounts
    relations: Sequence[Relation]
    hidden: Collection[Key]
    _of: dict[Key, list[Relation]] = field(default_factory=dict)
    _solved: dict[Key, _Solved] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for relation in self.relations:
            for key in relation.keys:
                self._of.setdefault(key, []).append(relation)

    def range_of(self, key: Key, enough: int | None = None) -> Range:
        """Of a hidden figure; with `enough` the greatest is not sought further than so far above the least."""
        solved = self._solved.get(key) or self._solve(key)
        if solved.tableau is None:
            return solved.known
        place = solved.places[key]
        least = -(solved.tableau.copy().maximise({place: -1}) or 0)
        wanted = None if enough is None else least + enough
        return Range(least, solved.tableau.copy().maximise({place: 1}, wanted))

    def _solve(self, about: Key) -> _Solved:
        near = self._connected(about)
        places: dict[Key, int] = {about: 0}
        for relation in near:
            for key in relation.keys:
                if key in self.hidden:
                    places.setdefault(key, len(places))
        if all(key in self.hidden for relation in near for key in relation.keys):
            return self._keep(_Solved(places, None, _OPEN))
        if len(places) > MOST_UNKNOWN:
            return self._keep(_Solved(places, None, _CLOSED))
        rows, sides = [], []
        rest = len(places)
        for relation in near:
            row, side = self._equation(relation, places)
            if relation.has_rest:
                row[rest] = -1
                rest += 1
            rows.append(row)
            sides.append(side)
        return self._keep(_Solved(places, feasible(rows, sides), _OPEN))

    def _keep(self, solved: _Solved) -> _Solved:
        self._solved.update(dict.fromkeys(solved.places, solved))
        return solved

    def _equation(self, relation: Relation, places: dict[Key, int]) -> tuple[Row, Number]:
        row: Row = {}
        side: Number = 0
        for key, sign in ((relation.total, 1), *((part, -1) for part in relation.parts)):
            amount = self.amounts[key]
            if key in places:
                row[places[key]] = sign
            elif amount is not None:
                side -= sign * (amount.numerator if amount.denominator == 1 else amount)
        return row, side

    def _connected(self, about: Key) -> list[Relation]:
        seen, waiting = {about}, [about]
        found: dict[Relation, None] = {}
        while waiting:
            for relation in self._of.get(waiting.pop(), ()):
                found[relation] = None
                further = [key for key in relation.keys if key in self.hidden and key not in seen]
                seen.update(further)
                waiting += further
        return list(found)
