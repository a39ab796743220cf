"""Keeping: the file first, then the row that names it, so that no row is without its file."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import connection
from django.db.transaction import TransactionManagementError

from followup.core.files.keys import key_of, the_storage
from followup.core.models.stored_file import UnreferencedFile


@dataclass(frozen=True, slots=True)
class Kept:
    """What the row holds of a file."""

    sha256: str
    size: int


def keep(content: bytes) -> Kept:
    """Write a file. In the transaction that stores its row: one that is rolled back leaves a file that is swept away.

    One query. What is in the storage already is not written again.
    """
    return keep_all([content])[0]


def keep_all(contents: Iterable[bytes]) -> list[Kept]:
    """Several, in their order. One query.

    Whoever keeps a file takes the sweeper's mark off it first: that waits for a sweeper who is just removing it, and
    one who comes later finds no mark. See `sweeping`.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("A file is kept in the transaction that stores the row that names it.")
    found = [(Kept(hashlib.sha256(content).hexdigest(), len(content)), content) for content in contents]
    UnreferencedFile.objects.filter(sha256__in=[kept.sha256 for kept, _content in found]).delete()
    for kept, content in found:
        put(the_storage(), kept.sha256, content)
    return [kept for kept, _content in found]


def put(storage: Storage, sha256: str, content: bytes) -> None:
    """For those who also see to it that no sweeper comes between, such as a migration. Raises OSError."""
    storage.save(key_of(sha256), ContentFile(content))
