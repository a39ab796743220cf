"""A target in numbers, and whether a figure reaches it. Pure.

A figure that does not reach its target but lies within the tolerance counts as partly: 2 percentage units where figures
are shares, else 5 % of the target. Where a change against the year before is the target, it is turned into the level
that the change would have led to, and only a figure that has moved the right way counts as partly.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import format_number, rounded
from goals.choices import GoalStatus
from indicators.choices import DesiredDirection, MeasuredAgainst
from indicators.measures import Measure, in_words, measure_of

TOLERANCE = Decimal("0.05")
TOLERANCE_OF_A_SHARE = Decimal(2)

_BOUNDS: dict[str, tuple[bool, bool]] = {
    DesiredDirection.INCREASE: (True, False),
    DesiredDirection.DECREASE: (False, True),
    DesiredDirection.MAINTAIN: (True, True),
}
"""Whether the target is a floor and a ceiling. A range without a direction is both."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in numbers: `value`, or `value` through `high`; of a change where `against` says so."""

    value: Decimal
    high: Decimal | None = None
    against: str = MeasuredAgainst.VALUE

    @property
    def is_change(self) -> bool:
        return self.against != MeasuredAgainst.VALUE


@dataclass(frozen=True, slots=True)
class Scale:
    """How an indicator's figures are to be read."""

    unit_of_measure: str = ""
    decimals: int | None = None
    direction: str = ""

    @property
    def measure(self) -> Measure:
        return measure_of(self.unit_of_measure)

    def words(self, value: Decimal) -> str:
        return in_words(value, self.decimals, self.unit_of_measure)

    def direction_of(self, aim: Aim) -> str:
        """Which way is right: the indicator's own, else that of the change that is aimed at."""
        if self.direction in _BOUNDS or not aim.is_change:
            return self.direction
        if not aim.value:
            return DesiredDirection.MAINTAIN
        return DesiredDirection.INCREASE if aim.value > 0 else DesiredDirection.DECREASE


def reached(value: Decimal, aim: Aim, scale: Scale, base: Decimal | None = None) -> GoalStatus | None:
    """Whether the figure reaches the target; `base` is the figure of the year before.

    None where nothing can be said: a change without that figure, a single value that neither way is right of.
    """
    low, high = aim.value, aim.value if aim.high is None else aim.high
    if aim.is_change:
        if base is None:
            return None
        low, high = _level(low, base, aim.against), _level(high, base, aim.against)
        low, high = min(low, high), max(low, high)
    direction = scale.direction_of(aim)
    if aim.high is None and direction not in _BOUNDS:
        return None
    has_floor, has_ceiling = _BOUNDS.get(direction, (True, True))
    value, low, high = (_as_shown(each, scale) for each in (value, low, high))
    too_low = low - value if has_floor else Decimal(0)
    too_high = value - high if has_ceiling else Decimal(0)
    if too_low <= 0 and too_high <= 0:
        return GoalStatus.ACHIEVED
    missed, edge = (too_low, low) if too_low > 0 else (too_high, high)
    tolerance = TOLERANCE_OF_A_SHARE if scale.measure is Measure.SHARE else abs(edge) * TOLERANCE
    is_near = missed <= tolerance and (base is None or not aim.is_change or _moves_towards(value, edge, base))
    return GoalStatus.PARTLY if is_near else GoalStatus.NOT


def aim_words(aim: Aim, scale: Scale, *, is_bound: bool = False) -> str:
    """`80 %`, `80–90 %`, `+5 % mot föregående år`; with `is_bound` which way is right: `minst 80 %`, `högst 30`."""
    if aim.is_change:
        return _("%(change)s mot föregående år") % {"change": _change_words(aim, scale)}
    unit = "%" if scale.measure is Measure.SHARE else ""
    text = format_number((aim.value if aim.high is None else aim.high).normalize(), scale.decimals, unit)
    if aim.high is not None:
        return f"{format_number(aim.value.normalize(), scale.decimals)}–{text}"
    if is_bound and scale.direction == DesiredDirection.INCREASE:
        return _("minst %(number)s") % {"number": text}
    if is_bound and scale.direction == DesiredDirection.DECREASE:
        return _("högst %(number)s") % {"number": text}
    return text


def _change_words(aim: Aim, scale: Scale) -> str:
    in_percent = aim.against == MeasuredAgainst.CHANGE_PERCENT
    decimals, unit = (None, "%") if in_percent else (scale.decimals, "")
    ends = [each for each in (aim.value, aim.high) if each is not None]
    signed = [("+" if each > 0 else "") + format_number(each.normalize(), decimals, unit) for each in ends]
    text = " – ".join(signed)
    if not in_percent and scale.measure is Measure.SHARE:
        return _("%(change)s procentenheter") % {"change": text}
    return text


def _level(change: Decimal, base: Decimal, against: str) -> Decimal:
    return base + abs(base) * change / 100 if against == MeasuredAgainst.CHANGE_PERCENT else base + change


def _as_shown(value: Decimal, scale: Scale) -> Decimal:
    return value if scale.decimals is None else rounded(value, scale.decimals)


def _moves_towards(value: Decimal, level: Decimal, base: Decimal) -> bool:
    return (value - base) * (level - base) > 0
