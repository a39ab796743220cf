"""What a version is made of beside the report's formats, and what its files are called."""

import hashlib
from dataclasses import dataclass

CHECKS = "checks"
MANIFEST = "manifest"
ATTACHED = "attachment:"
"""Begins the format of an attached file; its name follows."""
ATTACHED_FOLDER = "bilagor/"
DATA_TYPE = "application/json; charset=utf-8"
_OWN_NAMES = {CHECKS: "kontroller.json", MANIFEST: "manifest.json"}


@dataclass(frozen=True, slots=True)
class Part:
    """One file before it is stored. `format` is that of a renderer, `CHECKS` or `MANIFEST`."""

    format: str
    content_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        return digest(self.content)


def digest(content: bytes) -> str:
    """SHA-256 as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def file_name(slug: str, version: int, format: str) -> str:
    """What the file is called when it is taken away: `delar-2017-version-1.pdf`, `bilagor/karta.png`."""
    if format.startswith(ATTACHED):
        return ATTACHED_FOLDER + format.removeprefix(ATTACHED)
    return _OWN_NAMES.get(format) or f"{slug}-version-{version}.{format}"


def package_name(slug: str, version: int) -> str:
    """Without its ending; also the folder inside."""
    return f"{slug}-version-{version}"
