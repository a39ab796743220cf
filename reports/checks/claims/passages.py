"""Sentences with their quantities, and what a finder hands back. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.claims.working import Outcome
from reports.checks.prose import Quantity, lines_of, quantities_in, sentences_in
from reports.checks.scope import Scope
from reports.checks.texts import Text, texts_of


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


def read_texts(scope: Scope) -> tuple[tuple[Text, tuple[Passage, ...]], ...]:
    """Every text of the report with its sentences, in the report's order."""
    return scope.once(_read_texts)


def _read_texts(scope: Scope) -> tuple[tuple[Text, tuple[Passage, ...]], ...]:
    return tuple((text, tuple(passages_of(text.plain, text.html))) for text in texts_of(scope))


def passages_of(plain: str, html: str = "") -> Iterator[Passage]:
    for line in lines_of(plain, html):
        before = None
        for sentence in sentences_in(line):
            before = Passage(sentence.text, quantities_in(sentence.text), before)
            yield before
            before = Passage(before.text, before.quantities)


def whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
