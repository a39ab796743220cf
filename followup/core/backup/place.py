"""The folder of copies: one writer at a time, finished copies by their moment, the files that they share."""

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from followup.core.backup.faults import BackupRefused
from followup.core.backup.manifest import MANIFEST
from followup.core.files.folder import ContentFolder, force_names
from followup.core.files.keys import key_of, sums_in

FILES = "files"
SUMS = "SHA256SUMS"
UNFINISHED = ".unfinished-"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z(-\d+)?")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of copies; its owner alone may read it."""

    folder: Path

    @property
    def files(self) -> ContentFolder:
        return ContentFolder(self.folder / FILES)

    def finished(self) -> list[Path]:
        """The oldest first."""
        return sorted(
            path for path in self.folder.iterdir() if _MOMENT.fullmatch(path.name) and (path / MANIFEST).is_file()
        )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else makes, removes or puts back copies here meanwhile. Raises BackupRefused."""
        try:
            handle = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)  # nothing is written: it may be read-only
        except OSError as fault:
            raise _unusable(self.folder, fault) from fault
        try:
            self._lock(handle)
            yield
        finally:
            os.close(handle)

    def _lock(self, handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupRefused(
                _("En annan säkerhetskopiering pågår i %(folder)s.") % {"folder": self.folder}
            ) from None
        except OSError as fault:
            raise _unusable(self.folder, fault) from fault

    def begin(self, moment: str) -> Path:
        """An empty folder for a copy that has no name yet; what an interrupted one left is gone."""
        for left in self.folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left)
        unfinished = self.folder / f"{UNFINISHED}{moment}"
        unfinished.mkdir(mode=0o700)
        return unfinished

    def finish(self, unfinished: Path) -> Path:
        """Forced to the disk, then named: whoever finds the name finds all of it."""
        for path in unfinished.iterdir():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        force_names(unfinished)
        name = unfinished.name.removeprefix(UNFINISHED)
        taken = sum(path.name == name or path.name.startswith(f"{name}-") for path in self.folder.iterdir())
        finished = unfinished.rename(self.folder / (f"{name}-{taken}" if taken else name))
        force_names(self.folder)
        return finished

    def keep(self, number: int) -> int:
        """Remove all copies but the newest, then the files that none of those left names; how many copies went."""
        over = self.finished()[:-number]
        for path in over:
            (path / MANIFEST).unlink()  # what is half removed is no copy
            shutil.rmtree(path)
        named = {sha256 for path in self.finished() for sha256, name in read_sums(path) if name.startswith("..")}
        for sha256 in set(sums_in(self.files)) - named:
            self.files.delete(key_of(sha256))
        return len(over)


def opened_place(folder: Path) -> Place:
    """Made where it is missing. Raises BackupRefused."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise _unusable(folder, fault) from fault
    return Place(folder)


def _unusable(folder: Path, fault: OSError) -> BackupRefused:
    return BackupRefused(
        _("Mappen %(folder)s kan inte användas: %(reason)s.") % {"folder": folder, "reason": fault.strerror}
    )


def write_private(path: Path, parts: Iterable[bytes]) -> str:
    """For its owner alone, from the first byte. The SHA-256 of what was written."""
    written = hashlib.sha256()
    with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        for part in parts:
            file.write(part)
            written.update(part)
    return written.hexdigest()


def read_sums(copy: Path) -> Iterator[tuple[str, str]]:
    """SHA-256 and name, as `sha256sum -c` reads them from the copy's own folder."""
    with (copy / SUMS).open(encoding="utf-8") as lines:
        for line in lines:
            yield line[:64], line[66:].rstrip("\n")
