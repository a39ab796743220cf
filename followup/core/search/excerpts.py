"""A text with what was found in it: all of it for a title, a few words around for an excerpt. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup.core.search.asked import SearchQuery
from followup.core.search.words import Word, words_of

AROUND = 30
"""Words of an excerpt, what was found included."""
BEFORE = 8
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_found: bool = False


def marked(text: str, query: SearchQuery) -> tuple[Piece, ...]:
    """The whole text in pieces; joined they are the text."""
    words = words_of(text)
    return tuple(_pieces(text, words, _found(words, query), 0, len(text)))


def excerpt(text: str, query: SearchQuery) -> tuple[Piece, ...]:
    """The stretch of the text that shows most of what was asked for, the first where several do.

    Its beginning where nothing was found in it. An ellipsis says where something was left out.
    """
    words = words_of(text)
    if len(words) <= AROUND:
        return tuple(_pieces(text, words, _found(words, query), 0, len(text)))
    found = _found(words, query)
    first = _best_start(words, query)
    last = min(first + AROUND, len(words))
    first = max(0, last - AROUND)
    start = words[first].start if first else 0
    end = words[last - 1].end if last < len(words) else len(text)
    pieces = list(_pieces(text, words, found, start, end))
    if start:
        pieces.insert(0, Piece(f"{ELLIPSIS} "))
    if end < len(text):
        pieces.append(Piece(f" {ELLIPSIS}"))
    return tuple(pieces)


def _found(words: list[Word], query: SearchQuery) -> set[int]:
    return {number for term in query.wanted for place in term.places(words) for number in place}


def _best_start(words: list[Word], query: SearchQuery) -> int:
    """Where an excerpt begins that shows as many terms as any does."""
    places = sorted((place.start, number) for number, term in enumerate(query.wanted) for place in term.places(words))
    best, most = 0, 0
    for index, (start, _term) in enumerate(places):
        shown = set()
        for other, term in places[index:]:
            if other >= start + AROUND - BEFORE:
                break
            shown.add(term)
        if len(shown) > most:
            best, most = start, len(shown)
    return max(0, best - BEFORE)


def _pieces(text: str, words: list[Word], found: set[int], start: int, end: int) -> Iterator[Piece]:
    """Words that were found beside one another, with one character between them, are one piece."""
    at = start
    run: tuple[int, int] | None = None
    for number, word in enumerate(words):
        if word.start < start or word.end > end or number not in found:
            continue
        if run and number - 1 in found and word.start - run[1] <= 1:
            run = (run[0], word.end)
            continue
        if run:
            yield from _with_before(text, at, run)
            at = run[1]
        run = (word.start, word.end)
    if run:
        yield from _with_before(text, at, run)
        at = run[1]
    if at < end:
        yield Piece(text[at:end])


def _with_before(text: str, at: int, run: tuple[int, int]) -> Iterator[Piece]:
    if at < run[0]:
        yield Piece(text[at : run[0]])
    yield Piece(text[run[0] : run[1]], is_found=True)
