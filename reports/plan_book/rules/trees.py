"""Trees that must not bite their own tail."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow, KnownIds
from reports.plan_book.faults import Faults
from reports.plan_book.sheets import BY_NAME

ABOVE = "Överordnad"
_MOST_NAMED = 12


def check_trees(rows: Mapping[str, tuple[BookRow, ...]], known: KnownIds, faults: Faults) -> None:
    for sheet in ("Enheter", "Mål"):
        of_sheet = [row for row in rows.get(sheet, ()) if not row.removes]
        _check_tree(sheet, of_sheet, known.parents.get(sheet, {}), faults)
    for row in rows.get("Mål", ()):
        if row.text("Id") in row.texts("Bidrar till"):
            faults.at(row, "Bidrar till", _("ett mål kan inte bidra till sig självt. Skriv Id för ett annat mål."))


def _check_tree(sheet: str, rows: list[BookRow], stored: Mapping[str, str], faults: Faults) -> None:
    """Each circle once, at its first row in the book; rows that only hang on a circle are not at fault."""
    heading = BY_NAME[sheet].key[0]
    by_name = {row.text(heading): row for row in reversed(rows)}
    above = dict(stored) | {name: row.text(ABOVE) for name, row in by_name.items() if row.has(ABOVE)}
    done: set[str] = set()
    for row in rows:
        name = row.text(heading)
        path: dict[str, None] = {}
        while name and name not in done and name not in path:
            path[name] = None
            name = above.get(name, "")
        done.update(path)
        if name and name in path:
            circle = list(path)[list(path).index(name) :]
            _refuse(circle, by_name, faults)


def _refuse(circle: list[str], by_name: Mapping[str, BookRow], faults: Faults) -> None:
    start = min(
        (place for place in range(len(circle)) if circle[place] in by_name),
        key=lambda place: by_name[circle[place]].number,
    )
    row = by_name[circle[start]]
    named = [*circle[start:], *circle[:start]]
    shown = named if len(named) <= _MOST_NAMED else [*named[:_MOST_NAMED], "…"]
    faults.at(
        row,
        ABOVE,
        _("raderna bildar en cirkel: %(circle)s. Ingen rad kan ligga under sig själv; ändra Överordnad på en av dem.")
        % {"circle": " → ".join([*shown, named[0]])},
    )
