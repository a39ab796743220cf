"""The days by which a Swedish text says that something will be done. Pure; linear in the text.

A span of time counts by its last day, a season by the latest that anyone would put it, so that nothing is called late
too early.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

_MONTHS = {"januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8}
_MONTHS |= {"september": 9, "oktober": 10, "november": 11, "december": 12}
_MONTHS |= {"jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "okt": 10, "nov": 11, "dec": 12}
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_LENGTHS = {"k": 3, "q": 3, "t": 4}
_SEASONS = {
    **dict.fromkeys(["våren", "vår", "vårterminen", "midsommar"], (6, 30)),
    **dict.fromkeys(["sommaren", "sommar", "semestern", "semestrarna"], (8, 31)),
    **dict.fromkeys(["hösten", "höst", "höstterminen", "jul", "julen", "årsskiftet", "årets slut"], (12, 31)),
}
_BEGINNINGS = {
    **dict.fromkeys(["sommaren", "semestern", "semestrarna"], (6, 30)),
    **dict.fromkeys(["hösten", "höstterminen"], (8, 31)),
}
_TURNS = {name: day for name, day in _SEASONS.items() if name not in _BEGINNINGS}
_YEAR = r"(?:19|20)\d\d"
_OF = rf"(?: (?P<year>{_YEAR}))?(?![\w-])"
_SINCE = re.compile(r"(?:^|.*\W)(?:sedan|från|från och med|fr\.o\.m\.?|efter)(?: den)? ", re.IGNORECASE)
_LONGEST_SINCE = 20


@dataclass(frozen=True, slots=True)
class Deadline:
    """`words` as written. `is_start`: something begins then, and is not said to be done."""

    day: date
    words: str
    is_start: bool = False


def deadlines_in(text: str, after: date) -> tuple[Deadline, ...]:
    """Those later than `after`, the day on which it was written: what lies before it is no promise.

    A time without a year is the first such time after that day.
    """
    found = []
    for pattern, read in _TIMES:
        for match in pattern.finditer(text):
            day = read(match, after)
            if day is not None and day > after:
                said = text[max(0, match.start() - _LONGEST_SINCE) : match.start("when")]
                found.append(Deadline(day, match[0], bool(_SINCE.fullmatch(said))))
    return tuple(found)


def passed(text: str, after: date, by: date) -> Deadline | None:
    """The last day that the text promises, where `by` has come to it. One that is still to come keeps all open."""
    found = deadlines_in(text, after)
    promised = [each for each in found if not each.is_start]
    if not promised or any(each.day > by for each in found):
        return None
    return max(promised, key=lambda each: each.day)


def _iso(match: re.Match[str], after: date) -> date | None:
    return _first(int(match["month"]), int(match["day"]), match["year"], after)


def _named_day(match: re.Match[str], after: date) -> date | None:
    return _first(_MONTHS[match["month"].lower()], int(match["day"]), match["year"], after)


def _named_month(match: re.Match[str], after: date) -> date | None:
    return _first(_MONTHS[match["month"].lower()], None, match["year"], after)


def _part_of_year(match: re.Match[str], after: date) -> date | None:
    number = _ORDINALS.get(match["number"].lower()) or int(match["number"])
    return _first(number * _LENGTHS[match["part"][0].lower()], None, match["year"], after)


def _season(match: re.Match[str], after: date) -> date | None:
    return _first(*_SEASONS[match["season"].lower()], match["year"], after)


def _beginning(match: re.Match[str], after: date) -> date | None:
    return _first(*_BEGINNINGS[match["season"].lower()], match["year"], after)


def _whole_year(match: re.Match[str], after: date) -> date | None:
    return _first(12, 31, match["year"], after)


def _first(month: int, day: int | None, year: str | None, after: date) -> date | None:
    """The day of the month, or its last, in the year that is said, else the first time after the day."""
    for each in (int(year),) if year else (after.year, after.year + 1):
        if 1 <= month <= 12 and (day or 1) <= calendar.monthrange(each, month)[1] and day != 0:
            found = date(each, month, day or calendar.monthrange(each, month)[1])
            if year or found > after:
                return found
    return None


def _words(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


def _time(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-]){pattern}", re.IGNORECASE)


_BY = r"(?:i|under|vid|senast|till|före|innan|inför|efter|från|sedan|slutet av|utgången av)"
_TIMES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_time(rf"(?P<when>(?P<year>{_YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d))(?![\w-])"), _iso),
    (_time(rf"(?:den|senast|före|innan|till|klart?) (?P<when>(?P<day>[0-3]?\d)/(?P<month>1?\d))(?![/,%]){_OF}"), _iso),
    (_time(rf"(?P<when>(?P<day>[0-3]?\d)(?::e)? (?P<month>{_words(_MONTHS)})){_OF}"), _named_day),
    (_time(rf"{_BY} (?P<when>(?P<month>{_words(_MONTHS)})){_OF}"), _named_month),
    (_time(rf"(?P<when>(?P<number>{_words(_ORDINALS)}) (?P<part>kvartalet|tertialet)){_OF}"), _part_of_year),
    (_time(rf"(?P<when>(?P<part>kvartal |Q|K)(?P<number>[1-4])){_OF}"), _part_of_year),
    (_time(rf"(?P<when>(?P<part>tertial |T)(?P<number>[1-3])){_OF}"), _part_of_year),
    (_time(rf"(?:före|innan|till|inför) (?P<when>(?P<season>{_words(_BEGINNINGS)})){_OF}"), _beginning),
    (_time(rf"(?:i|under|vid|senast|efter|från|sedan) (?P<when>(?P<season>{_words(_SEASONS)})){_OF}"), _season),
    (_time(rf"(?:till|före|innan|inför) (?P<when>(?P<season>{_words(_TURNS)})){_OF}"), _season),
    (
        _time(rf"(?:under|slutet av|utgången av|senast|inom|efter) (?P<when>året|(?P<year>{_YEAR}))(?![\w-])"),
        _whole_year,
    ),
)
