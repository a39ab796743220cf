"""Names of sheets: telling, no two alike, and such as a spreadsheet takes."""

import re

from django.utils.translation import gettext as _

LONGEST_TITLE = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]+")
_RESERVED = frozenset({"history"})


class SheetTitles:
    """Hands out the names of one book."""

    def __init__(self) -> None:
        self._taken: set[str] = set(_RESERVED)

    def free(self, wanted: str) -> str:
        """`wanted` as far as it may be a name, with a number when it is taken; case does not tell names apart."""
        title, number = sheet_title(wanted), 1
        while title.casefold() in self._taken:
            number += 1
            ending = f" {number}"
            title = sheet_title(wanted, LONGEST_TITLE - len(ending)) + ending
        self._taken.add(title.casefold())
        return title


def sheet_title(wanted: str, room: int = LONGEST_TITLE) -> str:
    """As much of `wanted` as may be a name, in so many of the units that spreadsheets count in.

    Cut at a whole word where that leaves most of the name.
    """
    clean = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("'") or _("Blad")
    kept = clean
    while len(kept.encode("utf-16-le")) // 2 > room:
        kept = kept[:-1]
    if kept != clean and " " in kept[room // 2 :] and clean[len(kept)] != " ":
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" '-–,.;:")
