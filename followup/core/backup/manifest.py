"""What a copy says of itself."""

import json
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.utils.translation import gettext as _

from followup.core.backup.faults import BackupRefused

FORMAT = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`made_at` is when the database was read, ISO 8601 in UTC. `tables` are rows by table, of the same moment.

    `sums_sha256` is that of SHA256SUMS, in which the database and every file stand. `missing` are files that rows name
    and that could not be read when the copy was made.
    """

    made_at: str
    vendor: str
    database_version: str
    database_file: str
    app_version: str
    migrations: tuple[tuple[str, str], ...]
    tables: dict[str, int]
    file_count: int
    file_bytes: int
    missing: tuple[str, ...]
    sums_sha256: str
    is_encrypted: bool = False
    format: int = FORMAT

    def written(self) -> bytes:
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_manifest(content: bytes) -> Manifest:
    """Raises BackupRefused."""
    try:
        told: dict[str, Any] = json.loads(content)
        if told["format"] != FORMAT:
            raise BackupRefused(_("Kopian har formatet %(format)s, som den här versionen inte kan läsa.") % told)
        told["migrations"] = tuple((app, name) for app, name in told["migrations"])
        told["missing"] = tuple(told["missing"])
        return Manifest(**told)
    except (ValueError, KeyError, TypeError) as fault:
        raise BackupRefused(_("Kopians %(name)s kan inte läsas.") % {"name": MANIFEST}) from fault


def app_version() -> str:
    try:
        return version("uppfoljning")
    except PackageNotFoundError:  # run from a folder that was never installed
        return ""
