"""Long texts in their canonical form: what `to_text(from_text(…))` gives, which takes its time."""

import re

from django.utils.translation import gettext as _

from followup.core.richtext import RichTextFault, from_text, to_text
from reports.plan_book.book import BookFault
from reports.plan_book.faults import CellFault

_NEEDS_READING = re.compile(r"[*\u200b\u2060]|^[^\S\n]*\||^[^\S\n]*(?:-\s|##\s|[1-9][0-9]{0,3}\.\s)", re.MULTILINE)
_LETTERS_AND_SPACE = re.compile(r"[ -~¡-ÿ–—‘’“”…•−\u0100-\u024f\n]*")
_MANY_BREAKS = re.compile("\n{3,}")
_LONGEST_AT_ONCE = 20_000
"""Characters that cannot be too many even if each were written as an HTML entity."""


MOST_MARKED = 10_000_000
"""Characters of texts with marks in a book, which take a second for every two hundred thousand."""


class LongTexts:
    """Remembers what it has read: the same text stands in many rows."""

    def __init__(self) -> None:
        self._canonical: dict[tuple[str, bool], str] = {}
        self._left = MOST_MARKED

    def canonical(self, text: str, *, tables: bool = False) -> str:
        """Raises CellFault for what a long text may not hold, and BookFault when there is too much to read."""
        found = self._canonical.get((text, tables))
        if found is None:
            if not _is_plain(text):
                self._left -= len(text)
            if self._left < 0:
                raise BookFault((_("Arbetsboken innehåller för mycket text med listor och betoningar. Dela upp den."),))
            found = self._canonical[text, tables] = canonical_long_text(text, tables=tables)
        return found


def canonical_long_text(text: str, *, tables: bool = False) -> str:
    """`to_text(from_text(text, tables=tables))`, without making HTML where the text has no marks. Raises CellFault."""
    if _is_plain(text):
        return _MANY_BREAKS.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()
    try:
        return to_text(from_text(text, tables=tables))
    except RichTextFault as fault:
        raise CellFault(str(fault)) from fault


def _is_plain(text: str) -> bool:
    """Whether the text surely has no marks, and nothing that the rich text would drop or change."""
    return (
        len(text) <= _LONGEST_AT_ONCE
        and _LETTERS_AND_SPACE.fullmatch(text) is not None
        and not _NEEDS_READING.search(text)
    )
