"""Rich text as it is set: what belongs together stays on one line; and as plain words, where nothing can be set."""

import re

from followup.core.numbers import NO_BREAK_SPACE
from followup.core.richtext.blocks import BOUNDARY, LITERAL
from followup.core.richtext.text import to_text

_TAG = re.compile(r"(<[^>]*>)")
_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)")
_BEFORE_ITS_UNIT = re.compile(
    r"(?<=\d) (?=%|(?:procent\w*|[tm]?kr|mnkr|mdkr|kronor|miljon(?:er)?|st|år|månad(?:er)?|veck(?:a|or)|dag(?:ar)?|"
    r"dygn|timm(?:e|ar)|personer|platser)\b)"
)
_BEFORE_ITS_NUMBER = re.compile(r"(?<=§) (?=\d)")
_SET_APART = str.maketrans("", "", BOUNDARY + LITERAL)


def kept_together(html: str) -> str:
    """The same with no-break spaces inside numbers, and between a number and its unit."""
    return "".join(piece if piece.startswith("<") else _together(piece) for piece in _TAG.split(html))


def plain_text(html: str) -> str:
    """The words alone, without marks of emphasis or of headings; a list's items still begin with theirs."""
    bare = re.sub(r"</?em>", "", html).replace("<h3>", "<p>").replace("</h3>", "</p>")
    return to_text(bare).translate(_SET_APART)


def _together(text: str) -> str:
    text = _THOUSANDS.sub(lambda number: number[0].replace(" ", NO_BREAK_SPACE), text)
    for space in (_BEFORE_ITS_UNIT, _BEFORE_ITS_NUMBER):
        text = space.sub(NO_BREAK_SPACE, text)
    return text
