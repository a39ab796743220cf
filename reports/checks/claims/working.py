"""Whether a number that a text gives agrees with what its own other numbers make it. Pure.

Every number may have been rounded before it was written: it stands for what lies within half a unit of its last
decimal. Counts of things are exact.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import Enum

from followup.core.numbers import format_number, rounded
from reports.checks.prose import Quantity
from reports.checks.rounding import half_unit

_MORE_DECIMALS = 1


class Verdict(Enum):
    """`CUT`: it would be right had decimals been cut off instead of rounded."""

    AGREES = "agrees"
    CUT = "cut"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`expected` is what it should be, as precisely as the number was written."""

    verdict: Verdict
    expected: Decimal


def compared(
    given: Quantity, parts: tuple[Quantity, ...], work: Callable[..., Decimal], *, measured: bool = False
) -> Outcome:
    """`given` beside what `work` makes of the parts, which it is monotonic in each of.

    With `measured` the parts that are whole numbers may be rounded too: days and means, not persons.
    """
    exact = work(*(part.value for part in parts))
    corners = [[part.value] if part.is_count and not measured else list(_ends(part)) for part in parts]
    ends = [work(*corner) for corner in _product(corners)]
    low, high = _ends(given)
    expected = rounded(exact, given.decimals)
    if min(ends) <= high and max(ends) >= low:
        return Outcome(Verdict.AGREES, expected)
    cut = exact.quantize(Decimal(1).scaleb(-given.decimals), ROUND_DOWN)
    return Outcome(Verdict.CUT if cut == given.value else Verdict.DIFFERS, expected)


def shown(value: Decimal, like: Quantity) -> str:
    """The number with the decimals and the unit of the one that was written."""
    text = format_number(value, like.decimals, like.unit)
    return text if like.unit in ("", "%") else f"{text} {like.unit}"


def written(quantity: Quantity, unit: str) -> str:
    """As it stands in the text, with the unit in its usual spelling: `1 049`, `81 %`, `25 dagar`."""
    number = format_number(quantity.value, quantity.decimals, unit)
    return number if unit in ("", "%") else f"{number} {unit}"


def _ends(quantity: Quantity) -> tuple[Decimal, Decimal]:
    half = half_unit(quantity.decimals)
    return quantity.value - half, quantity.value + half


def _product(corners: list[list[Decimal]]) -> list[list[Decimal]]:
    found: list[list[Decimal]] = [[]]
    for values in corners:
        found = [[*before, value] for before in found for value in values]
    return found
