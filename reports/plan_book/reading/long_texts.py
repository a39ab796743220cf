"""Long texts in their canonical form: what `to_text(from_text(…))` gives, which takes its time."""

import re

from followup.core.richtext import RichTextFault, from_text, to_text
from reports.plan_book.faults import CellFault

_NEEDS_READING = re.compile(r"[*\u200b\u2060]|^\s*(?:-\s|##\s|[1-9][0-9]{0,3}\.\s)", re.MULTILINE)
_LETTERS_AND_SPACE = re.compile(r"[ -~¡-ÿ–—‘’“”…•−\u0100-\u024f\n]*")
_MANY_SPACES = re.compile(" *\n *")
_MANY_BREAKS = re.compile("\n{3,}")
_LONGEST_AT_ONCE = 20_000
"""Characters that cannot be too many even if each were written as an HTML entity."""


class LongTexts:
    """Remembers what it has read: the same text stands in many rows."""

    def __init__(self) -> None:
        self._canonical: dict[str, str] = {}

    def canonical(self, text: str) -> str:
        """Raises CellFault for what a long text may not hold."""
        found = self._canonical.get(text)
        if found is None:
            found = self._canonical[text] = canonical_long_text(text)
        return found


def canonical_long_text(text: str) -> str:
    """`to_text(from_text(text))`, without making HTML where the text has no marks. Raises CellFault."""
    if len(text) <= _LONGEST_AT_ONCE and _LETTERS_AND_SPACE.fullmatch(text) and not _NEEDS_READING.search(text):
        return _MANY_BREAKS.sub("\n\n", _MANY_SPACES.sub("\n", text)).strip()
    try:
        return to_text(from_text(text))
    except RichTextFault as fault:
        raise CellFault(str(fault)) from fault
