"""A cell to the canonical value of its column."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias, cast

from django.utils.translation import gettext as _

from followup.core.numbers import NumberFault, parse_number
from reports.plan_book.book import Value
from reports.plan_book.columns import Column, Kind
from reports.plan_book.faults import CellFault
from reports.plan_book.reading.excel_values import day_of, is_midnight, tidy
from reports.plan_book.reading.long_texts import LongTexts
from reports.plan_book.reading.raw import ErrorValue, Formula, Percent, Plain, Raw
from reports.plan_book.reading.texts import clean_text, shortened

Convert: TypeAlias = Callable[[Raw], Value]

MOST_DIGITS = 15
MOST_DECIMALS = 10
LONGEST_TEXT = 32_767
FIRST_DAY = date(1900, 1, 1)

_LARGEST_INTEGER = 1_000_000_000
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_EMPTY: dict[Kind, Value] = {
    Kind.LIST: (),
    Kind.NUMBER: None,
    Kind.INTEGER: None,
    Kind.DAY: None,
    Kind.YES: False,
}
_YES = {"ja": True, "x": True, "sant": True, "true": True, "nej": False, "falskt": False, "false": False, "": False}


def converter(column: Column, long_texts: LongTexts) -> Convert:
    """Reads the cells of the column. What it returns raises CellFault."""
    readings: dict[Kind, Convert] = {
        Kind.TEXT: _text_of(column.longest or LONGEST_TEXT),
        Kind.LONG_TEXT: lambda raw: long_texts.canonical(as_text(raw), tables=column.tables),
        Kind.WORD: _word_of(column),
        Kind.LIST: as_list,
        Kind.NUMBER: as_number,
        Kind.INTEGER: as_integer,
        Kind.DAY: as_day,
        Kind.YES: as_yes,
        Kind.DAY_OR_TEXT: _day_or_text_of(column.longest),
        Kind.CELL: as_cell,
    }
    return readings[column.kind]


def empty_of(column: Column) -> Value:
    """The canonical value of an empty cell."""
    return _EMPTY.get(column.kind, "")


def plain(raw: Raw) -> Plain:
    """The value, of a formula the one that was saved with it. Raises CellFault for an error value and for none."""
    if isinstance(raw, Formula):
        if raw.value is None:
            raise CellFault(
                _("formeln har inget sparat värde. Öppna boken i Excel och spara den, eller skriv värdet i stället.")
            )
        raw = raw.value
    if isinstance(raw, ErrorValue):
        raise CellFault(_("cellen innehåller %(error)s. Skriv ett värde eller töm cellen.") % {"error": raw.text})
    return raw


def as_text(raw: Raw) -> str:
    """What a person sees in the cell, without space around it: `7,5`, `81 %`, `2022-08-31`, `SANT`."""
    if type(raw) is str:
        return clean_text(raw)
    value = plain(raw)
    match value:
        case str():
            text = clean_text(value)
        case bool():
            text = "SANT" if value else "FALSKT"
        case Percent(number):
            text = f"{swedish(number)} %"
        case Decimal() | int():
            text = swedish(Decimal(value))
        case datetime() if not is_midnight(value):
            text = f"{value:%Y-%m-%d %H:%M}"
        case date():
            text = day_of(value).isoformat()
        case time():
            text = f"{value:%H:%M}"
        case _:
            raise CellFault(_("en lista får inte stå här. Skriv en text."))
    return text


def swedish(number: Decimal) -> str:
    """With decimal comma and `-`, without anything between thousands: as a number is kept in a table's cell."""
    return f"{number:f}".replace(".", ",")


def as_list(raw: Raw) -> tuple[str, ...]:
    if isinstance(raw, list):
        items = [as_text(cast(Raw, item)) for item in raw]
        if any(";" in item for item in items):
            raise CellFault(_("ett semikolon skiljer delarna i en lista åt och får inte stå i en del."))
        return tuple(filter(None, items))
    text = as_text(raw)
    if ";" not in text:
        return (text,) if text else ()
    return tuple(item for part in text.split(";") if (item := part.strip()))


def as_number(raw: Raw) -> Decimal | None:
    value = plain(raw)
    match value:
        case Percent(number):
            value = number
        case str():
            text = clean_text(value)
            if not text:
                return None
            try:
                value = tidy(parse_number(text))
            except NumberFault as fault:
                raise CellFault(str(fault)) from fault
        case bool() | date() | time() | list():
            raise CellFault(_no_number(as_text(value)))
        case _:
            value = tidy(Decimal(value)) if Decimal(value).is_finite() else Decimal("nan")
    if not value.is_finite():
        raise CellFault(_no_number(str(value)))
    _sign, digits, exponent = value.as_tuple()
    exponent = int(exponent)
    if len(digits) + max(exponent, 0) > MOST_DIGITS or -exponent > MOST_DECIMALS:
        raise CellFault(
            _("talet har fler siffror än ett kalkylblad kan spara. Högst 15 siffror, varav högst 10 decimaler.")
        )
    return value


def as_integer(raw: Raw) -> int | None:
    number = as_number(raw)
    if number is None:
        return None
    if number != number.to_integral_value() or abs(number) > _LARGEST_INTEGER:
        raise CellFault(_("%(number)s är inte ett heltal. Skriv till exempel 2022.") % {"number": swedish(number)})
    return int(number)


def as_day(raw: Raw) -> date | None:
    """A day from 1900-01-01. A moment is refused unless it is a midnight: which day was meant is not for us to say."""
    value = plain(raw)
    if isinstance(value, datetime) and not is_midnight(value):
        raise CellFault(_("%(moment)s har ett klockslag. Skriv bara dagen.") % {"moment": as_text(value)})
    if isinstance(value, date):
        day = day_of(value)
    else:
        text = as_text(value)
        if not text:
            return None
        shape = _ISO.fullmatch(text)
        if shape is None:
            raise CellFault(_no_day(text))
        try:
            day = date(int(shape[1]), int(shape[2]), int(shape[3]))
        except ValueError as fault:
            raise CellFault(_no_day(text)) from fault
    if day < FIRST_DAY:
        raise CellFault(_("%(day)s är för tidigt. Skriv ett datum från 1900-01-01.") % {"day": day.isoformat()})
    return day


def as_yes(raw: Raw) -> bool:
    if isinstance(raw, bool):
        return raw
    text = as_text(raw)
    answer = _YES.get(text.lower())
    if answer is None:
        raise CellFault(_("”%(text)s” går inte att tolka. Skriv ja, eller lämna tomt.") % {"text": shortened(text)})
    return answer


def as_cell(raw: Raw) -> str:
    """A number as Swedish text without anything between thousands, with the zeros and `%` it was given; or words."""
    text = as_text(raw)
    try:
        number = parse_number(text) if text else None
    except NumberFault:
        return _no_longer_than(text, 2000)
    if number is None:
        return ""
    return f"{swedish(number)} %" if text.endswith("%") else swedish(number)


def _text_of(longest: int) -> Convert:
    def convert(raw: Raw) -> str:
        text = as_text(raw)
        return text if len(text) <= longest else _no_longer_than(text, longest)

    return convert


def _word_of(column: Column) -> Convert:
    words = column.words or {}

    def convert(raw: Raw) -> str:
        text = as_text(raw)
        found = words.get(text)
        if found is not None or not text:
            return found or ""
        found = words.get(" ".join(text.lower().split()))
        if found is None:
            allowed = ", ".join(words)
            raise CellFault(
                _("”%(text)s” är inte tillåtet. Tillåtna ord: %(allowed)s.")
                % {"text": shortened(text), "allowed": allowed}
            )
        return found

    return convert


def _day_or_text_of(longest: int) -> Convert:
    def convert(raw: Raw) -> Value:
        value = plain(raw)
        if isinstance(value, date) or (isinstance(value, str) and _ISO.fullmatch(value.strip())):
            return as_day(value)
        return _no_longer_than(as_text(value), longest)

    return convert


def _no_longer_than(text: str, longest: int) -> str:
    if len(text) > longest:
        raise CellFault(
            _("texten är för lång: %(length)d tecken. Högst %(longest)d får plats.")
            % {"length": len(text), "longest": longest}
        )
    return text


def _no_number(text: str) -> str:
    return _("”%(text)s” är inte ett tal. Skriv siffror med decimalkomma, till exempel 1 593 404 eller -12,7.") % {
        "text": shortened(text)
    }


def _no_day(text: str) -> str:
    return _("”%(text)s” är inte ett datum. Skriv år-månad-dag från 1900-01-01, till exempel 2022-08-31.") % {
        "text": shortened(text)
    }
