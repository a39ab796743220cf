"""Two versions of a text as the passages that stayed, went and came. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_AROUND = 60
"""Characters of what stayed that are shown on each side of a change."""
_MOST_WORDS = 4000
"""Longer texts are compared by line: the time to compare words grows with the square."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`kind` is `same`, `removed` or `added`."""

    kind: str
    text: str


def passages(old: str, new: str) -> tuple[Passage, ...]:
    """What stayed is shortened to what stands nearest the changes."""
    before, after = _words(old), _words(new)
    if len(before) > _MOST_WORDS or len(after) > _MOST_WORDS:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found: list[Passage] = []
    for kind, from_old, to_old, from_new, to_new in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Passage("same", "".join(before[from_old:to_old])))
            continue
        if to_old > from_old:
            found.append(Passage("removed", "".join(before[from_old:to_old])))
        if to_new > from_new:
            found.append(Passage("added", "".join(after[from_new:to_new])))
    return tuple(_shortened(found))


def _words(text: str) -> list[str]:
    """Words with the space after them, so that putting them together gives the text."""
    return re.findall(r"\S+\s*|^\s+", text)


def _shortened(found: Sequence[Passage]) -> list[Passage]:
    last = len(found) - 1
    return [
        Passage("same", _middle_out(each.text, keeps_start=place > 0, keeps_end=place < last))
        if each.kind == "same"
        else each
        for place, each in enumerate(found)
    ]


def _middle_out(text: str, *, keeps_start: bool, keeps_end: bool) -> str:
    kept = _AROUND * (keeps_start + keeps_end)
    if len(text) <= kept + _AROUND:
        return text
    start = text[:_AROUND].rsplit(None, 1)[0] if keeps_start else ""
    end = text[-_AROUND:].split(None, 1)[-1] if keeps_end else ""
    return f"{start} … {end}"
