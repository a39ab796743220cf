"""The first row of history of many new rows, copied by the database out of the rows themselves."""

from collections.abc import Sequence
from typing import Any

from django.db import connections, models, router
from django.utils import timezone

from followup.core.access import AnyUser, person

_AT_ONCE = 500
"""Keys in one statement: SQLite takes a limited number of values."""


def write_first_history(rows: Sequence[models.Model], by: AnyUser) -> None:
    """A `+` for each row, which has just been inserted as it is; where the model keeps history. A statement a batch.

    Made in Python, they would take as long as inserting the rows.
    """
    kept_in: Any = getattr(type(rows[0]), "history", None) if rows else None
    if kept_in is None:
        return
    connection = connections[router.db_for_write(kept_in.model)]
    quoted = connection.ops.quote_name
    history: Any = kept_in.model._meta
    who = person(by)
    own = {
        "history_date": connection.ops.adapt_datetimefield_value(timezone.now()),
        "history_user_id": who.pk if who is not None else None,
        "history_type": "+",
    }
    copied = ", ".join(quoted(field.column) for field in kept_in.model.tracked_fields)
    into = f"{copied}, {', '.join(quoted(history.get_field(name).column) for name in own)}"
    of_rows: Any = rows[0]._meta
    table, key = quoted(of_rows.db_table), quoted(of_rows.pk.column)
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _AT_ONCE):
            keys = [row.pk for row in rows[start : start + _AT_ONCE]]
            places = ", ".join(["%s"] * len(keys))
            cursor.execute(
                f"INSERT INTO {quoted(history.db_table)} ({into}) "  # noqa: S608 (names of models alone)
                f"SELECT {copied}, %s, %s, %s FROM {table} WHERE {key} IN ({places}) ORDER BY {key}",
                [*own.values(), *keys],
            )
