"""The greatest value that equations leave an unknown, exactly: the simplex method on whole numbers and fractions.

Rows are sparse (column → coefficient), and whole as long as they can be, which sums of sums nearly always are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Number = int | Fraction
Row = dict[int, Number]


@dataclass(slots=True)
class Tableau:
    """A solution without a negative unknown: each basic column is one in its own row and nothing in the others."""

    rows: list[Row]
    sides: list[Number]
    basis: list[int]

    def copy(self) -> "Tableau":
        return Tableau([row.copy() for row in self.rows], self.sides[:], self.basis[:])

    def maximise(self, objective: Mapping[int, Number], enough: Number | None = None) -> Number | None:
        """The greatest value, or one that is at least `enough`; None where nothing holds it back.

        Bland's rule, which never goes in a circle: the first column that helps, the first basic one that gives way.
        """
        costs, value = dict(objective), Fraction(0)
        for row, side, basic in zip(self.rows, self.sides, self.basis, strict=True):
            value += costs.get(basic, 0) * side
            _subtract(costs, row, costs.get(basic, 0))
        while (entering := min((place for place, cost in costs.items() if cost > 0), default=None)) is not None:
            if enough is not None and value >= enough:
                break
            limits = [
                (_quotient(side, row[entering]), basic, number)
                for number, (row, side, basic) in enumerate(zip(self.rows, self.sides, self.basis, strict=True))
                if row.get(entering, 0) > 0
            ]
            if not limits:
                return None
            leaving = min(limits)[2]
            self.exchange(leaving, entering)
            value += costs[entering] * self.sides[leaving]
            _subtract(costs, self.rows[leaving], costs[entering])
        return value

    def exchange(self, number: int, entering: int) -> None:
        pivot = self.rows[number][entering]
        if pivot != 1:
            self.rows[number] = {place: _quotient(value, pivot) for place, value in self.rows[number].items()}
            self.sides[number] = _quotient(self.sides[number], pivot)
        for other, row in enumerate(self.rows):
            if other != number and (times := row.get(entering, 0)):
                self.sides[other] -= times * self.sides[number]
                _subtract(row, self.rows[number], times)
        self.basis[number] = entering


def feasible(rows: Sequence[Mapping[int, Number]], sides: Sequence[Number]) -> Tableau | None:
    """Some solution of the equations, found with a helping unknown for each; None where they contradict each other."""
    first = 1 + max((place for row in rows for place in row), default=-1)
    tableau = Tableau([], [], [])
    for number, (row, side) in enumerate(zip(rows, sides, strict=True)):
        sign = -1 if side < 0 else 1
        tableau.rows.append({place: sign * value for place, value in row.items() if value} | {first + number: 1})
        tableau.sides.append(sign * side)
        tableau.basis.append(first + number)
    if tableau.maximise({first + number: -1 for number in range(len(rows))}) != 0:
        return None
    for number, row in enumerate(tableau.rows):
        own = [place for place in row if place < first]
        if tableau.basis[number] >= first and own:
            tableau.exchange(number, min(own))
    kept = [number for number, basic in enumerate(tableau.basis) if basic < first]
    return Tableau(
        rows=[{place: value for place, value in tableau.rows[number].items() if place < first} for number in kept],
        sides=[tableau.sides[number] for number in kept],
        basis=[tableau.basis[number] for number in kept],
    )


def _subtract(row: Row, other: Mapping[int, Number], times: Number) -> None:
    """Take another row so many times from this one, and leave no zeros in it."""
    if not times:
        return
    for place, value in other.items():
        left = row.get(place, 0) - times * value
        if left:
            row[place] = left
        else:
            row.pop(place, None)


def _quotient(value: Number, divisor: Number) -> Number:
    if divisor == 1:
        return value
    if divisor == -1:
        return -value
    found = Fraction(value) / divisor
    return found.numerator if found.denominator == 1 else found
