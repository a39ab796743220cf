"""Numbers and dates as a spreadsheet stores them: binary fractions, days since an epoch, a format that says which."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum, auto

from django.utils.translation import gettext as _

from reports.plan_book.reading.raw import ErrorValue, Percent, Plain

_SIGNIFICANT = Context(prec=15, rounding=ROUND_HALF_UP)
_ROOM = Context(prec=60, rounding=ROUND_HALF_UP)
_LAST_DECIMAL = Decimal("1e-10")
_HUNDRED = Decimal(100)
_SHORT_INTEGER = re.compile(r"-?[0-9]{1,15}")

_NOT_OF_THE_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_SECONDS_A_DAY = 86_400
_LAST_DAY = 2_958_465


class CellFormat(Enum):
    NUMBER = auto()
    PERCENT = auto()
    DAY = auto()
    TIME = auto()


BUILT_IN: dict[int, CellFormat] = {
    **dict.fromkeys((9, 10), CellFormat.PERCENT),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 37), *range(50, 59)), CellFormat.DAY),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), CellFormat.TIME),
}


def format_of(code: str) -> CellFormat:
    """What a format code of the workbook's own shows: `0.0 %` percent, `"%"` in quotes only the sign."""
    first = _NOT_OF_THE_FORMAT.sub("", code[:300]).split(";")[0].lower()
    if "%" in first:
        return CellFormat.PERCENT
    if first in {"general", "standard"} or not re.search(r"[dmyhs]", first):
        return CellFormat.NUMBER
    return CellFormat.DAY if re.search(r"[dy]", first) or not re.search(r"[hs\[]", first) else CellFormat.TIME


def number_from(text: str) -> Decimal:
    """At most 15 significant digits, as spreadsheets count, and 10 decimals. Raises ValueError for no number."""
    if _SHORT_INTEGER.fullmatch(text):
        return Decimal(text)
    value = Decimal(repr(float(text)))
    if not value.is_finite():
        raise ValueError(text)
    return tidy(_SIGNIFICANT.plus(value))


def tidy(value: Decimal) -> Decimal:
    """At most 10 decimals, none of them a zero at the end, and no power of ten."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -10 and value.adjusted() < 30:
        value = value.quantize(_LAST_DECIMAL, context=_ROOM)
    value = _ROOM.normalize(value)
    if not value:
        return Decimal(0)
    return value.quantize(Decimal(1), context=_ROOM) if 0 < int(value.as_tuple().exponent) < 30 else value


def value_from(text: str, cell_format: CellFormat, starts_1904: bool) -> Plain | ErrorValue:
    """The value of a cell that holds a number. Raises ValueError for no number."""
    number = number_from(text)
    if cell_format is CellFormat.NUMBER:
        return number
    if cell_format is CellFormat.PERCENT:
        return Percent(tidy(_ROOM.multiply(number, _HUNDRED)))
    if cell_format is CellFormat.TIME:
        return _time_from(number)
    return _day_from(number, starts_1904)


def day_from_iso(text: str) -> Plain | ErrorValue:
    """The value of a cell that holds a date as text of the format's own."""
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return ErrorValue(_("ett datum som inte finns (%(text)s)") % {"text": text[:40]})
    return moment


def _time_from(number: Decimal) -> Plain | ErrorValue:
    if not 0 <= number <= _LAST_DAY:
        return ErrorValue(_("ett klockslag som inte finns"))
    return (datetime.min + timedelta(seconds=_seconds(number) % _SECONDS_A_DAY)).time()


def _seconds(number: Decimal) -> int:
    """Of the day, rounded."""
    return int(_ROOM.multiply(number % 1, Decimal(_SECONDS_A_DAY)).to_integral_value())


def _day_from(number: Decimal, starts_1904: bool) -> Plain | ErrorValue:
    """Excel counts 1900-02-29, a day that never was, as day 60."""
    if number < (0 if starts_1904 else 1):
        return ErrorValue(_("ett datum före 1900-01-01"))
    days = int(min(number, Decimal(_LAST_DAY + 1)) // 1)
    if days > _LAST_DAY or (days == 60 and not starts_1904):
        return ErrorValue(_("ett datum som inte finns"))
    before_that_day = datetime(1904, 1, 1) if starts_1904 else datetime(1899, 12, 31)
    first = before_that_day if starts_1904 or days < 60 else datetime(1899, 12, 30)
    try:
        return first + timedelta(days=days, seconds=_seconds(number))
    except OverflowError:
        return ErrorValue(_("ett datum som inte finns"))


def is_midnight(moment: datetime) -> bool:
    return moment.time() == time.min


def day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
