"""What a person has written in a search field, as something to look for. Any text is an answer; none is an error.

mål bemötande        both words, in any form, and longer words that begin so (bemötandeplan)
"ej uppnått"         these words after one another, as they are written
trygg*               words that begin so, however short
-budget              not this word
e-tjänst, 2,5        what is written together stands together
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup.core.search.words import Word, normal_text, with_whole_numbers, words_of

SHORTEST_BEGINNING = 3
"""Letters from which a word also finds longer words."""
SHORTEST_STARRED = 2

_CHUNK = re.compile(r"(?P<minus>-?)[\"“”„](?P<quoted>[^\"“”„]*)[\"“”„]?|(?P<plain>[^\s\"“”„]+)")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand after one another. `is_exact`: as written, not in other forms.

    `is_beginning`: the last of them may be the beginning of a longer word.
    """

    words: tuple[Word, ...]
    is_exact: bool = False
    is_beginning: bool = False

    def places(self, words: Sequence[Word]) -> Iterator[range]:
        """Where it stands among the words, as their numbers."""
        length = len(self.words)
        for start in range(len(words) - length + 1):
            here = words[start : start + length]
            if self._is_written(here) or (not self.is_exact and self._has_stems(here)):
                yield range(start, start + length)

    def _is_written(self, here: Sequence[Word]) -> bool:
        *first, last = [word.text for word in self.words]
        if [word.text for word in here[:-1]] != first:
            return False
        return here[-1].text.startswith(last) if self.is_beginning else here[-1].text == last

    def _has_stems(self, here: Sequence[Word]) -> bool:
        return [word.stem for word in here] == [word.stem for word in self.words]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """All `wanted` and none of `unwanted`."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.wanted)

    def finds(self, *texts: Sequence[Word]) -> bool:
        """Whether it finds what has these texts, such as a title and a text; each term stands whole in one of them."""

        def stands(term: Term) -> bool:
            return any(next(term.places(words), None) for words in texts)

        return bool(self) and all(map(stands, self.wanted)) and not any(map(stands, self.unwanted))


def parse(text: str) -> SearchQuery:
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for match in _CHUNK.finditer(with_whole_numbers(normal_text(text))):
        minus, quoted, plain = match["minus"], match["quoted"], match["plain"]
        if plain is not None:
            minus, plain = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
        term = _quoted(quoted) if plain is None else _plain(plain, is_unwanted=bool(minus))
        if term.words:
            (unwanted if minus else wanted).append(term)
    return SearchQuery(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def _quoted(text: str) -> Term:
    return Term(_words(text), is_exact=True)


def _plain(text: str, *, is_unwanted: bool) -> Term:
    words = _words(text)
    last = words[-1].text if words else ""
    if text.endswith("*"):
        return Term(words, is_beginning=len(last) >= SHORTEST_STARRED)
    return Term(words, is_beginning=not is_unwanted and len(last) >= SHORTEST_BEGINNING and last.isalpha())


def _words(text: str) -> tuple[Word, ...]:
    """Without their places, so that a word written twice is the same."""
    return tuple(Word(word.text, word.stem) for word in words_of(text))
