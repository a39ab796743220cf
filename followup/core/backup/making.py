"""Making a copy: first the database as it is at one moment, then the files that it names at that moment.

A file is never changed, so it does not matter that it is read later; and it is not removed for a day after the last
row that named it is gone (see `followup.core.files.sweeping`), so it is still there.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.core.files import File
from django.db import connection
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record_of_installation
from followup.core.backup import postgresql, sqlite
from followup.core.backup.faults import BackupRefused
from followup.core.backup.manifest import MANIFEST, Manifest, app_version
from followup.core.backup.place import FILES, SUMS, Place, opened_place, write_private
from followup.core.choices import AuditAction
from followup.core.files.keys import key_of
from followup.core.files.reading import FileUnavailable, open_file

DATABASES = {"sqlite": sqlite, "postgresql": postgresql}


@dataclass(frozen=True, slots=True)
class Made:
    """`new_files` are those that no earlier copy in the folder had; `removed` the earlier copies that went."""

    folder: Path
    manifest: Manifest
    new_files: int
    removed: int


def make_backup(*, folder: Path, now: datetime, by: AnyUser, keep: int | None = None) -> Made:
    """Make a copy in the folder; with `keep` only the newest copies stay.

    Raises BackupRefused; a file that cannot be read does not stop the copy, but stands in its manifest as missing.
    """
    if keep is not None and keep < 1:
        raise BackupRefused(_("Minst en säkerhetskopia måste finnas kvar: --keep 1 eller mer."))
    place = opened_place(folder)
    with place.held():
        unfinished = place.begin(now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ"))
        database = DATABASES[connection.vendor]
        dump = unfinished / database.FILE
        write_private(dump, ())
        with database.copied(dump) as found:
            pass
        missing, new = _copy_files(place, found.files)
        sums_sha256 = write_private(unfinished / SUMS, _sums(dump, sorted(found.files.keys() - missing)))
        manifest = Manifest(
            made_at=now.astimezone(UTC).isoformat(),
            vendor=connection.vendor,
            database_version=database.version(),
            database_file=database.FILE,
            app_version=app_version(),
            migrations=found.migrations,
            tables=found.tables,
            file_count=len(found.files) - len(missing),
            file_bytes=sum(size for sha256, size in found.files.items() if sha256 not in missing),
            missing=tuple(sorted(missing)),
            sums_sha256=sums_sha256,
        )
        write_private(unfinished / MANIFEST, [manifest.written()])
        finished = place.finish(unfinished)
        removed = place.keep(keep) if keep else 0
    record_of_installation(action=AuditAction.BACKED_UP, label=finished.name, by=by, details=_told(manifest))
    return Made(finished, manifest, new, removed)


def _copy_files(place: Place, wanted: Iterable[str]) -> tuple[set[str], int]:
    """Those that cannot be read, and how many were new. What an earlier copy has is not read again."""
    missing: set[str] = set()
    new = 0
    for sha256 in sorted(wanted):
        if place.files.exists(key_of(sha256)):
            continue
        try:
            with open_file(sha256) as file:
                place.files.save(key_of(sha256), File(file))
            new += 1
        except FileUnavailable:
            missing.add(sha256)
    return missing, new


def _sums(dump: Path, files: Iterable[str]) -> Iterator[bytes]:
    """Line by line: there may be a file for each of hundreds of thousands of versions."""
    with dump.open("rb") as file:
        yield f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {dump.name}\n".encode()
    for sha256 in files:
        yield f"{sha256}  ../{FILES}/{key_of(sha256)}\n".encode()


def _told(manifest: Manifest) -> dict[str, str]:
    return {"rader": str(sum(manifest.tables.values())), "filer": str(manifest.file_count)}
