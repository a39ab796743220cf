"""Cells that name rows of other sheets, or of their own."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow
from reports.plan_book.columns import Kind
from reports.plan_book.faults import Faults
from reports.plan_book.rules.names import Names
from reports.plan_book.sheets import SHEETS

ALSO_ABOUT = "Avser även"


def check_references(rows: Mapping[str, tuple[BookRow, ...]], names: Names, faults: Faults) -> None:
    """Rows to be removed are not read further than their keys, and need not refer to anything."""
    for sheet in SHEETS:
        referring = [
            (column.heading, column.refers_to, column.kind is Kind.LIST) for column in sheet.columns if column.refers_to
        ]
        for row in rows.get(sheet.name, ()) if referring else ():
            if row.removes:
                continue
            for heading, target, is_list in referring:
                value = row.values.get(heading)
                if not value:
                    continue
                for name in dict.fromkeys(row.texts(heading)) if is_list else (str(value),):
                    if not names.has(target, name):
                        faults.at(row, heading, names.missing(target, name))
    for row in rows.get("Bedömningar", ()):
        for name in dict.fromkeys(row.texts(ALSO_ABOUT)) if not row.removes else ():
            if not names.has("Indikatorer", name) and not names.has("Uppdrag", name):
                faults.at(
                    row,
                    ALSO_ABOUT,
                    _("”%(name)s” finns varken i bladet Indikatorer eller i bladet Uppdrag. Skriv Id därifrån.")
                    % {"name": name},
                )
