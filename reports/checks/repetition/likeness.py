"""How like each other texts are, by the words that stand in a row in both. Pure, and linear in their length."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_RUN = 3
_COMMON = 8
"""A run of words that stands in more texts than this is a turn of phrase, and tells nothing."""
_MOST_TRIES = 50
"""So many times a run may stand in one text and be tried: more often it is no prose."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """`words` are the text's own in order, without case and marks; `runs` every three of them after one another."""

    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]

    def share_with(self, other: "Likeness") -> float:
        """How much of what either says they both say, from 0 to 1. Marks and capitals do not count."""
        if self.words == other.words:
            return 1.0
        either = len(self.runs | other.runs)
        return len(self.runs & other.runs) / either if either else 0.0


def words_of(text: str) -> list[str]:
    """As they are written, without the marks between them."""
    return _WORD.findall(text)


def likeness_of(text: str) -> Likeness:
    words = tuple(words_of(text.casefold()))
    return Likeness(words, frozenset(words[start : start + _RUN] for start in range(len(words) - _RUN + 1)))


def alike(texts: Sequence[Likeness], least: float) -> Iterator[tuple[int, int, float]]:
    """The pairs that share at least so much, by their places, the earlier first.

    Only those that have a run in common are compared, and a run in very many of them makes nobody compare. Identical
    texts are for whoever groups them: each distinct text should be given once.
    """
    holding: dict[tuple[str, ...], list[int]] = {}
    for place, text in enumerate(texts):
        for run in text.runs:
            holding.setdefault(run, []).append(place)
    shared = Counter(
        (first, second)
        for places in holding.values()
        if len(places) <= _COMMON
        for number, first in enumerate(places)
        for second in places[number + 1 :]
    )
    for first, second in sorted(shared):
        share = texts[first].share_with(texts[second])
        if share >= least:
            yield first, second, share


@dataclass(frozen=True, slots=True)
class Passage:
    """So many words in a row that two texts share; `start` is where they begin in the later one, counted in words."""

    earlier: int
    later: int
    start: int
    length: int


def passages(texts: Sequence[Likeness], least: int) -> Iterator[Passage]:
    """The longest that each pair shares, if it has at least so many words, by the places of the texts.

    Only every tenth or so run of words is kept and each text is read against them: what is shared, and as long as it
    has to be, holds one of those that are kept. A run in very many texts is a turn of phrase.
    """
    size = least // 2
    kept = _kept(texts, size)
    longest: dict[tuple[int, int], Passage] = {}
    for later, text in enumerate(texts):
        read_to: dict[tuple[int, int], int] = {}
        tries: Counter[tuple[int, int]] = Counter()
        for start in range(len(text.words) - size + 1):
            for earlier, place in kept.get(text.words[start : start + size], ()):
                aligned = (earlier, place - start)
                if earlier == later or start < read_to.get(aligned, 0) or tries[earlier, place] >= _MOST_TRIES:
                    continue
                tries[earlier, place] += 1
                before, after = _spread(texts[earlier].words, place, text.words, start, size)
                read_to[aligned] = start + after
                found = _in_order(earlier, place - before, later, start - before, before + after)
                known = longest.get((found.earlier, found.later))
                if found.length >= least and (known is None or found.length > known.length):
                    longest[found.earlier, found.later] = found
    yield from (longest[pair] for pair in sorted(longest))


def _kept(texts: Sequence[Likeness], size: int) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """The runs of so many words that begin at every so many words, with text and place, each once in a text."""
    found: dict[tuple[str, ...], dict[int, int]] = {}
    for number, text in enumerate(texts):
        for place in range(0, len(text.words) - size + 1, size):
            found.setdefault(text.words[place : place + size], {}).setdefault(number, place)
    return {run: list(places.items()) for run, places in found.items() if len(places) <= _COMMON}


def _spread(one: tuple[str, ...], place: int, other: tuple[str, ...], start: int, size: int) -> tuple[int, int]:
    """How many words are the same before the two places, and from them on."""
    before, after = 0, size
    while before < min(place, start) and one[place - before - 1] == other[start - before - 1]:
        before += 1
    while after < min(len(one) - place, len(other) - start) and one[place + after] == other[start + after]:
        after += 1
    return before, after


def _in_order(text: int, place: int, other: int, start: int, length: int) -> Passage:
    return Passage(text, other, start, length) if text < other else Passage(other, text, place, length)
