"""Texts in short: as many whole sentences as there is room for, else whole words. Pure."""

import re

from followup.core.richtext import plain_text
from reports.build.promises import promises_in

_SENTENCE = re.compile(r"(?<=[.!?”])\s+(?=[A-ZÅÄÖ”\d])")


def in_short(html: str, room: int) -> str:
    """The beginning of a rich text, in plain words."""
    return shortened(plain_text(html), room)


def measures_in_short(html: str, room: int) -> str:
    """The measures that a text promises, one after the other."""
    return shortened(" ".join(each if each[-1] in ".!?" else f"{each}." for each in promises_in(html)), room)


def shortened(text: str, room: int) -> str:
    """Sentences are left out without a mark while the first fits; a sentence that is cut ends with one."""
    if len(text) <= room:
        return text
    kept = ""
    for sentence in _SENTENCE.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > room:
            break
        kept = longer
    if kept:
        return kept
    return f"{text[: room - 1].rsplit(' ', 1)[0].rstrip(' ,;:–-')} …"
