"""The quantities of a text: numbers that count or measure something. Linear in the length of the text.

Left out is what only looks like one: dates and years, times, paragraphs, phone numbers, codes, ranges, names such as
`mål 3`. Better to miss a number than to misread one.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from reports.checks.prose.words import LABEL, MONTH, NUMBER_WORDS, hedge_before, unit_at

_MINUS = "\u2212"
_NUMBER = re.compile(
    rf"(?<![\w])(?P<sign>[-{_MINUS}+](?=\d))?"
    r"(?P<whole>\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:,(?P<decimals>\d+))?"
    rf"|(?<![\w-])(?P<word>{'|'.join(NUMBER_WORDS)})(?![\w-])",
    re.IGNORECASE,
)
_GLUED_BEFORE = re.compile(rf"[\d\w][-–—/.,:+{_MINUS}]$|§ ?$|[/:]$")
_GLUED_AFTER = re.compile(rf"[A-Za-zÅÄÖåäö_]|[-–—/:.,+{_MINUS}]\w|[-–—]$| ?[-–—] ?\d| ?§")
_NOUN = re.compile(r" ?(?P<noun>[a-zåäöéA-ZÅÄÖ][\w-]*)")
_PER = re.compile(r"(?:/| per )(?P<per>[a-zåäö]+)")
_WORD_BEFORE = re.compile(r"([\w§.]+) ?$")
_PHONE = re.compile(r"(?<![\w,.])(?<!\d )(?:\+\d{2}|0\d{1,3})[ –-][\d –-]{5,14}\d")
_LONGEST_WORD = 20
_MOST_DIGITS = 15
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text` is the number as written; `start`–`end` (exclusive) is its place, the unit included.

    `unit` is in one spelling (`%`, `mnkr`, `dagar`) and empty where things are counted; `noun` is the word after the
    number and its unit, in small letters, and `per` what it is divided by (`kr/dygn`, `besök per brukare`). `hedge`
    (`omkring`, `minst`) says that the number is not meant as exact.
    """

    value: Decimal
    decimals: int
    unit: str
    noun: str
    hedge: str
    text: str
    start: int
    end: int
    per: str = ""
    is_word: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it is a whole number of things."""
        return not self.unit and not self.per and not self.decimals and self.value >= 0


def quantities_in(line: str) -> tuple[Quantity, ...]:
    """In the order in which they stand."""
    line = _PHONE.sub(lambda phone: "x" * len(phone[0]), line)
    found: list[Quantity] = []
    for match in _NUMBER.finditer(line):
        quantity = _word(line, match) if match["word"] else _number(line, match)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _word(line: str, match: re.Match[str]) -> Quantity:
    unit, end = unit_at(line, match.end())
    noun, per = _after(line, end)
    return Quantity(
        value=NUMBER_WORDS[match["word"].lower()],
        decimals=0,
        unit=unit,
        noun=noun,
        hedge=hedge_before(line, match.start()),
        text=match["word"],
        start=match.start(),
        end=end,
        per=per,
        is_word=True,
    )


def _number(line: str, match: re.Match[str]) -> Quantity | None:
    whole, decimals = match["whole"].replace(" ", ""), match["decimals"] or ""
    if _GLUED_BEFORE.search(line[max(0, match.start() - 2) : match.start()]) or _GLUED_AFTER.match(line, match.end()):
        return None
    if len(whole) + len(decimals) > _MOST_DIGITS or (whole.startswith("0") and len(whole) > 1):
        return None
    unit, end = unit_at(line, match.end())
    if not unit and _is_name(line, match, whole, decimals):
        return None
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    noun, per = _after(line, end)
    return Quantity(
        value=-value if match["sign"] and match["sign"] != "+" else value,
        decimals=len(decimals),
        unit=unit,
        noun=noun,
        hedge=hedge_before(line, match.start()),
        text=match[0].replace("-", _MINUS),
        start=match.start(),
        end=end,
        per=per,
    )


def _is_name(line: str, match: re.Match[str], whole: str, decimals: str) -> bool:
    """Whether the bare number is a date, a year, or what something is called."""
    if decimals:
        return False
    is_plain = whole == match["whole"]
    if is_plain and len(whole) == 4 and _FIRST_YEAR <= int(whole) <= _LAST_YEAR:
        return True
    if is_plain and len(whole) in (6, 8) and _is_day(whole):
        return True
    if len(whole) <= 2 and MONTH.match(line, match.end()):
        return True
    before = _WORD_BEFORE.search(line[max(0, match.start() - _LONGEST_WORD) : match.start()])
    return before is not None and LABEL.fullmatch(before[1].lower().strip(".")) is not None


def _is_day(digits: str) -> bool:
    """`220401`, `20220401`."""
    return 1 <= int(digits[-4:-2]) <= 12 and 1 <= int(digits[-2:]) <= 31


def _after(line: str, at: int) -> tuple[str, str]:
    """The noun that follows, and what the whole is divided by."""
    noun = _NOUN.match(line, at)
    word = noun["noun"].lower().rstrip("-") if noun and noun["noun"] != "per" else ""
    divided = _PER.match(line, noun.end() if noun and word else at)
    return word, divided["per"] if divided else ""
