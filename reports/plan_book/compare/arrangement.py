"""In which order a sheet's rows are to stand, and which of them have to move for it. Pure."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from reports.plan_book.book import BookRow
from reports.plan_book.compare.changes import FieldChange
from reports.plan_book.compare.identity import Identity
from reports.plan_book.compare.order import depth_first, merged, moved
from reports.plan_book.compare.tables import table_of

_SIBLINGS_SHARE = {
    "Enheter": (),
    "Mål": ("Överordnad",),
    "Indikatorer": (),
    "Uppdrag": (),
    "Bedömningar": ("Uppföljning",),
    "Avsnitt": ("Rapport",),
    "Tabeller": ("Rapport", "Tabell"),
    "Bilagor": ("Rapport",),
}
"""The sheets whose rows keep an order, and what those have in common among which the order counts."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`order` is empty where nothing is to be placed anew."""

    order: tuple[Identity, ...] = ()
    moved: frozenset[Identity] = frozenset()


def arranged(
    sheet: str,
    rows: Mapping[Identity, BookRow],
    stored: Mapping[Identity, BookRow],
    fields: Mapping[Identity, Sequence[FieldChange]],
) -> Arrangement:
    """`rows` are the book's, `stored` those that are there, both without the removed; `fields` what changes."""
    if sheet not in _SIBLINGS_SHARE:
        return Arrangement()
    order = merged(list(rows), list(stored))
    shared = _SIBLINGS_SHARE[sheet]

    def group_of(name: Identity) -> Hashable:
        row = _row_with(shared, rows.get(name), stored.get(name))
        return tuple(row.text(heading) for heading in shared)

    given = {name for name in rows if name in stored and not _changes_group(shared, fields[name])}
    out_of_place = moved(order, list(stored), group_of, given)
    if sheet == "Mål":
        order = depth_first(order, _parents(rows, stored))
    if sheet == "Tabeller":
        order, moved_tables = _with_tables_in_order(order, rows, stored)
        out_of_place |= moved_tables
    is_needed = out_of_place or len(given) < len(rows)
    return Arrangement(tuple(order) if is_needed else (), frozenset(out_of_place))


def _row_with(headings: Sequence[str], row: BookRow | None, stored: BookRow | None) -> BookRow:
    """The book's row, or the stored one where the book says nothing of the headings."""
    if row is not None and (stored is None or all(map(row.has, headings))):
        return row
    if stored is None:
        raise ValueError("a row is in the book or in the database")
    return stored


def _changes_group(shared: Sequence[str], changes: Sequence[FieldChange]) -> bool:
    return any(change.heading in shared for change in changes)


def _parents(rows: Mapping[Identity, BookRow], stored: Mapping[Identity, BookRow]) -> dict[Identity, Identity | None]:
    return {
        name: (parent,)
        if (parent := _row_with(("Överordnad",), rows.get(name), stored.get(name)).text("Överordnad"))
        else None
        for name in {**stored, **rows}
    }


def _with_tables_in_order(
    order: Sequence[Identity], rows: Mapping[Identity, BookRow], stored: Mapping[Identity, BookRow]
) -> tuple[list[Identity], set[Identity]]:
    """The rows of each table together, the tables as the book has them; and the first row of each moved table."""
    in_book = list(dict.fromkeys(map(table_of, rows.values())))
    in_database = list(dict.fromkeys(map(table_of, stored.values())))
    tables = merged(in_book, in_database)
    of_table: dict[tuple[str, str], list[Identity]] = {table: [] for table in tables}
    for name in order:
        of_table[table_of(rows[name] if name in rows else stored[name])].append(name)
    moved_tables = moved(tables, in_database, lambda table: table[0], set(in_book))
    firsts = {
        next(name for name in of_table[table] if name in stored and name in rows)
        for table in moved_tables
        if any(name in stored and name in rows for name in of_table[table])
    }
    return [name for table in tables for name in of_table[table]], firsts
