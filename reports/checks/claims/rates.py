"""`37 brukare, 108 avbokningar = 2,9 avbokningar/brukare`: an average beside the two counts it is made of. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from followup.core.numbers import format_number
from reports.checks.claims.passages import Claim, Passage
from reports.checks.claims.working import compared
from reports.checks.prose import Quantity

_NEAR = 90
"""How many characters before the average its counts may begin."""


def rates(passage: Passage) -> Iterator[Claim]:
    for place, rate in enumerate(passage.quantities):
        if not rate.noun or not rate.per or rate.hedge:
            continue
        counts = [each for each in passage.quantities[max(0, place - 2) : place] if rate.start - each.start <= _NEAR]
        number, by = _counting(counts, rate.noun), _counting(counts, rate.per)
        if number is None or by is None or not by.value:
            continue
        outcome = compared(rate, (number, by), lambda some, each: Decimal(some) / each)
        yield Claim(
            said=passage.quote(min(number.start, by.start), rate.end + 1 + len(rate.noun) + 1 + len(rate.per)),
            fact=f"{_whole(number)} / {_whole(by)} = {format_number(outcome.expected, rate.decimals)}",
            outcome=outcome,
        )


def _counting(quantities: list[Quantity], noun: str) -> Quantity | None:
    return next((each for each in quantities if each.noun == noun and each.is_count and not each.hedge), None)


def _whole(count: Quantity) -> str:
    return format_number(count.value, None)
