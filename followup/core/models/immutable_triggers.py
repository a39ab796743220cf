"""Triggers by which the database itself refuses to change a sealed row. Used by migrations.

Only changes are refused: disposal (gallring) of whole rows is a decision that an archivist may have to carry out.
"""

from collections.abc import Callable
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = """
CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} rows are never changed'); END
"""
_POSTGRESQL = """
CREATE FUNCTION {table}_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table} rows are never changed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_never_changed();
"""

Step = Callable[[Any, BaseDatabaseSchemaEditor], None]


def seal(*tables: str) -> Step:
    """A migration step that makes the tables refuse UPDATE."""

    def forwards(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        template = _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL
        for table in tables:
            schema_editor.execute(template.format(table=table))

    return forwards


def unseal(*tables: str) -> Step:
    """The step back."""

    def backwards(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            if schema_editor.connection.vendor == "sqlite":
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_never_changed")
            else:
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_never_changed ON {table}")
                schema_editor.execute(f"DROP FUNCTION IF EXISTS {table}_never_changed()")

    return backwards
