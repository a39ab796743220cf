"""The storage as a folder: for one machine, or for several that share it."""

import hashlib
import logging
import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage

from followup.core.files.keys import ContentStorage

UNFINISHED = "unfinished"
"""The folder in which files are written before they have their name; in the storage, so that one can rename."""

_logger = logging.getLogger(__name__)


class ContentFolder(FileSystemStorage, ContentStorage):
    """Files and folders that their owner alone may read."""

    def __init__(self, location: str | Path) -> None:
        super().__init__(location=location, file_permissions_mode=0o600, directory_permissions_mode=0o700)

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: File[Any]) -> str:
        """Written beside, forced to the disk, then renamed: whoever finds the name finds all of the file.

        A file that is there already is left alone, unless the disk has spoiled it: then whole bytes take its place.
        """
        path = Path(self.path(name))
        if path.exists():
            if _sum_of(path) == path.name:
                return name
            _logger.critical("The file %s was not what its name says, and is written anew", path)
        unfinished = self._folder(Path(self.location) / UNFINISHED)
        handle, written = tempfile.mkstemp(dir=unfinished)  # for its owner alone
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            os.replace(written, self._folder(path.parent) / path.name)
        except BaseException:
            Path(written).unlink(missing_ok=True)
            raise
        force_names(path.parent)
        return name

    def clear_unfinished(self, *, before: float) -> int:
        return sum(_cleared(path, before) for path in (Path(self.location) / UNFINISHED).glob("*"))

    def _folder(self, path: Path) -> Path:
        if not path.is_dir():
            Path(self.location).mkdir(mode=0o700, parents=True, exist_ok=True)
            path.mkdir(mode=0o700, exist_ok=True)
            force_names(Path(self.location))
        return path


def force_names(folder: Path) -> None:
    """The names in a folder to the disk: without it a power cut may forget a rename that was told as done."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cleared(path: Path, before: float) -> bool:
    """False for one that is newer, or that has got its name meanwhile."""
    try:
        if path.stat().st_mtime >= before:
            return False
        path.unlink()
    except FileNotFoundError:
        return False
    return True


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
