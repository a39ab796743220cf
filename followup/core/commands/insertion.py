"""New rows of one model: some thousands of them go through the driver as they are, which takes a third of the time.

`bulk_create` words a statement for every few rows and prepares each value by itself. Here a column is prepared at once,
each value that occurs once, and the keys are reserved beforehand, since neither COPY nor executemany tells them.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connections, models, router

PLAIN_FROM = 1_000
"""Rows. Below, reserving keys would be a query more for nothing."""


def insert(rows: Sequence[models.Model]) -> None:
    """Insert the rows, of which none has a key, and give each its own. In a transaction. Raises IntegrityError.

    Plain rows take two statements, however many they are; fewer those of `bulk_create`.
    """
    model = type(rows[0])
    if len(rows) < PLAIN_FROM or not _is_plain(model):
        model._base_manager.bulk_create(rows)
        return
    connection: Any = connections[router.db_for_write(model)]
    key: Any = model._meta.pk
    fields = [field for field in model._meta.concrete_fields if field is not key]
    keys = _reserved(connection, model, len(rows))
    columns = [keys, *(_prepared(field, rows, connection) for field in fields)]
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(field.column) for field in (key, *fields))
    into = f"{quoted(model._meta.db_table)} ({names})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for values in zip(*columns, strict=True):
                    copy.write_row(values)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {into} VALUES ({places})", zip(*columns, strict=True))  # noqa: S608 (names of models alone)
    for row, own in zip(rows, keys, strict=True):
        row.pk = own
        row._state.adding = False
        row._state.db = connection.alias


@cache
def _is_plain(model: type[models.Model]) -> bool:
    """Whether nothing of a row is made in the database but its key."""
    fields = model._meta.concrete_fields
    made = any(field.generated or field.has_db_default() or hasattr(field, "get_placeholder") for field in fields)
    return isinstance(model._meta.pk, models.AutoField) and not model._meta.parents and not made


def _reserved(connection: Any, model: type[models.Model], number: int) -> list[int]:
    """So many keys that nobody else gets, in order. One query."""
    table = model._meta.db_table
    key: Any = model._meta.pk
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [connection.ops.quote_name(table), key.column, number],
            )
            return sorted(each for (each,) in cursor.fetchall())
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last: int = (cursor.fetchone() or (0,))[0]
    return list(range(last + 1, last + 1 + number))


def _prepared(field: Any, rows: Sequence[models.Model], connection: Any) -> list[Any]:
    """What the database gets for the field of each row."""
    if type(field).pre_save is models.Field.pre_save:
        values = [getattr(row, field.attname) for row in rows]
    else:
        values = [field.pre_save(row, add=True) for row in rows]
    if field.get_internal_type() == "JSONField":
        return [field.get_db_prep_save(value, connection) for value in values]
    prepared = {value: field.get_db_prep_save(value, connection) for value in set(values)}
    return [prepared[value] for value in values]
