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
        clean = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("'") or _("Blad")
        title, number = _shortened(clean, ""), 1
        while title.casefold() in self._taken:
            number += 1
            title = _shortened(clean, f" {number}")
        self._taken.add(title.casefold())
        return title


def _shortened(title: str, ending: str) -> str:
    """Cut at a whole word where that leaves most of the name; units as spreadsheets count them."""
    room = LONGEST_TITLE - len(ending)
    kept = title
    while len(kept.encode("utf-16-le")) // 2 > room:
        kept = kept[:-1]
    if kept != title and " " in kept[room // 2 :] and title[len(kept)] != " ":
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" '-–,.;:") + ending
