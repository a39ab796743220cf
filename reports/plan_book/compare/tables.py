"""A table's title and unit, which stand on its rows but are the table's. Pure."""

from collections.abc import Iterable, Mapping

from reports.plan_book.book import BookRow
from reports.plan_book.compare.changes import FieldChange
from reports.plan_book.compare.identity import Identity

OF_THE_TABLE = ("Titel", "Enhet")

TableName = tuple[str, str]


def table_of(row: BookRow) -> TableName:
    """The Ids of its report and of the table."""
    return row.text("Rapport"), row.text("Tabell")


def said_of_tables(rows: Iterable[BookRow]) -> dict[TableName, dict[str, str]]:
    """Title and unit of each table: the first that any of its rows gives. A column that is not there says nothing."""
    said: dict[TableName, dict[str, str]] = {}
    for row in rows:
        of_table = said.setdefault(table_of(row), {})
        for heading in OF_THE_TABLE:
            if row.has(heading):
                of_table[heading] = of_table.get(heading) or row.text(heading)
    return said


def changes_of_tables(
    rows: Mapping[Identity, BookRow], stored: Mapping[Identity, BookRow]
) -> dict[Identity, tuple[FieldChange, ...]]:
    """What changes of whole tables, told at the first row of each that is there already."""
    now, before = said_of_tables(rows.values()), said_of_tables(stored.values())
    found: dict[Identity, tuple[FieldChange, ...]] = {}
    told: set[TableName] = set()
    for name, row in rows.items():
        table = table_of(row)
        if name not in stored or table in told:
            continue
        told.add(table)
        changes = [
            FieldChange(heading, before[table].get(heading, ""), text)
            for heading, text in now[table].items()
            if text != before[table].get(heading, "")
        ]
        if changes:
            found[name] = tuple(changes)
    return found
