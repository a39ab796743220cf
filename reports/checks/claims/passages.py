"""Sentences with their quantities, and what a finder hands back. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.claims.working import Outcome
from reports.checks.prose import Quantity, lines_of, quantities_in, sentences_in


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence; `before` is the one before it on the same line."""

    text: str
    quantities: tuple[Quantity, ...]
    before: "Passage | None" = None

    def between(self, one: Quantity, other: Quantity) -> str:
        return self.text[one.end : other.start]

    def runs(self, length: int) -> Iterator[tuple[Quantity, ...]]:
        """All quantities in a row, so many at a time."""
        for start in range(len(self.quantities) - length + 1):
            yield self.quantities[start : start + length]

    def quote(self, start: int, end: int) -> str:
        """The words from one place to another, with a bracket that was opened closed."""
        words = self.text[start:end].strip(" ,.")
        return f"{words})" if words.count("(") > words.count(")") else words


@dataclass(frozen=True, slots=True)
class Claim:
    """`said` are the text's own words, `fact` what holds instead: `57 / 70 = 81 %`."""

    said: str
    fact: str
    outcome: Outcome


def passages_of(plain: str, html: str = "") -> Iterator[Passage]:
    for line in lines_of(plain, html):
        before = None
        for sentence in sentences_in(line):
            before = Passage(sentence.text, quantities_in(sentence.text), before)
            yield before
            before = Passage(before.text, before.quantities)


def whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
