"""Stored rich text as the text of a cell."""

import re
from html import unescape

from followup.core.richtext import to_text

_PARAGRAPHS_ALONE = re.compile(r"(?:<p>[^<*\n\r\t\u200b\u2060]+(?:<br>[^<*\n\r\t\u200b\u2060]+)*</p>)+")
_LOOKS_LIKE_MARKUP = re.compile(r"\||\s|-\s|##\s|[0-9]+\.\s")
_PARTS_PARAGRAPHS = "</p><p>"


def long_text(html: str | None) -> str:
    """`to_text` of the stored HTML; paragraphs without lists, emphasis and links are written out directly."""
    if not html:
        return ""
    if _PARAGRAPHS_ALONE.fullmatch(html):
        text = unescape(html[3:-4].replace(_PARTS_PARAGRAPHS, "\n\n").replace("<br>", "\n"))
        if "*" not in text and not any(map(_LOOKS_LIKE_MARKUP.match, filter(None, text.split("\n")))):
            return text
    return to_text(html)
