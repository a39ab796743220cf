"""Rows of a sheet out of flat queries."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from reports.plan_book.book import BookRow, RowValues, Value
from reports.plan_book.fields import DEFAULTS, FIELDS
from reports.plan_book.sheets import BY_NAME
from reports.plan_book.stored.values import READINGS

Names = Mapping[int | None, str]
"""What the workbook calls a row (its Id or Kod) by primary key; "" for None."""


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """The rows of a sheet and, in the same order, the primary keys of what they are kept in."""

    rows: tuple[BookRow, ...] = ()
    keys: tuple[int, ...] = ()

    def names(self, heading: str) -> Names:
        """The rows' names by primary key."""
        named: dict[int | None, str] = {key: row.text(heading) for key, row in zip(self.keys, self.rows, strict=True)}
        named[None] = ""
        return named


def sheet_of(
    sheet: str,
    queryset: QuerySet[Any],
    names: Mapping[str, Names] | None = None,
    lists: Mapping[str, Callable[[int], Value]] | None = None,
) -> StoredSheet:
    """The rows in the queryset's order: one query.

    `names` gives, by heading, what referred rows are called; `lists` what does not stand in a field, by primary key.
    A word that is the default of its column is left empty where it would be repeated on every row.
    """
    names, lists = names or {}, lists or {}
    paths, readings = [], []
    for heading, field in FIELDS[sheet].items():
        referred = names.get(heading)
        paths.append(f"{field}_id" if referred is not None else field)
        readings.append(referred.__getitem__ if referred is not None else _reading(sheet, heading))
    order = {heading: place for place, heading in enumerate((*FIELDS[sheet], *lists))}
    rows, keys = [], []
    for key, *found in queryset.values_list("pk", *paths):
        values = [reading(value) for reading, value in zip(readings, found, strict=True)]
        values += [value_of(key) for value_of in lists.values()]
        rows.append(BookRow(sheet, RowValues(order, tuple(values))))
        keys.append(key)
    return StoredSheet(tuple(rows), tuple(keys))


def _reading(sheet: str, heading: str) -> Callable[[Any], Value]:
    if (sheet, heading) in _LEFT_EMPTY:
        default = DEFAULTS[sheet, heading]
        return lambda value: "" if value == default else value
    return READINGS[BY_NAME[sheet].column(heading).kind]


_LEFT_EMPTY = {("Målvärden", "Kön"), ("Målvärden", "Mäts mot"), ("Utfall", "Kön")}


def lists_of(pairs: Iterable[tuple[int, str]]) -> Callable[[int], Value]:
    """The texts of each row, from (primary key, text) in order; rows without any have an empty list."""
    collected: dict[int, list[str]] = {}
    for key, text in pairs:
        collected.setdefault(key, []).append(text)
    return lambda key: tuple(collected.get(key, ()))
