"""What a form remembers of something that it showed, to tell whether it is still the same when it is sent."""

from collections.abc import Iterable
from hashlib import sha256


def fingerprint_of(parts: Iterable[object]) -> str:
    """The same for parts that read the same in the same order, other for any other."""
    return sha256("\0".join(str(part) for part in parts).encode()).hexdigest()
