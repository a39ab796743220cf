"""Several short lists out of the database in one query: each travels as a JSON list of its rows."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    Expression,
    ForeignKey,
    IntegerField,
    JSONField,
    QuerySet,
    TextField,
)

Row = tuple[Any, ...]
Reading = Callable[[Any], Any]

MOST_PARAMETERS = 30_000
"""Values in one statement: SQLite takes 32 766 of them where nobody has raised that."""

_AS_THEY_ARE = (CharField, TextField, IntegerField, ForeignKey)


def read_together(*lists: QuerySet[Any, Any]) -> list[list[Row]]:
    """What each flat queryset (`values_list`) gives alone, values and order alike. One query, none for no rows at all.

    Where the values to look for are too many for one statement, each list is asked for alone.
    For lists of some thousand rows: a list is one value in the answer. `TypeError` for a column whose kind JSON does
    not carry and that is not read here.
    """
    packed = [_Packed(each) for each in lists]
    asked = [each for each in packed if each.sql]
    if not asked:
        return [[] for _each in lists]
    if sum(len(each.parameters) for each in asked) > MOST_PARAMETERS:
        return [list(each) for each in lists]
    with connection.cursor() as cursor:
        sql = f"SELECT {', '.join(each.sql for each in asked)}"
        cursor.execute(sql, [value for each in asked for value in each.parameters])
        texts = iter(cursor.fetchone())
    return [each.rows(next(texts)) if each.sql else [] for each in packed]


class _Packed:
    """A flat queryset as one value of a statement. `sql` is empty where Django knows that there are no rows."""

    def __init__(self, queryset: QuerySet[Any, Any]) -> None:
        compiler = queryset.query.get_compiler(connection=connection)
        self.sql: str = ""
        self.parameters: Sequence[Any] = ()
        try:
            sql, self.parameters = compiler.as_sql()
        except EmptyResultSet:
            return
        columns = [column for column, _sql, _alias in compiler.select]
        self._readings = [(at, reading) for at, each in enumerate(columns) if (reading := _reading(each)) is not None]
        self.sql = _as_json(sql, columns)

    def rows(self, text: str | None) -> list[Row]:
        found = json.loads(text or "[]", parse_float=Decimal)
        if not found or not self._readings:
            return [tuple(row) for row in found]
        values: list[Sequence[Any]] = list(zip(*found, strict=True))
        for at, reading in self._readings:
            values[at] = [None if value is None else reading(value) for value in values[at]]
        return list(zip(*values, strict=True))


def _as_json(sql: str, columns: Sequence[Expression]) -> str:
    """The rows of a SELECT as a list of lists, in its order. JSON within is text, as the database keeps or shows it."""
    names = [f"c{at}" for at, _column in enumerate(columns)]
    if connection.vendor == "postgresql":
        cells = [
            f"{name}::text" if isinstance(column.output_field, JSONField) else name
            for name, column in zip(names, columns, strict=True)
        ]
        rows = f"json_agg(json_build_array({', '.join(cells)}))::text"
    else:
        rows = f"json_group_array(json_array({', '.join(names)}))"
    return f"(WITH packed({', '.join(names)}) AS ({sql}) SELECT {rows} FROM packed)"  # noqa: S608 - names of our own


def _reading(column: Expression) -> Reading | None:
    """Makes of a value in JSON what a query of its own gives; None where that is the same."""
    field: Any = column.output_field
    if isinstance(field, JSONField):
        return lambda value: field.from_db_value(value, column, connection)
    if isinstance(field, BooleanField):
        return bool
    if isinstance(field, DateField) and not isinstance(field, DateTimeField):
        return date.fromisoformat
    if isinstance(field, DecimalField):
        places = Decimal(1).scaleb(-field.decimal_places)
        return lambda value: Decimal(value).quantize(places, context=field.context)
    if isinstance(field, _AS_THEY_ARE):
        return None
    raise TypeError(f"{field!r} is not read out of JSON")
