"""Swedish personal identity numbers and co-ordination numbers in running text. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_ADDED_TO_DAY = 60
_OLDEST = 120
_NUMBER = re.compile(
    r"(?<![\w,.:/+-])(?P<century>18|19|20)?(?P<date>\d{6})(?P<mark>[-+\u2010-\u2015\u2212]|[ \u00a0])?(?P<last>\d{4})"
    r"(?![\w/]|[,.:-]\d)"
)


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """`start` and `end` are where it stands in the text; a co-ordination number has 60 added to the day."""

    start: int
    end: int
    is_coordination: bool
    masked: str


def identity_numbers(text: str, today: date) -> Iterator[IdentityNumber]:
    """Those whose check digit is right and whose date has been, in 10 or 12 digits; `today` is the latest birthday.

    Digits that happen to look like one (a registry number, an amount, an organisation number) have a month above 12, no
    such day or another check digit, all but one in some thousands.
    """
    for found in _NUMBER.finditer(text):
        digits = found["date"] + found["last"]
        day = int(digits[4:6])
        is_coordination = day > _ADDED_TO_DAY
        if found["mark"] in {" ", "\u00a0"} and not found["century"] and digits.startswith("0"):
            continue
        if has_check_digit(digits) and _was_born(found["century"], digits, day % _ADDED_TO_DAY, today):
            shown = f"{found['century'] or ''}{digits[:2]}••••-••••"
            yield IdentityNumber(*found.span(), is_coordination, shown)


def has_check_digit(digits: str) -> bool:
    """Luhn's sum over ten digits, the first doubled."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _was_born(century: str | None, digits: str, day: int, today: date) -> bool:
    centuries = (century,) if century else ("19", "20")
    year, month = digits[:2], int(digits[2:4])
    return any(_is_birthday(int(hundred + year), month, day, today) for hundred in centuries)


def _is_birthday(year: int, month: int, day: int, today: date) -> bool:
    try:
        born = date(year, month, day)
    except ValueError:
        return False
    return born <= today and today.year - year <= _OLDEST
