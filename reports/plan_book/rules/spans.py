"""Numbers and days within their bounds, and in order."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow
from reports.plan_book.faults import Faults

FIRST_YEAR = 1900
LAST_YEAR = 2200
MOST_DECIMALS_SHOWN = 6
DEEPEST_SECTION = 4

_BOUNDS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "Plan": {"Startår": (FIRST_YEAR, LAST_YEAR), "Slutår": (FIRST_YEAR, LAST_YEAR)},
    "Nivåer": {"Ordning": (0, 1000)},
    "Mål": {"År": (FIRST_YEAR, LAST_YEAR)},
    "Indikatorer": {"Decimaler": (0, MOST_DECIMALS_SHOWN)},
    "Målvärden": {"År": (FIRST_YEAR, LAST_YEAR)},
    "Avsnitt": {"Nivå": (1, DEEPEST_SECTION)},
}


def check_spans(rows: Mapping[str, tuple[BookRow, ...]], faults: Faults) -> None:
    for sheet, bounds in _BOUNDS.items():
        for row in rows.get(sheet, ()):
            for heading, (least, most) in bounds.items():
                value = row.integer(heading)
                if value is not None and not least <= value <= most:
                    faults.at(
                        row,
                        heading,
                        _("%(value)d är inte tillåtet. Skriv ett heltal från %(least)d till %(most)d.")
                        % {"value": value, "least": least, "most": most},
                    )
    for row in rows.get("Plan", ()):
        first, last = row.integer("Startår"), row.integer("Slutår")
        if first is not None and last is not None and last < first:
            faults.at(
                row, "Slutår", _("slutåret %(last)d är före startåret %(first)d.") % {"last": last, "first": first}
            )
    for row in rows.get("Uppföljningar", ()):
        opens, deadline = row.day("Öppnar"), row.day("Senast")
        if opens and deadline and deadline < opens:
            faults.at(
                row,
                "Senast",
                _("sista dagen %(deadline)s är före den dag då uppföljningen öppnar, %(opens)s.")
                % {"deadline": deadline.isoformat(), "opens": opens.isoformat()},
            )
