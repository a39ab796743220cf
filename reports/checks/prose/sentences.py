"""A text cut into lines and sentences. Linear in the length of the text."""

import re
from dataclasses import dataclass
from html import unescape

_LINE_TAG = re.compile(r"</?(?:p|br|ul|ol|li|h3)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"”’'(\[–—\-−+]?\s?[A-ZÅÄÖÉ0-9])")
_LAST_WORD = re.compile(r"[\w.]+$")
_LONGEST_WORD = 12
_ABBREVIATION = re.compile(
    r"t\.ex|ex|bl\.a|ca|c:a|kl|nr|s\.k|dvs|d\.v\.s|resp|t\.o\.m|fr\.o\.m|f\.d|inkl|exkl|jfr|kap|max|min|p\.g\.a|prel|sid|tel|tf|"
    r"ev|f\.n|ang|obs|avd|dnr"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start` is where it begins in its line."""

    text: str
    start: int


def lines_of(plain: str, html: str = "") -> tuple[str, ...]:
    """What stands on a line of its own: a paragraph, an item of a list. The whole text where it never was rich.

    `html` is canonical, as it is stored, so that its lines are found without reading it as a document. Every kind of
    space is one ordinary space.
    """
    lines = [unescape(_TAG.sub("", line)) for line in _LINE_TAG.split(html)] if html else [plain]
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
    return before is not None and _ABBREVIATION.fullmatch(before[0].lower().strip(".")) is not None
