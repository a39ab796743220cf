"""Words of a Swedish text as they are looked for: folded, and cut to their stem."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

LONGEST = 60
"""Characters of a word that count. A database has a longest word too, and this is shorter."""

_THOUSANDS = r"(?<![^\W_])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![^\W_])"
_WORD = re.compile(rf"{_THOUSANDS}|[^\W_]+")
_STEMMER = snowballstemmer.stemmer("swedish")
_DEFINITE = re.compile(r"([^\Waeiouyåäö]*[aeiouyåäö]\w*[bcdfghjklmnpqrstvwxz][bcdfgjklmnpqrstvwxz]et)s?")
"""`barnet`, `värdet`, `fallets`: Snowball cuts et after one consonant, and leaves it after two. Not that of `enhet`."""
_NOT_DEFINITE = ("budget", "internet", "kret", "magnet")
_IRREGULAR = {"året": "år", "årets": "år", "åren": "år", "årens": "år"}
"""Too short for Snowball, and in every report."""
_KNOWN = unicodedata.ucd_3_2_0
"""Letters and digits that every database knows as such: SQLite's list is of an older Unicode than Python's."""


class Word(NamedTuple):
    """`text` is folded; it stands at `start` up to `end` in the text it was read from."""

    text: str
    stem: str
    start: int = 0
    end: int = 0


def normal_text(text: str) -> str:
    """The text with composed characters, so that å is one character; this is what is stored and marked."""
    return unicodedata.normalize("NFC", text)


def words_of(text: str) -> list[Word]:
    """The words in order. A number with thousands apart is one word: 12 500 is 12500.

    What stands between words parts them: a hyphen, a decimal comma, an underscore. `text` is in normal form.
    """
    found = ((_folded(match[0]), match) for match in _WORD.finditer(text))
    return [Word(word, stem_of(word), match.start(), match.end()) for word, match in found if word]


def with_whole_numbers(text: str) -> str:
    """The text with 12 500 written as 12500, which is how it is a word."""
    return re.sub(_THOUSANDS, lambda match: "".join(filter(str.isdigit, match[0])), text)


@lru_cache(maxsize=100_000)
def stem_of(word: str) -> str:
    """The stem of a folded word: `mål`, `målen` and `målets` have one. Cut until nothing more goes, genitives twice."""
    word = _IRREGULAR.get(word) or _indefinite(word)
    while (shorter := _STEMMER.stemWord(word)) != word:
        word = shorter
    return word


def _indefinite(word: str) -> str:
    """Without the et that Snowball leaves; the word itself where there is none."""
    definite = _DEFINITE.fullmatch(word)
    if definite is None or definite[1].endswith(_NOT_DEFINITE) or _STEMMER.stemWord(definite[1]) != definite[1]:
        return word
    return definite[1].removesuffix("et")


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    folded = unicodedata.normalize("NFC", word.casefold())
    return "".join(char for char in folded if _KNOWN.category(char)[0] in "LN")[:LONGEST]
