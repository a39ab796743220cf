"""Finding the headings of a sheet, whatever their order and case and whatever stands above them."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reports.plan_book.columns import Sheet
from reports.plan_book.faults import CellFault, Faults
from reports.plan_book.reading.raw import Raw
from reports.plan_book.reading.sheet_stream import Row, letters_of
from reports.plan_book.reading.source import SheetSource
from reports.plan_book.reading.texts import shortened
from reports.plan_book.reading.values import as_text
from reports.plan_book.sheets import FIELD, PLAN, REMOVE, VALUE

FEWEST_HEADINGS = 2
MOST_COLUMNS_NAMED = 20


@dataclass(frozen=True, slots=True)
class _Headings:
    """Which column each known heading stands in, and the columns of other headings with what they say."""

    known: Mapping[str, int]
    doubled: tuple[tuple[str, int], ...]
    unknown: Mapping[int, str]


def matched(text: str) -> str:
    """A heading or a sheet's name as it is compared: without regard to case and space."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def source_of(sheet: Sheet, rows: Iterator[Row], faults: Faults, warnings: list[str]) -> SheetSource | None:
    """The sheet with its headings, or None for one that is empty or without headings, which is a fault."""
    names = _names_of(sheet)
    first = ""
    for number, cells in rows:
        head = f"{sheet.name}!{letters_of(min(cells))}{number}"
        first = first or head
        found = _read(cells, names)
        if len(found.known) + len(found.doubled) >= FEWEST_HEADINGS:
            _say(sheet, number, found, faults, warnings)
            columns = {heading: letters_of(column) for heading, column in found.known.items()}
            unheaded = _without_heading(sheet, rows, set(found.known.values()) | set(found.unknown), warnings)
            return SheetSource(sheet, found.known, columns, unheaded, head)
    if first:
        faults.add(
            first,
            _("hittar ingen rad med rubriker. Bladets rubriker är %(headings)s.")
            % {"headings": ", ".join(names.values())},
        )
    return None


def _names_of(sheet: Sheet) -> dict[str, str]:
    headings = (FIELD, VALUE) if sheet is PLAN else (*(column.heading for column in sheet.columns), REMOVE)
    return {matched(heading): heading for heading in headings}


def _read(cells: Mapping[int, Raw], names: Mapping[str, str]) -> _Headings:
    known: dict[str, int] = {}
    doubled: list[tuple[str, int]] = []
    unknown: dict[int, str] = {}
    for column in sorted(cells):
        try:
            text = as_text(cells[column])
        except CellFault:
            continue
        heading = names.get(matched(text)) or names.get(matched(text.rstrip("*: ")))
        if heading is None:
            if text:
                unknown[column] = text
        elif heading in known:
            doubled.append((heading, column))
        else:
            known[heading] = column
    return _Headings(known, tuple(doubled), unknown)


def _say(sheet: Sheet, number: int, found: _Headings, faults: Faults, warnings: list[str]) -> None:
    for heading, column in found.doubled:
        faults.add(
            f"{sheet.name}!{letters_of(column)}{number}",
            _("rubriken %(heading)s står redan i %(cell)s. Varje rubrik får stå en gång.")
            % {"heading": heading, "cell": f"{letters_of(found.known[heading])}{number}"},
        )
    for column, text in list(found.unknown.items())[:MOST_COLUMNS_NAMED]:
        warnings.append(
            _("%(place)s: kolumnen ”%(heading)s” är okänd och läses inte.")
            % {"place": f"{sheet.name}!{letters_of(column)}{number}", "heading": shortened(text)}
        )
    if len(found.unknown) > MOST_COLUMNS_NAMED:
        warnings.append(
            _("%(sheet)s: ytterligare %(count)d okända kolumner läses inte.")
            % {"sheet": sheet.name, "count": len(found.unknown) - MOST_COLUMNS_NAMED}
        )


def _without_heading(sheet: Sheet, rows: Iterator[Row], headed: set[int], warnings: list[str]) -> Iterator[Row]:
    """The rows; says once of each column that something stands there under no heading."""
    said: set[int] = set()
    for number, cells in rows:
        for column in cells.keys() - headed - said if len(said) < MOST_COLUMNS_NAMED else ():
            said.add(column)
            warnings.append(
                _("%(place)s: kolumnen har ingen rubrik och läses inte.")
                % {"place": f"{sheet.name}!{letters_of(column)}{number}"}
            )
        yield number, cells
