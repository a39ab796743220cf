"""An axis: from which number to which, and the round numbers marked on it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_WANTED_STEPS = 4
_STARTS_AT_ZERO = Decimal("0.6")


@dataclass(frozen=True, slots=True)
class Scale:
    """`low` < `high`; the ticks are evenly spaced, with as many decimals as their step needs."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    decimals: int

    def place(self, value: Decimal, start: float, end: float) -> float:
        """Where the value lies between `start` (at `low`) and `end` (at `high`)."""
        return start + float((value - self.low) / (self.high - self.low)) * (end - start)


def scale_for(values: Sequence[Decimal], *, from_zero: bool = False) -> Scale:
    """A scale that holds every value, with zero where it is asked for or is not far away.

    Zero is far away where the lowest value is more than 60 % of the highest: then the axis shows what differs. Whole
    numbers alone get whole ticks. No values give the scale from 0 to 1.
    """
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    if from_zero or _is_near_zero(low, high):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        around = abs(low) / 10 or Decimal(1)
        low, high = (low - around if low else low), high + around
    step = _step((high - low) / _WANTED_STEPS, whole=all(value == value.to_integral_value() for value in values))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    ticks = tuple((first + number) * step for number in range(int(last - first) + 1))
    return Scale(ticks[0], ticks[-1], ticks, max(0, -int(step.normalize().as_tuple().exponent)))


def _is_near_zero(low: Decimal, high: Decimal) -> bool:
    nearest, farthest = sorted((abs(low), abs(high)))
    return low * high <= 0 or nearest <= farthest * _STARTS_AT_ZERO


def _step(rough: Decimal, *, whole: bool) -> Decimal:
    """The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not less than `rough`; a whole number if asked."""
    rough = max(rough, Decimal(1)) if whole else rough
    power = Decimal(1).scaleb(rough.adjusted())
    steps = (step * power for step in _STEPS)
    return next(step for step in steps if step >= rough and not (whole and step % 1))
