"""A figure beside its target and the last figure of its series, in words. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import format_number
from goals.choices import GoalStatus
from indicators.aims import Aim, Scale, aim_words, reached
from indicators.measures import Measure, in_words


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier figure of a series; `when` is its period in words."""

    value: Decimal
    when: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What a figure is compared with: target, the figure of the year before, and all earlier ones, oldest first.

    `is_part`: there is a target, but what is counted here is only a part of what it is set for; `aim` is then None.
    """

    aim: Aim | None = None
    base: Decimal | None = None
    past: tuple[Past, ...] = ()
    is_part: bool = False

    @property
    def last(self) -> Past | None:
        return self.past[-1] if self.past else None


def comparison(value: Decimal, standing: Standing, scale: Scale) -> str:
    """`når målet 80 %, 3,1 procentenheter upp sedan 2016`; empty where there is nothing to compare with."""
    parts = [_against_aim(value, standing, scale), _since_last(value, standing.last, scale)]
    return ", ".join(part for part in parts if part)


def _against_aim(value: Decimal, standing: Standing, scale: Scale) -> str:
    if standing.aim is None:
        return ""
    aim = {"aim": aim_words(standing.aim, scale)}
    match reached(value, standing.aim, scale, standing.base):
        case GoalStatus.ACHIEVED:
            return _("når målet %(aim)s") % aim
        case GoalStatus.PARTLY:
            return _("nära målet %(aim)s") % aim
        case GoalStatus.NOT:
            return _("når inte målet %(aim)s") % aim
        case _:
            return _("målet är %(aim)s") % aim


def _since_last(value: Decimal, last: Past | None, scale: Scale) -> str:
    if last is None:
        return ""
    change = value - last.value
    if not change:
        return _("oförändrat sedan %(when)s") % {"when": last.when}
    if scale.measure is Measure.SHARE:
        size = _("%(number)s procentenheter") % {"number": format_number(abs(change).normalize(), None)}
    else:
        size = in_words(abs(change), None, scale.unit_of_measure)
    if change > 0:
        return _("%(size)s upp sedan %(when)s") % {"size": size, "when": last.when}
    return _("%(size)s ned sedan %(when)s") % {"size": size, "when": last.when}
