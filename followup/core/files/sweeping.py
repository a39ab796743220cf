"""Sweeping: files that no row names are marked, and those marked long ago are removed.

The mark is a row, so that the database settles who comes first. Whoever keeps a file deletes its mark before he looks
whether it is there; the sweeper locks the mark, asks for rows once more, and only then removes. The time between is for
those who still need the file: a backup that is being copied, and a database that is set back in time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.apps import apps
from django.db import transaction

from followup.core.files.keys import key_of, sums_in, the_storage
from followup.core.models.stored_file import StoredFile, UnreferencedFile

SHORTEST = timedelta(days=1)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Swept:
    """How many files were found unreferenced for the first time, how many were removed, and what writers had left."""

    marked: int
    removed: int
    unfinished: int


def models_with_files() -> list[type[StoredFile]]:
    """Every model whose rows name a file; a new one is found by itself."""
    return [model for model in apps.get_models() if issubclass(model, StoredFile)]


def sweep(*, now: datetime, kept_for: timedelta = SHORTEST) -> Swept:
    """Mark and remove. `kept_for` counts from the first sweep that found a file unreferenced; at least a day.

    Raises ValueError for less.
    """
    if kept_for < SHORTEST:
        raise ValueError(f"{kept_for} is less than a day")
    marked = sum(_mark(sums, now) for sums in _batches(sums_in(the_storage())))
    over = UnreferencedFile.objects.filter(found_at__lte=now - kept_for).order_by("sha256")
    removed = sum(_remove(sums) for sums in _batches(list(over.values_list("sha256", flat=True))))
    unfinished = the_storage().clear_unfinished(before=(now - kept_for).timestamp())
    return Swept(marked, removed, unfinished)


def _mark(sums: list[str], now: datetime) -> int:
    """One query for each model with files, and two more."""
    named = _named(sums)
    marks = UnreferencedFile.objects.filter(sha256__in=sums)
    marks.filter(sha256__in=named).delete()
    known = set(marks.values_list("sha256", flat=True))
    new = [each for each in sums if each not in named and each not in known]
    UnreferencedFile.objects.bulk_create(
        [UnreferencedFile(sha256=each, found_at=now) for each in new], ignore_conflicts=True
    )
    return len(new)


@transaction.atomic
def _remove(sums: list[str]) -> int:
    locked = list(
        UnreferencedFile.objects.select_for_update()
        .filter(sha256__in=sums)
        .order_by("sha256")
        .values_list("sha256", flat=True)
    )
    named = _named(locked)
    gone = [each for each in locked if each not in named]
    for each in gone:
        the_storage().delete(key_of(each))
    UnreferencedFile.objects.filter(sha256__in=locked).delete()
    return len(gone)


def _named(sums: list[str]) -> set[str]:
    """Those that some row names."""
    found: set[str] = set()
    for model in models_with_files():
        found.update(model._base_manager.filter(sha256__in=sums).order_by().values_list("sha256", flat=True))
    return found


def _batches(sums: Iterable[str]) -> Iterable[list[str]]:
    left = iter(sums)
    while batch := list(islice(left, AT_ONCE)):
        yield batch
