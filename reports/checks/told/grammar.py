"""The few ways of saying an outcome or a target in Swedish that leave no doubt about what is meant. Pure.

Whatever stands in the sentence besides (a place, a group, a process) makes it another figure than the indicator's, so
a clause holds nothing but a subject, a period, a sex, a verb and the number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from followup.core.choices import Sex
from reports.checks.claims.passages import Passage
from reports.checks.prose import Quantity

_PERIOD = (
    r"(?:(?:i|för|under|efter|vid|per) )?(?:(?:hela )?(?:tertial [1-3]|T[1-3]|kvartal [1-4]|helåret|året|år)"
    r"(?: (?:19|20)\d\d)?|(?:19|20)\d\d)"
)
_SEX = r"(?:för|bland|hos) (?P<{name}>kvinnor(?:na)?|män(?:nen)?|flickor(?:na)?|pojkar(?:na)?)"
_ANY_SEX = re.compile(r"(?<!\w)(?:kvinn|män|man(?!\w)|flick|pojk)", re.IGNORECASE)
_VERB = (
    r"(?:är|var|blev|blir|uppgick till|uppgår till|ligger på|låg på|hamnade på|hamnar på|stannade på|landade på|nådde)"
)
_ADVERBS = r"(?: (?:nu|alltså|därmed|sammanlagt|totalt|i snitt|i genomsnitt|endast|bara|hela)){0,2}"
_START = r"(?:^|[,;:] (?:och |men |medan )?| och | men | medan )"
OUTCOME_NOUNS = r"(?:utfallet|resultatet|medelvärdet|genomsnittet|snittet|andelen|värdet|siffran|antalet)"
_TARGET_NOUNS = r"(?:årets mål|målet|målvärdet|målnivån|måltalet|måltal|målvärde)"
_BOUND = r"(?:minst|högst|under|över|max|lägre än|högre än|mer än|mindre än|fler än|färre än)"
_TARGET = re.compile(
    rf"(?<!\w){_TARGET_NOUNS}(?: {_PERIOD})?(?:,)?(?: (?:är|var|ligger på|på|om|satt till|sattes till|har varit|blev))?"
    rf"(?: att nå)? ?[”\"]?(?: ?{_BOUND})?[ ”\"]?$",
    re.IGNORECASE,
)
_AIMED_AT = re.compile(r"(?<!\w)skulle (?:ha )?[^\W\d]+(?: [^\W\d]+)? till(?: minst| högst)? $", re.IGNORECASE)
_TAIL = re.compile(
    rf" (?!{_PERIOD}(?!\w))(?:för|i|på|bland|hos|av|inom|vid|per|till|från|fler|färre|högre|lägre|mer|mindre|bättre|"
    r"sämre|nått|uppnått|uppfyllt|klart|avklarat)(?!\w)",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"(?<!\w)(?:(?:tertial |T)(?P<tertial>[1-3])(?!\w)(?: (?P<of>(?:19|20)\d\d))?|kvartal (?P<quarter>[1-4])"
    r"(?: (?P<in>(?:19|20)\d\d))?|(?P<year>(?:19|20)\d\d)(?![\w–/-]))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?<!\w)(?:i fjol|förra|föregående|tidigare|innan|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|"
    r"oktober|november|december)|månad\w*|vecka\w*|kvartalet|halvår\w*|sedan|prognos\w*|väntas|beräknas|bedöms|räknar|"
    r"riket\w*|rikssnitt\w*|länet\w*|kommuner\w*|region\w*)(?!\w)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?<!\w)(?:kommunens|fullmäktiges?|nationell\w*|regionens?|statens|länets|landets|rikets|långsiktig\w*|delmål\w*|"
    r"tidigare|förra|föregående|i fjol|nästa|nytt|nya|höjts?|sänkts?|höjs|sänks)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_CLAUSE = 160


class Kind(Enum):
    OUTCOME = "outcome"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class When:
    """A period as it is said: `part` is `T2`, `K3` or nothing for the year; `year` is None where none is said."""

    part: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Saying:
    """What a clause says of an outcome or a target; `sex` is empty where the sentence does not tell whose it is."""

    kind: Kind
    quantity: Quantity
    said: str
    when: tuple[When, ...]
    sex: str = ""


def outcomes_said(passage: Passage, subject: str) -> Iterator[Saying]:
    """`subject` is a pattern of what the figure is called: nouns such as `utfallet`, or an indicator's name."""
    if _VAGUE.search(passage.text):
        return
    for quantity in passage.quantities:
        opening = max(0, quantity.start - _LONGEST_CLAUSE)
        words = passage.text[opening : quantity.start]
        found = next((match for pattern in _patterns(subject) if (match := pattern.search(words))), None)
        if found and not quantity.hedge and not quantity.is_word and not _TAIL.match(passage.text, quantity.end):
            said = passage.quote(opening + found.start("clause"), quantity.end)
            sexes = [found[name] for name in ("sex1", "sex2") if found.groupdict().get(name)]
            sex = _sex_of(sexes) if sexes or _ANY_SEX.search(passage.text) else Sex.TOTAL
            yield Saying(Kind.OUTCOME, quantity, said, _when(passage.text, found["clause"]), sex)


def targets_said(passage: Passage) -> Iterator[Saying]:
    """Not those of others, nor those of another time."""
    if _OTHERS.search(passage.text):
        return
    for quantity in passage.quantities:
        opening = max(0, quantity.start - _LONGEST_CLAUSE)
        words = passage.text[opening : quantity.start]
        found = _TARGET.search(words) or _AIMED_AT.search(words)
        if found and not quantity.is_word and not _TAIL.match(passage.text, quantity.end):
            said = passage.quote(opening + found.start(), quantity.end).replace("”", "")
            yield Saying(Kind.TARGET, quantity, said, _when(passage.text, found[0]))


def named(name: str) -> str:
    """A pattern of an indicator's name as the subject of a sentence: every word may have an ending."""
    words = re.findall(r"[\w-]+", name)
    return r"(?:den |det )?(?:totala )?" + r" ".join(rf"{re.escape(word)}\w{{0,4}}" for word in words)


@lru_cache(maxsize=1024)
def _patterns(subject: str) -> tuple[re.Pattern[str], ...]:
    """`utfallet var …`, `i T2 var utfallet …`, `utfallet skulle bli … och blev …`."""
    period = rf"(?:{_PERIOD} )?"
    straight = (
        rf"{_START}(?P<clause>{period}{subject}(?: {_PERIOD})?(?: {_SEX.format(name='sex1')})?(?: {_PERIOD})? "
        rf"{_VERB}{_ADVERBS} )$"
    )
    turned = (
        rf"{_START}(?P<clause>(?:{_PERIOD}|{_SEX.format(name='sex1')}) {_VERB} {subject}"
        rf"(?: {_SEX.format(name='sex2')})?{_ADVERBS}(?: på| till)? )$"
    )
    aimed = rf"^(?P<clause>{period}{subject} skulle (?:[^,;:()]|,(?=\d)){{0,60}} och {_VERB} )$"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (straight, turned, aimed))


def _when(sentence: str, clause: str) -> tuple[When, ...]:
    """The periods that the clause names, else those of the sentence."""
    return tuple(_mentions(clause)) or tuple(_mentions(sentence))


def _mentions(text: str) -> Iterable[When]:
    for match in _MENTION.finditer(text):
        year = match["year"] or match["of"] or match["in"]
        part = f"T{match['tertial']}" if match["tertial"] else f"K{match['quarter']}" if match["quarter"] else ""
        yield When(part, int(year) if year else None)


def _sex_of(words: list[str]) -> str:
    if not words:
        return ""
    return Sex.WOMEN if words[0].lower().startswith(("kvinn", "flick")) else Sex.MEN
