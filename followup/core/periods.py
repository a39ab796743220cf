"""The periods that figures belong to: a year, a tertial, a quarter, a month or a range of months."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import Literal

from django.utils.translation import gettext as _

from followup.core.dates import month_name

Frequency = Literal["month", "quarter", "tertial", "year"]

FIRST_YEAR = 1900

_CODE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:(?P<part>T[1-3]|K[1-4])|-(?P<month>[0-9]{2})(?:\.\.(?P<to_year>[0-9]{4})-(?P<to_month>[0-9]{2}))?)?"
)
_MONTHS_OF_PART = {"T": 4, "K": 3}


class PeriodFault(ValueError):
    """A text that is no period; the message is for the person who typed it."""


@total_ordering
@dataclass(frozen=True)
class Period:
    """Whole months from `first` through `last` (inclusive), and the code that the person wrote.

    `2022T2` and `2022-05..2022-08` cover the same days but are two periods: the code is kept as it was decided.
    In order: by first day, then last, so that January comes before January–August; the code settles the rest.
    """

    first: date
    last: date
    code: str

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return (self.first, self.last, self.code) < (other.first, other.last, other.code)

    def __str__(self) -> str:
        return self.code

    def label(self) -> str:
        """`2022`, `tertial 2 2022`, `kvartal 3 2022`, `augusti 2022`, `januari–augusti 2022`."""
        year = self.first.year
        first, last = month_name(self.first.month), month_name(self.last.month)
        if "T" in self.code:
            return _("tertial %(number)s %(year)d") % {"number": self.code[-1], "year": year}
        if "K" in self.code:
            return _("kvartal %(number)s %(year)d") % {"number": self.code[-1], "year": year}
        if "-" not in self.code:
            return str(year)
        if year != self.last.year:
            return f"{first} {year} – {last} {self.last.year}"
        return f"{first} {year}" if first == last else f"{first}–{last} {year}"

    def previous_year(self) -> "Period":
        """The same part of the year before. Raises PeriodFault before the first year there is."""
        return parse_period(re.sub(r"[0-9]{4}", lambda year: f"{int(year[0]) - 1:04d}", self.code))


@lru_cache(maxsize=1000)
def parse_period(text: str) -> Period:
    """The period of a code: `2022`, `2022T2`, `2022K3`, `2022-08` or `2022-01..2022-08`; t and k may be small.

    Raises PeriodFault for anything else.
    """
    code = text.strip().upper()
    shape = _CODE.fullmatch(code)
    if shape is None:
        raise _fault(text)
    year, part, month = int(shape["year"]), shape["part"], shape["month"]
    if part:
        length = _MONTHS_OF_PART[part[0]]
        through = (year, int(part[1]) * length)
        since = (year, through[1] - length + 1)
    elif month:
        since = (year, int(month))
        through = (int(shape["to_year"]), int(shape["to_month"])) if shape["to_year"] else since
    else:
        since, through = (year, 1), (year, 12)
    if year < FIRST_YEAR or through < since or not (1 <= since[1] <= 12 and 1 <= through[1] <= 12):
        raise _fault(text)
    return Period(date(*since, 1), date(*through, calendar.monthrange(*through)[1]), code)


def period_of(frequency: Frequency, as_of: date) -> Period:
    """The period that a follow-up as of a date concerns: the month, quarter or tertial that holds the date.

    Of a year only what has been: January through the month of the date, and the whole year from December on.
    """
    year, month = as_of.year, as_of.month
    match frequency:
        case "month":
            code = f"{year}-{month:02d}"
        case "quarter":
            code = f"{year}K{(month + 2) // 3}"
        case "tertial":
            code = f"{year}T{(month + 3) // 4}"
        case "year":
            code = {12: f"{year}", 1: f"{year}-01"}.get(month, f"{year}-01..{year}-{month:02d}")
    return parse_period(code)


def _fault(text: str) -> PeriodFault:
    return PeriodFault(
        _(
            "”%(text)s” är inte en period. Skriv ett år från 1900 (2022), ett tertial (2022T1 till 2022T3), ett "
            "kvartal (2022K1 till 2022K4), en månad (2022-08) eller flera månader (2022-01..2022-08)."
        )
        % {"text": text.strip()[:40]}
    )
