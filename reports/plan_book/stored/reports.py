"""Sheets Rapporter, Avsnitt, Tabeller and Bilagor out of the database."""

from goals.models import Plan
from reports.models import Attachment, DataTableRow, Report, Section
from reports.plan_book.book import BookRow, Value
from reports.plan_book.options import format_options
from reports.plan_book.sheets import CELLS
from reports.plan_book.stored.rows import Made, Names, StoredSheet, sheet_of
from reports.plan_book.stored.values import plain_text


def reports_sheet(plan: Plan, rounds: Names) -> StoredSheet:
    return sheet_of("Rapporter", Report.objects.filter(plan=plan).order_by("pk"), {"Uppföljning": rounds})


def sections_sheet(plan: Plan, reports: Names) -> StoredSheet:
    sections = Section.objects.filter(report__plan=plan).order_by("report_id", "position", "pk")
    options = Made(("options",), format_options)
    return sheet_of("Avsnitt", sections, {"Rapport": reports}, made={"Alternativ": options})


def tables_sheet(plan: Plan, reports: Names) -> StoredSheet:
    """One query. The table's title and unit stand on each of its rows; a table without rows is not in the book."""
    rows = DataTableRow.objects.filter(table__report__plan=plan).order_by(
        "table__report_id", "table__position", "table_id", "position", "pk"
    )
    found = rows.values_list(
        "pk", "table__report_id", "table__key", "table__title", "table__unit_of_measure", "kind", "label", "cells"
    )
    keys, book_rows = [], []
    for key, report, table, title, unit, kind, label, cells in found:
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


def attachments_sheet(plan: Plan, reports: Names) -> StoredSheet:
    attachments = Attachment.objects.filter(report__plan=plan).order_by("report_id", "position", "pk")
    return sheet_of("Bilagor", attachments, {"Rapport": reports})
