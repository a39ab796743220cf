"""Sheets Rapporter, Avsnitt, Tabeller and Bilagor out of the database."""

from reports.plan_book.book import BookRow, Value
from reports.plan_book.options import format_options
from reports.plan_book.sheets import CELLS
from reports.plan_book.stored.queries import Found
from reports.plan_book.stored.rows import Made, Names, StoredSheet, sheet_of
from reports.plan_book.stored.values import plain_text


def reports_sheet(found: Found, rounds: Names) -> StoredSheet:
    return sheet_of("Rapporter", found["Rapporter"], {"Uppföljning": rounds})


def sections_sheet(found: Found, reports: Names) -> StoredSheet:
    options = Made(1, format_options)
    return sheet_of("Avsnitt", found["Avsnitt"], {"Rapport": reports}, made={"Alternativ": options})


def tables_sheet(found: Found, reports: Names) -> StoredSheet:
    """The table's title and unit stand on each of its rows; a table without rows is not in the book."""
    keys, book_rows = [], []
    for key, report, table, title, unit, kind, label, cells in found["Tabeller"]:
        values: dict[str, Value] = {
            "Rapport": reports[report],
            "Tabell": plain_text(table),
            "Titel": plain_text(title),
            "Enhet": plain_text(unit),
            "Rad": kind,
            "Etikett": plain_text(label),
        }
        values |= dict.fromkeys(CELLS, "") | dict(zip(CELLS, map(plain_text, cells), strict=False))
        keys.append(key)
        book_rows.append(BookRow("Tabeller", values))
    return StoredSheet(tuple(book_rows), tuple(keys))


def attachments_sheet(found: Found, reports: Names) -> StoredSheet:
    return sheet_of("Bilagor", found["Bilagor"], {"Rapport": reports})
