"""Rows of a sheet out of the flat rows of the database."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from followup.core.together import Row
from reports.plan_book.book import BookRow, RowValues, Value
from reports.plan_book.fields import DEFAULTS, FIELDS
from reports.plan_book.sheets import BY_NAME
from reports.plan_book.stored.values import READINGS, plain_text

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


@dataclass(frozen=True, slots=True)
class Made:
    """A column that is made of `width` fields, in a way of its own."""

    width: int
    reading: Callable[..., Value]


def sheet_of(
    sheet: str,
    found: Sequence[Row],
    names: Mapping[str, Names] | None = None,
    lists: Mapping[str, Callable[[int], Value]] | None = None,
    *,
    made: Mapping[str, Made] | None = None,
    above: str = "",
) -> StoredSheet:
    """The rows as they were found (`queries.Found`), in their order.

    `names` gives, by heading, what referred rows are called; `lists` what does not stand in a field, by primary key.
    `above` is the heading that refers to a row of the same sheet, which is called what its key says.
    A word that is the default of its column is left empty where it would be repeated on every row.
    """
    names, lists, made = names or {}, lists or {}, made or {}
    if not found:
        return StoredSheet()
    fields = FIELDS[sheet]
    keys, *columns = zip(*found, strict=True)
    given = dict(zip(fields, columns, strict=False))
    if above:
        called = given[BY_NAME[sheet].key[0]]
        names = {**names, above: dict(zip(keys, map(plain_text, called), strict=True)) | {None: ""}}
    read: list[Iterable[Value]] = [
        map(names[heading].__getitem__ if heading in names else _reading(sheet, heading), column)
        for heading, column in given.items()
    ]
    of_made = iter(columns[len(fields) :])
    read += [map(column.reading, *islice(of_made, column.width)) for column in made.values()]
    read += [map(value_of, keys) for value_of in lists.values()]
    order = {heading: place for place, heading in enumerate((*fields, *made, *lists))}
    rows = tuple([BookRow(sheet, RowValues(order, values)) for values in zip(*read, strict=True)])
    return StoredSheet(rows, keys)


def _reading(sheet: str, heading: str) -> Callable[[Any], Value]:
    if (sheet, heading) in _LEFT_EMPTY:
        default = DEFAULTS[sheet, heading]
        return lambda value: "" if value == default else value
    return READINGS[BY_NAME[sheet].column(heading).kind]


_LEFT_EMPTY = {("Målvärden", "Kön"), ("Målvärden", "Mäts mot"), ("Utfall", "Kön")}


def lists_of(pairs: Iterable[tuple[Any, ...]]) -> Callable[[int], Value]:
    """The texts of each row, from (primary key, text) in order; rows without any have an empty list."""
    collected: dict[int, list[str]] = {}
    for key, text in pairs:
        collected.setdefault(key, []).append(text)
    return lambda key: tuple(collected.get(key, ()))
