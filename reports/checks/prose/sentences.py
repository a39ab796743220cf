"""A text cut into lines and sentences. Linear in the length of the text."""

import re
from dataclasses import dataclass

from followup.core.richtext import plain_lines

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"”’'(\[–—\-−+]?\s?[A-ZÅÄÖÉ0-9])")
_LAST_WORD = re.compile(r"[\w.]+$")
_LONGEST_WORD = 12
_ABBREVIATIONS = frozenset(
    "t.ex ex bl.a bla ca c:a kl nr s.k sk dvs d.v.s resp t.o.m tom fr.o.m f.d inkl exkl jfr kap max min p.g.a pga "
    "prel sid tel tf ev f.n ang obs avd dnr".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start` is where it begins in its line."""

    text: str
    start: int


def lines_of(plain: str, html: str = "") -> tuple[str, ...]:
    """What stands on a line of its own: a paragraph, an item of a list. The whole text where it never was rich.

    Every kind of space is one ordinary space.
    """
    lines = plain_lines(html) if html else (plain,)
    return tuple(" ".join(line.split()) for line in lines if line.strip())


def sentences_in(line: str) -> tuple[Sentence, ...]:
    """The sentences of a line; a full stop after an abbreviation or within a number ends none."""
    found: list[Sentence] = []
    start = 0
    for end in _END.finditer(line):
        if line[end.start()] == "." and _is_abbreviated(line, end.start()):
            continue
        found.append(Sentence(line[start : end.end()].rstrip(), start))
        start = end.end()
    if line[start:].strip():
        found.append(Sentence(line[start:].rstrip(), start))
    return tuple(found)


def _is_abbreviated(line: str, stop: int) -> bool:
    before = _LAST_WORD.search(line[max(0, stop - _LONGEST_WORD) : stop])
    return before is not None and before[0].lower().strip(".") in _ABBREVIATIONS


