"""Choosing between two answers part by part: what has changed, what is proposed, what was chosen. Pure.

A part is known by its `mark`, a short fingerprint of what it says. The form carries the marks of the answer that the
person had before them when they began, so that it shows who of the two has changed what.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.fingerprints import fingerprint_of
from reports.views.entry.judged import Difference

MINE, THEIRS = "mine", "theirs"
SEEN = "answer_seen"
_FIELD = "val-"
_SHOWN = "-visat"


def mark_of(*said: object) -> str:
    return fingerprint_of(said)[:8]


def marks_to_text(marks: Mapping[str, str]) -> str:
    """For a hidden field."""
    return " ".join(f"{name}:{mark}" for name, mark in marks.items())


def marks_from_text(text: str) -> dict[str, str]:
    """Nothing for what was tampered with, which at worst leaves more to choose."""
    pairs = (each.partition(":") for each in text.split())
    return {name: mark for name, _colon, mark in pairs}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was sent for one part: the side, empty for none, and the marks of the two texts that were shown."""

    side: str
    mine: str
    theirs: str

    def decided(self, now: str) -> str:
        """The side that counts, by the mark of what stands in the field `now`; empty where it is still to be chosen.

        Who has gone on writing in the field means what stands there, unless they have said something else.
        """
        if now == self.mine:
            return self.side
        return "" if self.side == THEIRS else MINE


def chosen_in(data: Mapping[str, str]) -> dict[str, Chosen]:
    """What was sent, by the name of the part; nothing where there was nothing to choose."""
    found = {}
    for field in data:
        if field.startswith(_FIELD) and field.endswith(_SHOWN):
            name = field.removeprefix(_FIELD).removesuffix(_SHOWN)
            side = str(data.get(f"{_FIELD}{name}", ""))
            mine, _colon, theirs = str(data[field]).partition(":")
            found[name] = Chosen(side if side in {MINE, THEIRS} else "", mine, theirs)
    return found


@dataclass(frozen=True, slots=True)
class PartChoice:
    """One part that two people have left differently. `only` is who alone has changed it, empty where both may have.

    `mine` and `theirs` are the marks of the two texts.
    """

    difference: Difference
    mine: str
    theirs: str
    side: str = ""
    only: str = ""
    error: str = ""

    @property
    def name(self) -> str:
        return self.difference.name

    @property
    def field(self) -> str:
        return f"{_FIELD}{self.name}"

    @property
    def shown_field(self) -> str:
        return f"{self.field}{_SHOWN}"

    @property
    def shown(self) -> str:
        return f"{self.mine}:{self.theirs}"

    @property
    def error_list(self) -> list[str]:
        return [self.error] if self.error else []


def part_choice(
    difference: Difference, *, mine: str, theirs: str, base: str | None, chosen: Chosen | None
) -> PartChoice:
    """`base` is the mark of what both began from, where that is known; `chosen` what was sent, if it was shown before.

    What only one of the two has changed is proposed. A choice holds as long as the other's text is the one that was
    shown.
    """
    only = ""
    if base is not None:
        only = MINE if theirs == base else THEIRS if mine == base else ""
    if chosen is None or chosen.theirs != theirs:
        error = _("Texten har sparats igen sedan du valde.") if chosen is not None and chosen.side else ""
        return PartChoice(difference, mine, theirs, only, only, error)
    side = chosen.decided(mine)
    error = ""
    if not side:
        error = _("Välj vilken av dem som ska gälla.")
        if chosen.side:
            error = _("Du har valt den andras, men också ändrat i fältet. Välj vilken som ska gälla.")
    return PartChoice(difference, mine, theirs, side, only, error)
