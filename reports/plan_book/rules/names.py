"""What the cells of a book may refer to: rows of the book, and what is stored already."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from heapq import nsmallest

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow, KnownIds
from reports.plan_book.faults import MOST_LINES
from reports.plan_book.sheets import BY_NAME

NAMED = ("Enheter", "Nivåer", "Mål", "Indikatorer", "Uppföljningar", "Uppdrag", "Rapporter")
"""The sheets whose rows have a name: their Id, Kod or Nivå."""

_FEW = 12
_MANY = 1_000


class Names:
    """Names by sheet. A row that the book removes has none, even if it is stored."""

    def __init__(self, rows: Mapping[str, tuple[BookRow, ...]], known: KnownIds) -> None:
        self._rows = rows
        self._known = known
        self._told = 0
        self._removed = {
            sheet: {row.text(BY_NAME[sheet].key[0]) for row in rows.get(sheet, ()) if row.removes} for sheet in NAMED
        }
        self._names = {
            sheet: (
                {row.text(BY_NAME[sheet].key[0]) for row in rows.get(sheet, ()) if not row.removes}
                | (known.ids.get(sheet, frozenset()) - self._removed[sheet])
            )
            for sheet in NAMED
        }

    def has(self, sheet: str, name: str) -> bool:
        return name in self._names[sheet]

    def is_removed(self, sheet: str, name: str) -> bool:
        return name in self._removed[sheet]

    def missing(self, sheet: str, name: str) -> str:
        """The message for a name that is not there."""
        if name in self._removed[sheet]:
            return _("”%(name)s” tas bort i bladet %(sheet)s. Ta bort hänvisningen också.") % {
                "name": name,
                "sheet": sheet,
            }
        return _("”%(name)s” finns inte i bladet %(sheet)s. %(allowed)s") % {
            "name": name,
            "sheet": sheet,
            "allowed": self._allowed(name, self._names[sheet]),
        }

    def has_table(self, report: str, table: str) -> bool:
        return (report, table) in self._tables

    def missing_table(self, report: str, table: str) -> str:
        """The message for a table that the report does not have."""
        of_report = {name for owner, name in self._tables if owner == report}
        return _("”%(name)s” finns inte bland rapportens tabeller i bladet Tabeller. %(allowed)s") % {
            "name": table,
            "allowed": self._allowed(table, of_report),
        }

    @cached_property
    def _tables(self) -> frozenset[tuple[str, str]]:
        given = {(row.text("Rapport"), row.text("Tabell")) for row in self._rows.get("Tabeller", ()) if not row.removes}
        return frozenset(given | self._known.tables)

    def _allowed(self, name: str, names: set[str]) -> str:
        """Which names there are, or the near ones; these take time to find, and are not told of every fault of many."""
        self._told += 1
        if not names:
            return _("Där finns inget att hänvisa till.")
        if len(names) <= _FEW:
            return _("Tillåtet: %(names)s.") % {"names": ", ".join(sorted(names))}
        near = get_close_matches(name, names, n=3) if len(names) <= _MANY and self._told <= MOST_LINES else []
        if near:
            return _("Menas %(names)s?") % {"names": _(" eller ").join(near)}
        return _("Bladet har %(count)d att hänvisa till, till exempel %(names)s.") % {
            "count": len(names),
            "names": ", ".join(nsmallest(3, names)),
        }
