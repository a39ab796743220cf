"""Columns whose values have a form of their own."""

import re
from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.periods import PeriodFault, parse_period
from reports.plan_book.faults import CellFault
from reports.plan_book.options import format_options, parse_options, split_pairs
from reports.plan_book.reading.raw import Raw
from reports.plan_book.reading.texts import shortened
from reports.plan_book.reading.values import Convert, as_text, plain

_FIRST_OF_MONTH = re.compile(r"([0-9]{4}-[0-9]{2})-01")
_CODE = re.compile(r"[0-9]{1,4}")


def as_period(raw: Raw) -> str:
    """The canonical code. The first of a month is that month: spreadsheets make such a date of `2022-08`."""
    text = as_text(raw)
    if not text:
        return ""
    month = _FIRST_OF_MONTH.fullmatch(text)
    try:
        return str(parse_period(month[1] if month else text))
    except PeriodFault as fault:
        raise CellFault(str(fault)) from fault


def as_municipality_code(raw: Raw) -> str:
    """Four digits; a number has lost its zeros in front."""
    text = as_text(raw)
    is_number = isinstance(plain(raw), Decimal | int)
    if text and not (_CODE.fullmatch(text) and (is_number or len(text) == 4)):
        raise CellFault(
            _("”%(text)s” är ingen kommunkod. Skriv fyra siffror, till exempel 0580.") % {"text": shortened(text)}
        )
    return text.zfill(4) if text else ""


def as_options(raw: Raw) -> str:
    """The options in their fixed order and form. What they refer to is checked against the rest of the book."""
    text = as_text(raw)
    seen: set[str] = set()
    for pair in split_pairs(text):
        if not pair.name or pair.items is None:
            raise CellFault(
                _("”%(text)s” går inte att tolka. Skriv nyckel=värde, till exempel perioder=2018,2019.")
                % {"text": shortened(pair.written)}
            )
        if pair.name in seen:
            raise CellFault(_("%(key)s står två gånger. Varje nyckel får stå en gång.") % {"key": pair.name})
        seen.add(pair.name)
    return format_options({key: _canonical(key, items) for key, items in parse_options(text).items()})


def _canonical(key: str, items: list[str]) -> list[str]:
    """Periods by their codes; words from fixed lists in lower case."""
    if key == "perioder":
        return list(map(as_period, items))
    return [item.lower() for item in items] if key in _WORDS else items


_WORDS = {"typ", "visa", "ordning"}


OWN_CONVERTERS: Mapping[tuple[str, str], Convert] = {
    ("Plan", "Kommunkod"): as_municipality_code,
    ("Utfall", "Period"): as_period,
    ("Avsnitt", "Alternativ"): as_options,
}
