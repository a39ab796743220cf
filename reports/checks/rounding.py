"""Whether numbers that were rounded before they were written can add up, or have a mean in between. Pure."""

from collections.abc import Collection, Iterable
from decimal import Decimal

from reports.build.figures import places

_HALF = Decimal("0.5")


def half_unit(decimals: int) -> Decimal:
    """Of the last of so many decimals: so far a number that is written with them may be from what was counted."""
    return _HALF.scaleb(-decimals)


def half_of_last(value: Decimal, decimals: int = 0) -> Decimal:
    """Of the last decimal that the number, or its kind, has."""
    return half_unit(max(places(value), decimals))


def slack(values: Iterable[Decimal]) -> Decimal:
    """How far apart the two sides of a sum may be when each of its numbers has been rounded, whole numbers excepted."""
    return sum((half_of_last(value) for value in values if places(value)), Decimal(0))


def adds_up(whole: Decimal, parts: Collection[Decimal], slack: Decimal) -> bool:
    return abs(whole - sum(parts, Decimal(0))) <= slack


def lies_between(whole: Decimal, parts: Collection[Decimal], decimals: int = 0, *, may_touch: bool = True) -> bool:
    """Whether all of it can be a mean of its parts, each rounded by itself and perhaps more than once.

    Rounded once and in one way, the mean is never a whole unit of the last decimal outside them: then they may not so
    much as touch.
    """
    low, high, half = min(parts), max(parts), half_of_last(whole, decimals)
    below = low - half_of_last(low, decimals) - whole - half
    above = whole - half - high - half_of_last(high, decimals)
    return max(below, above) < 0 or (may_touch and max(below, above) == 0)
