"""What a rich text is refused for."""

from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import format_number

MAX_CHARACTERS = 100_000
"""Of the canonical HTML, which is what is stored."""

MAX_CHARACTERS_PASTED = 300_000
"""Of what comes in: Word wraps a text in several times its own length, all of which is cleaned away."""


class RichTextFault(ValueError):
    """A text that cannot be taken in; the message is for the person who wrote it."""


def refuse_longer_than(limit: int, text: str) -> None:
    """Raises RichTextFault for a text of more characters than the limit."""
    if len(text) > limit:
        raise RichTextFault(
            _("Texten är för lång: %(length)s tecken med formateringen inräknad, och högst %(limit)s får plats.")
            % {"length": format_number(Decimal(len(text)), 0), "limit": format_number(Decimal(limit), 0)}
        )
