"""Ids of the workbook for rows that were made on a page."""

from collections.abc import Iterable, Sequence
from typing import Any

from followup.core.slugs import free_name, slug_of

LONGEST = 40


def give_keys(rows: Sequence[Any], taken: Iterable[str]) -> None:
    """Give the rows without `key` one after their words, that none of the taken has."""
    used = {*taken, *(row.key for row in rows)}
    for row in rows:
        if not row.key:
            row.key = free_name(slug_of(str(row), LONGEST), used)
            used.add(row.key)
