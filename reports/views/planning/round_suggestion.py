"""What a new round is likely to be called, to be of, and when it is answered. Pure."""

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from followup.core.dates import format_date, month_name
from reports.choices import RoundKind

DAYS_TO_ANSWER = 21
_SATURDAY = 5
_MONTHS = {
    RoundKind.TERTIAL_1: (4,),
    RoundKind.TERTIAL_2: (8,),
    RoundKind.INTERIM: (8,),
    RoundKind.YEAR_END: (12,),
    RoundKind.QUARTER: (3, 6, 9, 12),
    RoundKind.MONTH: tuple(range(1, 13)),
}
"""The last month of what a round of the kind is of; of several, the first that has no round."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    as_of: date
    opens_on: date
    deadline: date


def suggested(kind: RoundKind, year: int, taken: Collection[date]) -> Suggestion:
    """A round of the kind in the year; `taken` are the dates of the rounds of that kind that there are.

    It opens the day after its date and is answered in three weeks, on a weekday.
    """
    days = [date(year, month, calendar.monthrange(year, month)[1]) for month in _MONTHS[kind]]
    as_of = next((day for day in days if day not in taken), days[-1])
    deadline = as_of + timedelta(days=DAYS_TO_ANSWER)
    deadline -= timedelta(days=max(deadline.weekday() - _SATURDAY + 1, 0))
    return Suggestion(_title(kind, as_of), as_of, as_of + timedelta(days=1), deadline)


def _title(kind: RoundKind, as_of: date) -> str:
    words = {
        RoundKind.TERTIAL_1: _("Tertialuppföljning 1 %(year)d"),
        RoundKind.TERTIAL_2: _("Tertialuppföljning 2 %(year)d"),
        RoundKind.INTERIM: _("Delårsuppföljning per %(day)s"),
        RoundKind.YEAR_END: _("Helårsuppföljning %(year)d"),
        RoundKind.QUARTER: _("Kvartalsuppföljning %(quarter)d %(year)d"),
        RoundKind.MONTH: _("Månadsuppföljning %(month)s %(year)d"),
    }
    return words[kind] % {
        "year": as_of.year,
        "day": format_date(as_of),
        "quarter": (as_of.month + 2) // 3,
        "month": month_name(as_of.month),
    }
