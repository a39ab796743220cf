"""What an indicator's unit of measure says of its figures: what may be added, and what lies between its parts. Pure."""

import re
from decimal import Decimal
from enum import Enum

from followup.core.numbers import NO_BREAK_SPACE, format_number

_SHARE = {"%", "procent"}
_WORD = re.compile(r"[^\W\d_]+|%|‰|/")
_NO_NOUN = re.compile(r"antal|medel\w*|genomsnitt\w*|snitt\w*|median\w*|index|andel\w*|kvot\w*", re.IGNORECASE)
_AVERAGE = re.compile(
    r"/|‰|promille|per|medel\w*|genomsnitt\w*|snitt\w*|median\w*|\w*index|andel\w*|kvot\w*|poäng|betyg\w*|procentenheter",
    re.IGNORECASE,
)
_AS_A_RULE_AVERAGED = re.compile(
    r"\w*(?:kr|kronor)|öre|dag|dagar|dygn|vecka|veckor|månad|månader|år|timme|timmar|tim|h|minuter|min|sekunder|sek",
    re.IGNORECASE,
)


class Measure(Enum):
    """`COUNT`: women and men add up. `SHARE`: per cent. `AVERAGE`: means, indices, quotients. `OTHER`: no telling.

    Days, hours and money are as often an average (how long one waits, what a place costs) as a sum: they are `OTHER`.
    """

    COUNT = "count"
    SHARE = "share"
    AVERAGE = "average"
    OTHER = "other"

    @property
    def adds_up(self) -> bool:
        return self is Measure.COUNT

    @property
    def lies_between(self) -> bool:
        """Whether the figure for all must lie between those for women and men."""
        return self in {Measure.SHARE, Measure.AVERAGE}


def measure_of(unit_of_measure: str) -> Measure:
    """What kind of figure a unit of measure stands for: `%`, `antal`, `platser`, `kr/dygn`, `medelvärde`."""
    unit = unit_of_measure.strip().casefold()
    words = _WORD.findall(unit)
    if unit in _SHARE:
        return Measure.SHARE
    if any(_AVERAGE.fullmatch(word) for word in words):
        return Measure.AVERAGE
    if not words or "%" in words or any(_AS_A_RULE_AVERAGED.fullmatch(word) for word in words):
        return Measure.OTHER
    return Measure.COUNT


def in_words(value: Decimal, decimals: int | None, unit_of_measure: str) -> str:
    """The number as one says it: `81,2 %`, `34 dagar`, and alone where the unit only says how it is counted."""
    unit = unit_of_measure.strip()
    text = format_number(value.normalize(), decimals, "%" if measure_of(unit) is Measure.SHARE else "")
    if not unit or measure_of(unit) is Measure.SHARE or _NO_NOUN.match(unit):
        return text
    return f"{text}{NO_BREAK_SPACE}{unit}"
