"""Texts of one cell without what cannot be kept."""

import re

from django.utils.translation import gettext as _

from reports.plan_book.faults import CellFault

_SHOWN = 40
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """Without space around it, with `\\n` for every line break. Raises CellFault for a control character."""
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        refuse_control_characters(text)
    return text.strip()


def refuse_control_characters(text: str) -> None:
    """Raises CellFault for the first one other than line break and tab, saying which."""
    found = _CONTROL.search(text)
    if found:
        raise CellFault(
            _("texten innehåller styrtecknet %(code)s. Av styrtecken är bara radbrytning och tabb tillåtna.")
            % {"code": f"U+{ord(found[0]):04X}"}
        )


def shortened(text: str) -> str:
    """On one line and short enough to stand in a message."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
