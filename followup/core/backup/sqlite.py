"""The copy of an SQLite database: by SQLite itself, whole and of one moment, while others write."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from followup.core.backup.described import Described, described
from followup.core.backup.faults import BackupRefused

FILE = "database.sqlite3"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


@contextmanager
def copied(target: Path) -> Iterator[Described]:
    with closing(sqlite3.connect(target)) as copy:
        _own().backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        _must_hold(copy)
        yield _described(copy)


def version() -> str:
    return sqlite3.sqlite_version


def tables_there() -> set[str]:
    return {name for (name,) in _own().execute(_TABLES)}


def put_back(source: Path, *, expected: set[str], replaces: bool) -> None:
    """All of it at once: whoever reads meanwhile finds what was there before, or all that is there now."""
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        _must_hold(copy)
        copy.backup(_own())
    _must_hold(_own())


def describe_own() -> Described:
    return _described(_own())


def _own() -> sqlite3.Connection:
    connection.ensure_connection()
    own: sqlite3.Connection = connection.connection
    return own


def _described(database: sqlite3.Connection) -> Described:
    return described(database.execute, [name for (name,) in database.execute(_TABLES)])


def _must_hold(database: sqlite3.Connection) -> None:
    """Raises BackupRefused where the pages, or what refers to what, are broken."""
    found = [row[0] for row in database.execute("PRAGMA integrity_check")]
    if found != ["ok"]:
        raise BackupRefused(_("Databasen är skadad: %(reason)s") % {"reason": found[0]})
    if (broken := database.execute("PRAGMA foreign_key_check").fetchone()) is not None:
        raise BackupRefused(_("Databasen är skadad: %(table)s hänvisar till en rad som saknas.") % {"table": broken[0]})
