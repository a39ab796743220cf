"""Which jobs this process is at just now: one thread does the work, and another says that somebody is at it."""

from collections.abc import Iterator
from contextlib import contextmanager

_AT_HAND: set[int] = set()


@contextmanager
def at_hand(job_id: int) -> Iterator[None]:
    """Inside, the process is at the job, however it leaves it."""
    _AT_HAND.add(job_id)
    try:
        yield
    finally:
        _AT_HAND.discard(job_id)


def jobs_at_hand() -> frozenset[int]:
    return frozenset(_AT_HAND)
