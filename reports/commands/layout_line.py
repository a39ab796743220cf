"""Pages that somebody waits for while they are laid out: one layout at a time in each process, and a few in line."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

SECONDS_IN_LINE = 20.0
MOST_IN_LINE = 4

_AT_WORK = BoundedSemaphore(1)
_IN_LINE = BoundedSemaphore(MOST_IN_LINE)


class Busy(Exception):
    """Others are being laid out, and took longer than anybody should wait."""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Inside, nothing else is laid out for somebody who waits. Raises `Busy`."""
    if not _IN_LINE.acquire(blocking=False):
        raise Busy
    try:
        if not _AT_WORK.acquire(timeout=SECONDS_IN_LINE):
            raise Busy
        try:
            yield
        finally:
            _AT_WORK.release()
    finally:
        _IN_LINE.release()
