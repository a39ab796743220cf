"""The stars of the text format, within one line: `*text*` is emphasised, every other star is a star.

A star opens when neither a letter, a digit nor a star stands before it, and neither space nor a star after it; it
closes when no space stands before it, and neither a letter, a digit nor a star after it; between the two there is no
further star. So `2*3*4`, `12* och 13*`, `**` and `* a *` are plain.

What was not typed as text may be something that these rules cannot say. Then two characters without width say it:
LITERAL after a star makes it a plain one (`*text*` with both stars showing), BOUNDARY makes room for a star where
emphasis begins or ends inside a word. Reading drops both, so they are never stored, and a text that was typed
never needs them.
"""

import re
from itertools import groupby

from followup.core.richtext.blocks import BOUNDARY, LITERAL, Char, Line, plain, tidy_line, words

_EMPHASISED = re.compile(
    rf"(?<![\w*])\*(?![\s*{LITERAL}])(?P<inside>(?:[^*]|\*{LITERAL})+?)(?<!\s)\*(?![\w*{LITERAL}])"
)
_TAKES_NO_STAR_BESIDE = re.compile(r"[\w*]")


def read_line(text: str) -> Line:
    """The line that a text without line breaks stands for."""
    chars: list[Char] = []
    end = 0
    for found in _EMPHASISED.finditer(text):
        chars.extend(plain(text[end : found.start()]))
        chars.extend(Char(char, em=True) for char in found["inside"])
        end = found.end()
    return tidy_line((*chars, *plain(text[end:])))


def write_line(line: Line) -> str:
    """The text that `read_line` reads as the line, with stars marked as plain only where they have to be.

    Links must have been written out before.
    """
    text = _spelled(line, star="*")
    return text if "*" not in text or read_line(text) == line else _spelled(line, star="*" + LITERAL)


def _spelled(line: Line, *, star: str) -> str:
    parts: list[str] = []
    runs = [(em, words(run)) for em, run in groupby(line, key=lambda char: char.em)]
    for index, (em, run) in enumerate(runs):
        text = run.replace("*", star)
        if em:
            before = runs[index - 1][1][-1] if index else ""
            after = runs[index + 1][1][0] if index + 1 < len(runs) else ""
            text = f"{_room(before)}*{BOUNDARY if run[0] == '*' else ''}{text}*{_room(after)}"
        parts.append(text)
    return "".join(parts)


def _room(neighbour: str) -> str:
    return BOUNDARY if _TAKES_NO_STAR_BESIDE.match(neighbour) else ""
