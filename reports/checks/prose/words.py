"""The Swedish words around a number: units, months, hedges, and numbers written as words."""

import re
from decimal import Decimal

NUMBER_WORDS = {
    word: Decimal(number)
    for number, word in enumerate(
        ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"], start=2
    )
}
"""Not `en` and `ett`, which are articles as often as numbers."""

_UNITS = {
    "%": "%",
    "procent": "%",
    "procentenheter": "procentenheter",
    "procentenhet": "procentenheter",
    "promille": "promille",
    "‰": "promille",
    "miljarder kronor": "mdkr",
    "miljarder": "mdkr",
    "mdkr": "mdkr",
    "miljoner kronor": "mnkr",
    "miljoner kr": "mnkr",
    "miljoner": "mnkr",
    "mnkr": "mnkr",
    "mkr": "mnkr",
    "tusen kronor": "tkr",
    "tkr": "tkr",
    "kkr": "tkr",
    "kronor": "kr",
    "kr": "kr",
    "dagar": "dagar",
    "dag": "dagar",
    "dgr": "dagar",
    "dygn": "dygn",
    "veckor": "veckor",
    "vecka": "veckor",
    "månader": "månader",
    "månad": "månader",
    "år": "år",
    "timmar": "timmar",
    "timme": "timmar",
    "minuter": "minuter",
    "minut": "minuter",
    "poäng": "poäng",
}
_SPELLED = "|".join(sorted((re.escape(unit) for unit in _UNITS if unit[0].isalpha()), key=len, reverse=True))
_SHAPE = re.compile(rf" ?(?P<unit>%|‰|(?:{_SPELLED})(?!\w))", re.IGNORECASE)
_COUNTER = re.compile(r" ?(?:st\.?|stycken)(?!\w)", re.IGNORECASE)
MONEY = frozenset({"kr", "tkr", "mnkr", "mdkr"})

MONTH = re.compile(
    r" (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|aug|"
    r"sept?|okt|nov|dec)(?![\w-])",
    re.IGNORECASE,
)

LABEL = re.compile(
    r"(?:nämnd)?mål|indikator|uppdrag|tabell|bilaga|sida|sid|s|kapitel|kap|nr|nummer|punkt|avsnitt|enhet(?:en)?|paragraf|"
    r"version|fas|steg|nivå|tertial|kvartal|vecka|v|kl|klockan|artikel|prop|dnr|figur|del|grupp|klass|årskurs|åk|rum|tel|"
    r"telefon|topp|§+|diarienummer|lag|sfs"
)
"""After these a bare number is a name: `mål 3`, `vecka 12`, `topp 30`."""

_HEDGES = (
    "mer än",
    "fler än",
    "mindre än",
    "färre än",
    "upp till",
    "omkring",
    "cirka",
    "ca",
    "ca.",
    "c:a",
    "ungefär",
    "drygt",
    "nästan",
    "knappt",
    "närmare",
    "runt",
    "kring",
    "över",
    "under",
    "minst",
    "högst",
    "uppemot",
    "inemot",
    "nära",
    "max",
    "minimum",
    "maximalt",
)
_ANY_HEDGE = "|".join(re.escape(hedge) for hedge in _HEDGES)
_HEDGE = re.compile(rf"(?<!\w)({_ANY_HEDGE})(?: en| de| dessa)? ?[”\"]?$", re.IGNORECASE)
_LONGEST_HEDGE = 24


def unit_at(line: str, at: int) -> tuple[str, int]:
    """The unit that stands there, in one spelling, and where it ends; empty where none does."""
    counted = _COUNTER.match(line, at)
    if counted:
        return "", counted.end()
    unit = _SHAPE.match(line, at)
    return (_UNITS[unit["unit"].lower()], unit.end()) if unit else ("", at)


def hedge_before(line: str, at: int) -> str:
    """What makes the number that begins there inexact, or a bound: `omkring`, `minst`."""
    found = _HEDGE.search(line[max(0, at - _LONGEST_HEDGE) : at])
    return found[1].lower() if found else ""
