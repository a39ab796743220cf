"""How like each other texts are: by the runs of three words that they share. Pure, and linear in their length."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_RUN = 3
_COMMON = 8
"""A run of words that stands in more texts than this is a turn of phrase, and tells nothing."""


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


def likeness_of(text: str) -> Likeness:
    words = tuple(_WORD.findall(text.casefold()))
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
