"""Figures that are asked about before they are saved, since they look like a slip of the hand. Pure.

Nothing is refused: whoever says that the figure is right gets it saved.
"""

from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import format_number, rounded
from indicators.aims import Scale
from indicators.commands.outcomes import Outcome
from indicators.comparison import Standing
from indicators.completion import share_of
from indicators.measures import Measure

LEAP = 8
"""How many times the last figure, or what part of it, is asked about."""

_SLIPS_OF_A_SHARE = (Decimal(100), Decimal("0.01"))
_SLIPS = (Decimal(1000), Decimal("0.001"), Decimal(1000000), Decimal("0.000001"))
"""What a figure is out by in the wrong unit: a share as a fraction; ones, thousands and millions for each other."""
_CLOSE = 2


def questions(outcome: Outcome, standing: Standing, scale: Scale) -> list[str]:
    """What to ask about a figure by itself."""
    value = outcome.value
    if value is None or outcome.words:
        return []
    asked = [_size(value, standing, scale)]
    if scale.measure is Measure.SHARE:
        asked += [_bounds(value, standing), _counts(outcome, value)]
    return [question for question in asked if question]


def question_of_total(total: Outcome, women: Outcome, men: Outcome, scale: Scale) -> str:
    """What to ask about the figure for all beside those for women and men; empty for nothing."""
    if total.value is None or women.value is None or men.value is None:
        return ""
    if any(outcome.words for outcome in (total, women, men)):
        return ""
    parts = {"women": _exact(women.value, scale), "men": _exact(men.value, scale), "total": _exact(total.value, scale)}
    if scale.measure.adds_up and total.value != women.value + men.value:
        parts["sum"] = _exact(women.value + men.value, scale)
        return _("Kvinnor %(women)s och män %(men)s blir tillsammans %(sum)s. Stämmer %(total)s?") % parts
    low, high = sorted((women.value, men.value))
    if scale.measure.lies_between and not low <= total.value <= high:
        return _("Totalen brukar ligga mellan kvinnor %(women)s och män %(men)s. Stämmer %(total)s?") % parts
    return ""


def leaps(value: Decimal, last: Decimal) -> bool:
    """Eight times or more, either way. From and to zero, and over it, there is no telling."""
    if value * last <= 0:
        return False
    small, large = sorted((abs(value), abs(last)))
    return large >= LEAP * small


def _size(value: Decimal, standing: Standing, scale: Scale) -> str:
    """A leap from the last figure; for the first of a series, what looks like the wrong unit beside its target."""
    last = standing.last
    aim = standing.aim
    if last is not None:
        if not leaps(value, last.value):
            return ""
        said = _("Förra värdet var %(known)s.") % {"known": _exact(last.value, scale)}
        meant = _meant(value, last.value, scale)
    elif aim is not None and not aim.is_change and (meant := _meant(value, aim.value, scale)) is not None:
        said = _("Målet är %(known)s.") % {"known": _exact(aim.value, scale)}
    else:
        return ""
    typed = {"value": _exact(value, scale)}
    if meant is None:
        return f"{said} {_('Stämmer %(value)s?') % typed}"
    typed["meant"] = _exact(meant, scale)
    return f"{said} {_('Stämmer %(value)s, eller ska det vara %(meant)s?') % typed}"


def _meant(value: Decimal, known: Decimal, scale: Scale) -> Decimal | None:
    """What the figure would be in the right unit: that which comes within double or half of the known one."""
    if value * known <= 0:
        return None
    slips = _SLIPS_OF_A_SHARE if scale.measure is Measure.SHARE else _SLIPS
    for meant in (value * slip for slip in slips):
        if abs(known) / _CLOSE <= abs(meant) <= abs(known) * _CLOSE:
            return meant
    return None


def _bounds(value: Decimal, standing: Standing) -> str:
    """A share outside 0–100 %, in a series that has not been there before."""
    shown = {"value": format_number(value, None, "%")}
    if value > 100 and not any(past.value > 100 for past in standing.past):
        return _("En andel är högst 100 %%. Stämmer %(value)s?") % shown
    if value < 0 and not any(past.value < 0 for past in standing.past):
        return _("En andel är inte mindre än noll. Stämmer %(value)s?") % shown
    return ""


def _counts(outcome: Outcome, value: Decimal) -> str:
    """A share that is not what its counts give, rounded as it is written."""
    numerator, denominator = outcome.numerator, outcome.denominator
    if numerator is None or not denominator:
        return ""
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    if share_of(numerator, denominator, places) == rounded(value, places).normalize():
        return ""
    return _("%(numerator)s av %(denominator)s är %(share)s. Stämmer %(value)s?") % {
        "numerator": format_number(numerator, None),
        "denominator": format_number(denominator, None),
        "share": format_number(share_of(numerator, denominator, places + 1), None, "%"),
        "value": format_number(value, None, "%"),
    }


def _exact(value: Decimal, scale: Scale) -> str:
    """As it was typed: rounding would hide what is asked about."""
    return Scale(scale.unit_of_measure).words(value)
