"""Putting a copy back: everything is held against its sums first, then files, then the database, then all once more."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record_of_installation
from followup.core.backup.faults import BackupRefused
from followup.core.backup.making import DATABASES
from followup.core.backup.manifest import MANIFEST, Manifest, read_manifest
from followup.core.backup.place import FILES, SUMS, Place, read_sums
from followup.core.choices import AuditAction
from followup.core.files.keys import key_of, opened, the_storage
from followup.core.files.reading import FileUnavailable, open_file


@dataclass(frozen=True, slots=True)
class Restored:
    """`needs_migrate`: the copy is of an older version of the application, so `migrate` comes next."""

    folder: Path
    manifest: Manifest
    needs_migrate: bool


def restore_backup(*, folder: Path, replaces: bool, by: AnyUser) -> Restored:
    """Put back the copy in the folder, or the newest of those in it.

    With `replaces` what the database holds is lost. Files that the storage has already stay. Raises BackupRefused.
    """
    copy = _chosen(folder)
    place = Place(copy.parent)
    with place.held():
        manifest, sums = _verified(place, copy)
        database = DATABASES[connection.vendor]
        needs_migrate = _needs_migrate(manifest)
        if database.tables_there() and not replaces:
            raise BackupRefused(_("Databasen är inte tom. Med --replace ersätts allt som finns i den."))
        for sha256 in sums:
            with opened(place.files, sha256) as file:
                the_storage().save(key_of(sha256), File(file))
        database.put_back(copy / manifest.database_file, expected=set(manifest.tables), replaces=replaces)
        _must_be_alike(manifest, set(sums))
    if not needs_migrate:  # else the trail may have another form than this version writes
        details = {"gjord": manifest.made_at}
        record_of_installation(action=AuditAction.RESTORED, label=copy.name, by=by, details=details)
    return Restored(copy, manifest, needs_migrate)


def _chosen(folder: Path) -> Path:
    if (folder / MANIFEST).is_file():
        return folder.resolve()
    found = Place(folder.resolve()).finished() if folder.is_dir() else []
    if not found:
        raise BackupRefused(_("I %(folder)s finns ingen färdig säkerhetskopia.") % {"folder": folder})
    return found[-1]


def _verified(place: Place, copy: Path) -> tuple[Manifest, list[str]]:
    """The manifest and the files' sums, when every byte is what the copy says. Raises BackupRefused."""
    manifest = read_manifest((copy / MANIFEST).read_bytes())
    if _sum_of(copy / SUMS) != manifest.sums_sha256:
        raise _spoiled(SUMS)
    if manifest.vendor != connection.vendor:
        raise BackupRefused(
            _("Kopian är av %(copy)s, och databasen är %(own)s.") % {"copy": manifest.vendor, "own": connection.vendor}
        )
    sums = []
    for sha256, name in read_sums(copy):
        if _sum_of(copy / name) != sha256:
            raise _spoiled(name)
        if name.startswith(f"../{FILES}/"):
            sums.append(sha256)
    return manifest, sums


def _sum_of(path: Path) -> str:
    """Empty where there is no such file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _spoiled(name: str) -> BackupRefused:
    return BackupRefused(_("%(name)s i kopian saknas eller är ändrad. Inget är återställt.") % {"name": name})


def _needs_migrate(manifest: Manifest) -> bool:
    """Raises BackupRefused for the copy of a newer version than this."""
    known = set(MigrationLoader(None).disk_migrations)
    own = {app for app, _name in known}
    if unknown := sorted(f"{app} {name}" for app, name in set(manifest.migrations) - known if app in own):
        raise BackupRefused(
            _("Kopian är gjord av en nyare version av programmet (%(version)s): %(migration)s är okänd här.")
            % {"version": manifest.app_version, "migration": unknown[0]}
        )
    return bool(known - set(manifest.migrations))


def _must_be_alike(manifest: Manifest, sums: set[str]) -> None:
    """What stands there now against what the copy said. Raises BackupRefused."""
    now = DATABASES[connection.vendor].describe_own()
    if (now.tables, now.migrations) != (manifest.tables, manifest.migrations):
        differing = sorted(name for name, count in manifest.tables.items() if now.tables.get(name) != count)
        raise BackupRefused(
            _("Databasen är återställd men inte som i kopian: %(tables)s.")
            % {"tables": ", ".join(differing) or "migrate"}
        )
    for sha256 in sorted(now.files.keys() - set(manifest.missing)):
        if sha256 not in sums:
            raise BackupRefused(
                _("Databasen är återställd, men filen %(file)s finns inte i kopian.") % {"file": sha256}
            )
        try:
            open_file(sha256).close()
        except FileUnavailable:
            raise BackupRefused(
                _("Databasen är återställd, men filen %(file)s kan inte läsas i lagringen.") % {"file": sha256}
            ) from None
