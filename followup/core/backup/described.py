"""What stands in a database, asked through a cursor of either kind: tables, migrations, the files that rows name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from followup.core.files.sweeping import models_with_files

Ask = Callable[[str], Iterable[tuple[Any, ...]]]
"""Rows of a question that has no parameters."""


@dataclass(frozen=True, slots=True)
class Described:
    """`files` are lengths by SHA-256."""

    tables: dict[str, int]
    migrations: tuple[tuple[str, str], ...]
    files: dict[str, int]


def described(ask: Ask, tables: Iterable[str]) -> Described:
    """`tables` are names as the database itself told them."""
    known = sorted(tables)
    counts = {name: next(iter(ask(f'SELECT count(*) FROM "{name}"')))[0] for name in known}  # noqa: S608 (told by the database)
    migrations = tuple((app, name) for app, name in ask("SELECT app, name FROM django_migrations ORDER BY id"))
    return Described(counts, migrations, dict(_files(ask, set(known))))


def _files(ask: Ask, tables: set[str]) -> Iterator[tuple[str, int]]:
    for model in models_with_files():
        if model._meta.db_table in tables:
            yield from ask(f'SELECT DISTINCT sha256, size FROM "{model._meta.db_table}"')  # noqa: S608 (our own)
