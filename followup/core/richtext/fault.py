"""What a rich text is refused for."""

import re

from django.utils.translation import gettext as _

from followup.core.numbers import format_count

MAX_CHARACTERS = 100_000
"""Of the canonical HTML, which is what is stored."""

MAX_CHARACTERS_PASTED = 300_000
"""Of what comes in: Word wraps a text in several times its own length, all of which is cleaned away."""

MAX_DEPTH = 5_000
"""Elements inside one another; nobody writes so many, and the time to read them grows with the square."""

# The end of these need not be written, and they never stand directly in one of their own kind.
_OF_NO_DEPTH = "p|li|td|th|tr|thead|tbody|tfoot|dd|dt|option|br|hr|img|input|meta|link|col|wbr|area|base|source"
_TAG = re.compile(rf"<(/?)(?!(?:{_OF_NO_DEPTH})[\s/>])[a-z]", re.IGNORECASE)


class RichTextFault(ValueError):
    """A text that cannot be taken in; the message is for the person who wrote it."""


def refuse_longer_than(limit: int, text: str) -> None:
    """Raises RichTextFault for a text of more characters than the limit."""
    if len(text) > limit:
        raise RichTextFault(
            _("Texten är för lång: %(length)s tecken med formateringen inräknad, och högst %(limit)s får plats.")
            % {"length": format_count(len(text)), "limit": format_count(limit)}
        )


def refuse_too_deep(html: str) -> None:
    """Raises RichTextFault for elements nested deeper than MAX_DEPTH, before they are parsed."""
    depth = 0
    for tag in _TAG.finditer(html):
        depth += -1 if tag[1] and depth else not tag[1]
        if depth > MAX_DEPTH:
            raise RichTextFault(
                _("Texten har för många nivåer av formatering. Klistra in den som oformaterad text i stället.")
            )
