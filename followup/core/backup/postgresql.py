"""The copy of a PostgreSQL database: by pg_dump, of the moment that a transaction of ours holds."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _

from followup.core.backup.described import Described, described
from followup.core.backup.faults import BackupRefused

FILE = "database.dump"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
_VARIABLES = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
_OPTIONS = {
    name: f"PG{name.upper()}" for name in ("service", "sslmode", "sslrootcert", "sslcert", "sslkey", "passfile")
}


@contextmanager
def copied(target: Path) -> Iterator[Described]:
    """The transaction stays open until what it sees has been described: it sees what pg_dump saw, and nothing later."""
    dump = _tool("pg_dump", at_least=_server_major())
    other = connection.copy("backup")
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (moment,) = cursor.fetchone()
            _run(dump, "--format=custom", f"--snapshot={moment}", "--no-owner", "--no-privileges", f"--file={target}")
            yield _described(cursor)
    finally:
        other.close()


def version() -> str:
    with connection.cursor() as cursor:
        return str(_asked(cursor, "SHOW server_version")[0][0])


def tables_there() -> set[str]:
    with connection.cursor() as cursor:
        return {name for (name,) in _asked(cursor, _TABLES)}


def put_back(source: Path, *, expected: set[str], replaces: bool) -> None:
    """In one transaction: all of it or nothing. Tables that the copy does not know would be left: they are refused."""
    restore = _tool("pg_restore", at_least=0)
    if left := tables_there() - expected:
        raise BackupRefused(
            _("Databasen har tabeller som kopian inte känner: %(tables)s. Återställ till en tom databas.")
            % {"tables": ", ".join(sorted(left))}
        )
    connection.close()  # which may hold locks on what is dropped
    clean = ("--clean", "--if-exists") if replaces else ()
    named = f"--dbname={connection.settings_dict['NAME']}"
    _run(
        restore, "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", *clean, named, str(source)
    )


def describe_own() -> Described:
    with connection.cursor() as cursor:
        return _described(cursor)


def _described(cursor: CursorWrapper) -> Described:
    def ask(question: str) -> Iterable[tuple[Any, ...]]:
        cursor.execute(question)
        return iter(cursor.fetchone, None)

    return described(ask, [name for (name,) in ask(_TABLES)])


def _asked(cursor: CursorWrapper, question: str) -> list[tuple[Any, ...]]:
    cursor.execute(question)
    return cursor.fetchall()


def _server_major() -> int:
    with connection.cursor() as cursor:
        return int(_asked(cursor, "SHOW server_version_num")[0][0]) // 10_000


def _tool(name: str, *, at_least: int) -> str:
    """Its path. Raises BackupRefused where there is none, or only one that is older than the server."""
    path = shutil.which(name)
    if path is None:
        raise BackupRefused(_("Programmet %(name)s finns inte. Installera postgresql-client.") % {"name": name})
    told = _run(path, "--version")
    found = re.search(r"\) (\d+)", told)
    if found is None or int(found[1]) < at_least:
        words = _("%(told)s är äldre än databasens server. Installera postgresql-client-%(server)s.")
        raise BackupRefused(words % {"told": told.strip(), "server": at_least})
    return path


def _run(*command: str) -> str:
    """What it wrote. The password goes by the environment, where other users do not see it."""
    told = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)  # noqa: S603 (our words)
    if told.returncode:
        reason = told.stderr.strip().splitlines() or [str(told.returncode)]
        raise BackupRefused(_("%(name)s gick inte: %(reason)s") % {"name": Path(command[0]).name, "reason": reason[0]})
    return told.stdout


def _environment() -> dict[str, str]:
    chosen = connection.settings_dict
    variables = {_VARIABLES[name]: str(chosen[name]) for name in _VARIABLES if chosen.get(name)}
    options = {_OPTIONS[name]: str(value) for name, value in chosen["OPTIONS"].items() if name in _OPTIONS}
    return {**os.environ, "LC_MESSAGES": "C", **variables, **options}
