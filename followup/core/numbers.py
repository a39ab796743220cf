"""Swedish numbers in and out: the one place that reads a typed number and the one that rounds a shown one."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from django.utils.translation import gettext as _

MAX_DIGITS = 15
"""In all, not counting zeros before them or after the last decimal: what SQLite keeps of a number."""
MAX_DECIMALS = 10

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_SHAPE = re.compile(
    r"(?P<sign>[-+]?) ?"
    r"(?P<whole>[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)"
    r"(?:(?P<mark>[,.])(?P<decimals>[0-9]+))?"
    r"(?: ?%)?"
)
_SHOWN_OF_A_FAULTY_TEXT = 40


class NumberFault(ValueError):
    """A text that is no number; the message is for the person who typed it."""


def format_count(count: int) -> str:
    """`12 500`."""
    return format_number(Decimal(count), 0)


def parse_number(text: str) -> Decimal:
    """The number a Swedish text stands for, with its decimals as typed: `1 593 404`, `-12,7`, `81,2 %` (81.2).

    Minus is `-` or `−`. Any kind of space may stand between thousands, around the number and before `%`, and nowhere
    else. A decimal point is read as one, except in `1.234`, which may as well be a thousand and some and is refused.
    """
    typed = "".join(" " if char.isspace() else char for char in text).strip().replace(MINUS, "-")
    shape = _SHAPE.fullmatch(typed)
    if shape is None:
        raise NumberFault(
            _(
                "”%(text)s” är inte ett tal. Skriv siffror med decimalkomma, till exempel 1 593 404, -12,7 eller "
                "81,2 %%. Mellanslag får stå mellan tusental, annat än så får inte vara med."
            )
            % {"text": _shortened(text)}
        )
    whole = shape["whole"].replace(" ", "")
    decimals = shape["decimals"] or ""
    if shape["mark"] == "." and len(decimals) == 3 and len(shape["whole"]) <= 3 and not whole.startswith("0"):
        raise NumberFault(
            _("”%(text)s” kan läsas på två sätt. Skriv %(thousands)s om det är tusental, eller %(fraction)s.")
            % {"text": _shortened(text), "thousands": f"{whole} {decimals}", "fraction": f"{whole},{decimals}"}
        )
    if len((whole + decimals.rstrip("0")).lstrip("0")) > MAX_DIGITS or len(decimals) > MAX_DECIMALS:
        raise NumberFault(
            _("”%(text)s” har för många siffror: högst %(digits)d i allt, varav högst %(decimals)d decimaler.")
            % {"text": _shortened(text), "digits": MAX_DIGITS, "decimals": MAX_DECIMALS}
        )
    number = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return -number if shape["sign"] == "-" and number else number


def rounded(value: Decimal, decimals: int) -> Decimal:
    """The number with so many decimals; half is rounded away from zero, here and nowhere else."""
    room = Context(prec=max(1, value.adjusted() + decimals + 2))
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, room)


def format_number(value: Decimal, decimals: int | None, unit_of_measure: str = "") -> str:
    """The number as it is shown: `−1 593 404,50`, `81,2 %`.

    `decimals` None shows the number as given, trailing zeros too. Of the units only `%` is written out.
    Raises ValueError for a value that is not finite.
    """
    if not value.is_finite():
        raise ValueError(f"{value} cannot be shown as a number")
    if decimals is not None:
        value = rounded(value, decimals)
    whole, point, fraction = format(value.copy_abs(), "f").partition(".")
    shown = f"{int(whole):,}".replace(",", NO_BREAK_SPACE) + ("," if point else "") + fraction
    if value < 0:
        shown = MINUS + shown
    return f"{shown}{NO_BREAK_SPACE}%" if unit_of_measure.strip() == "%" else shown


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _SHOWN_OF_A_FAULTY_TEXT else text[: _SHOWN_OF_A_FAULTY_TEXT - 1] + "…"
