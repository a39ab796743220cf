"""What follows from other figures: a share from its counts, the total from women and men. Pure."""

from dataclasses import replace
from decimal import Decimal

from followup.core.numbers import rounded
from indicators.commands.outcomes import Outcome
from indicators.measures import Measure

DECIMALS_OF_A_SHARE = 1
"""Of a share that is computed, where the indicator says nothing of its decimals."""


def share_of(numerator: Decimal, denominator: Decimal, decimals: int | None) -> Decimal:
    """The share in per cent, rounded as the indicator's figures are. The denominator is above zero."""
    places = DECIMALS_OF_A_SHARE if decimals is None else decimals
    return rounded(numerator * 100 / denominator, places).normalize()


def with_share(outcome: Outcome, decimals: int | None) -> Outcome:
    """The outcome with its value, where only the counts behind it are given."""
    if outcome.numerator is None or outcome.denominator is None or not outcome.denominator or not outcome.is_empty:
        return outcome
    return replace(outcome, value=share_of(outcome.numerator, outcome.denominator, decimals))


def with_total(total: Outcome, women: Outcome, men: Outcome, measure: Measure, decimals: int | None) -> Outcome:
    """The total with what women and men say of it, where it says nothing itself.

    Counts add up. A share comes from the counts behind both, which the total is given too where it has none, and no
    other figure for all is ever computed. It is preliminary when one of the parts is.
    """
    if total.words or total.missing_reason or women.value is None or men.value is None:
        return total
    if measure is Measure.SHARE and total.numerator is None and total.denominator is None:
        numerator, denominator = _sum(women.numerator, men.numerator), _sum(women.denominator, men.denominator)
        if numerator is None or not denominator:
            return total
        total = replace(total, numerator=numerator, denominator=denominator)
    if total.value is not None:
        return total
    completed = with_share(total, decimals)
    if measure.adds_up:
        completed = replace(total, value=_sum(women.value, men.value))
    if completed.value is None:
        return total
    is_preliminary = total.is_preliminary or women.is_preliminary or men.is_preliminary
    return replace(completed, is_preliminary=is_preliminary)


def follows_counts(outcome: Outcome, decimals: int | None) -> bool:
    """Whether the value is what its own counts give, so that it goes with them."""
    bare = replace(outcome, value=None)
    return outcome.value is not None and with_share(bare, decimals) == outcome


def follows_parts(total: Outcome, women: Outcome, men: Outcome, measure: Measure, decimals: int | None) -> bool:
    """Whether the total is what women and men give, so that it goes with them."""
    bare = Outcome(remark=total.remark)
    return total.value is not None and with_total(bare, women, men, measure, decimals) == total


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else (one + other).normalize()
