"""Dates and times in Swedish words, the same whatever the clock and language of the server."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

SWEDISH_TIME = ZoneInfo("Europe/Stockholm")
LONG_PAST = 60
"""Days after a deadline from which it is of no use to count them."""

_MONTHS = (
    gettext_lazy("januari"),
    gettext_lazy("februari"),
    gettext_lazy("mars"),
    gettext_lazy("april"),
    gettext_lazy("maj"),
    gettext_lazy("juni"),
    gettext_lazy("juli"),
    gettext_lazy("augusti"),
    gettext_lazy("september"),
    gettext_lazy("oktober"),
    gettext_lazy("november"),
    gettext_lazy("december"),
)


def month_name(month: int) -> str:
    """`augusti` for 8."""
    return str(_MONTHS[month - 1])


def format_date(day: date) -> str:
    """`31 augusti 2017`. A moment is refused, since its date depends on the clock: see `format_moment`."""
    if isinstance(day, datetime):
        raise TypeError("format_date takes a date without a time")
    return f"{day.day} {month_name(day.month)} {day.year}"


def format_time(moment: datetime) -> str:
    """`14.32` by Swedish clocks. Raises ValueError for a moment without a time zone."""
    return f"{_in_sweden(moment):%H.%M}"


def day_of(moment: datetime) -> date:
    """The date by Swedish clocks. Raises ValueError for a moment without a time zone."""
    return _in_sweden(moment).date()


def format_moment(moment: datetime) -> str:
    """`31 augusti 2017 kl. 14.32` by Swedish clocks. Raises ValueError for a moment without a time zone."""
    return _("%(date)s kl. %(time)s") % {
        "date": format_date(day_of(moment)),
        "time": format_time(moment),
    }


def format_duration(length: timedelta) -> str:
    """`8 sekunder`, `2 minuter 5 sekunder`; less than half a second counts as one."""
    minutes, seconds = divmod(max(1, round(length.total_seconds())), 60)
    of_seconds = ngettext("%(count)d sekund", "%(count)d sekunder", seconds) % {"count": seconds}
    if not minutes:
        return of_seconds
    of_minutes = ngettext("%(count)d minut", "%(count)d minuter", minutes) % {"count": minutes}
    return f"{of_minutes} {of_seconds}" if seconds else of_minutes


class NoSuchTime(ValueError):
    """The Swedish clocks are put forward past that time on that day."""


def swedish_moment(day: date, at: time) -> datetime:
    """The moment when Swedish clocks show it. In the hour that comes twice in October, the first time.

    Raises NoSuchTime in the hour that is skipped in March.
    """
    moment = datetime.combine(day, at.replace(fold=0), SWEDISH_TIME)
    if moment.astimezone(UTC).astimezone(SWEDISH_TIME).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise NoSuchTime
    return moment


def days_left(deadline: date, today: date) -> str:
    """The time to a deadline, itself a day to work: `3 dagar kvar`, `sista dagen i dag`, `2 dagar för sent`."""
    days = (deadline - today).days
    if days == 0:
        return _("sista dagen i dag")
    if days > 0:
        return ngettext("%(days)d dag kvar", "%(days)d dagar kvar", days) % {"days": days}
    if -days > LONG_PAST:
        return _("har passerat")
    return ngettext("%(days)d dag för sent", "%(days)d dagar för sent", -days) % {"days": -days}


def _in_sweden(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be shown")
    return moment.astimezone(SWEDISH_TIME)
