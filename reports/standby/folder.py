"""The folder of kept pages, shared by all processes of a machine and there again after a restart.

A generation holds what was shown while one state of all publications held; `current` names it. Whoever withdraws a
version removes that name, and with it everything: a page that was being made meanwhile belongs to a generation that is
gone. Only who knows the state from the database begins a new one. `current` is touched whenever the database confirms
the state, so that its age is how long the folder may be wrong.
"""

import json
import os
import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from django.conf import settings

LARGEST = 32 * 1024 * 1024
MOST_BYTES = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeptPage:
    """`age` in whole seconds since the database last confirmed it."""

    headers: Mapping[str, str]
    content: bytes
    age: int


class StandbyFolder:
    """An `OSError`, as on a full disk, means that nothing is kept; it never stands in anybody's way."""

    def __init__(self, root: Path, clock: Callable[[], float] = time.time) -> None:
        self.root = root
        self._clock = clock
        self._current = root / "current"

    def generation(self) -> str:
        """What a page that is made from now on may be kept in; empty where nothing is kept."""
        try:
            return self._current.read_text().strip()
        except OSError:
            return ""

    def confirm(self, state: str) -> bool:
        """The database has just told that the publications are in this state. True where a new generation begins."""
        generation = self.generation()
        try:
            if generation and (self.root / generation / "state").read_text() == state:
                os.utime(self._current, (self._clock(), self._clock()))
                return False
        except OSError:
            pass
        self.clear()
        with suppress(OSError):
            self._begin(state)
        return bool(self.generation())

    def keep(self, generation: str, path: str, headers: Mapping[str, str], content: bytes) -> bool:
        """In the generation that was current when the page began to be made. False where that is gone or full."""
        if not generation or len(content) > LARGEST or self._size(generation) + len(content) > MOST_BYTES:
            return False
        file = self._file(generation, path)
        part = file.with_suffix(f".{uuid4().hex}")
        try:
            part.write_bytes(json.dumps(dict(headers)).encode() + b"\n" + content)
            part.replace(file)
        except OSError:
            with suppress(OSError):
                part.unlink()
            return False
        return True

    def holds(self, generation: str, path: str) -> bool:
        """Whether the page is kept in that generation. Nothing is read."""
        return self._file(generation, path).exists()

    def find(self, path: str) -> KeptPage | None:
        """None where it is not kept, or where nobody has been able to confirm it for `SECONDS_STANDBY`."""
        try:
            age = self._clock() - self._current.stat().st_mtime
            if age >= settings.SECONDS_STANDBY:
                return None
            head, _line, content = self._file(self.generation(), path).read_bytes().partition(b"\n")
            return KeptPage(json.loads(head), content, max(0, int(age)))
        except (OSError, ValueError):
            return None

    def forget(self, path: str) -> None:
        with suppress(OSError):
            self._file(self.generation(), path).unlink()

    def clear(self) -> None:
        """At once, also where the disk is full: a name is removed, nothing is written."""
        generation = self.generation()
        with suppress(OSError):
            self._current.unlink()
        if generation:
            shutil.rmtree(self.root / generation, ignore_errors=True)

    def _begin(self, state: str) -> None:
        generation = uuid4().hex
        self.root.mkdir(parents=True, exist_ok=True)
        for left in self.root.iterdir():
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
        (self.root / generation).mkdir()
        (self.root / generation / "state").write_text(state)
        part = self.root / f"{generation}.part"
        part.write_text(generation)
        os.utime(part, (self._clock(), self._clock()))
        part.replace(self._current)

    def _file(self, generation: str, path: str) -> Path:
        return self.root / (generation or "none") / sha256(path.encode()).hexdigest()

    def _size(self, generation: str) -> int:
        try:
            return sum(each.stat().st_size for each in os.scandir(self.root / generation))
        except OSError:
            return MOST_BYTES


def standby() -> StandbyFolder:
    """That of this installation."""
    return StandbyFolder(settings.VAR_DIR / "standby")
