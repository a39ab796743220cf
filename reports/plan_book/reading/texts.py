"""Texts of one cell without what cannot be kept."""

import unicodedata

from django.utils.translation import gettext as _

from reports.plan_book.faults import CellFault

_SHOWN = 40


def clean_text(text: str) -> str:
    """Without space around it, with `\\n` for every line break. Raises CellFault for a control character."""
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        refuse_control_characters(text)
    return text.strip()


def refuse_control_characters(text: str) -> None:
    """Raises CellFault for the first one other than line break and tab, saying which."""
    for char in text:
        if char not in "\n\t" and (unicodedata.category(char) in {"Cc", "Cs"} or char in "\ufffe\uffff"):
            raise CellFault(
                _("texten innehåller styrtecknet %(code)s. Av styrtecken är bara radbrytning och tabb tillåtna.")
                % {"code": f"U+{ord(char):04X}"}
            )


def shortened(text: str) -> str:
    """On one line and short enough to stand in a message."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
