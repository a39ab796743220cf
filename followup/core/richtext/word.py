"""Lists as Word and Outlook paste them: paragraphs that begin with a bullet or a number and no-break space."""

import re
from dataclasses import dataclass

from followup.core.richtext.blocks import LIST_GLYPHS

_PADDING = r"(?=\s*\u00a0)\s+"
_WIDE_PADDING = r"(?=\s*\u00a0)\s{2,}"
_GLYPH = f"[{LIST_GLYPHS}]"
# In its symbol fonts Word writes bullets as letters: o is a ring, v, q, ü and Ø are ornaments.
_MARKED = re.compile(r"\s*(?:(?P<bullet>[^\w\s]|[ovqüØ])|(?P<number>[0-9]{1,3})[.)])\s+")
_PADDED = re.compile(
    rf"\s*(?:(?P<bullet>{_GLYPH}{_PADDING}|o{_WIDE_PADDING})|(?P<number>[0-9]{{1,3}})\.{_WIDE_PADDING})"
)
_LEVEL = re.compile(r"mso-list:[^;]*\blevel([0-9])")


@dataclass(frozen=True)
class Marker:
    """How a list item was marked: a bullet (`number` None) or a number; its level from 1; its length in characters."""

    number: int | None
    level: int
    length: int


def list_marker(text: str, css_class: str, style: str) -> Marker | None:
    """The marker that a pasted paragraph begins with, or None if it is no list item.

    In a paragraph that says itself that it is one, any marker counts. In others only what nobody types: a bullet
    before a no-break space, `o` or `1.` before several. So an ordinary `1. ` or `• ` stays text.
    """
    in_list = "mso-list:" in style or css_class.startswith("MsoListParagraph")
    found = (_MARKED if in_list else _PADDED).match(text)
    if found is None or not text[found.end() :].strip():
        return None
    level = _LEVEL.search(style)
    return Marker(
        number=int(found["number"]) if found["number"] else None,
        level=int(level[1]) if level else 1,
        length=found.end(),
    )
