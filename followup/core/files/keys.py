"""Where a file stands in the storage: `ab/abcd…`, of its SHA-256 and of nothing that anybody chose."""

import re
from collections.abc import Iterator

from django.core.files import File
from django.core.files.storage import Storage, storages

_SUM = re.compile(r"[0-9a-f]{64}")
_FOLDER = re.compile(r"[0-9a-f]{2}")


class ContentStorage(Storage):
    """A Django storage whose `save` never changes what stands at a key, and leaves all of it or nothing."""

    def clear_unfinished(self, *, before: float) -> int:
        """Remove what interrupted writes left before that time (seconds since 1970); how many."""
        raise NotImplementedError


def the_storage() -> ContentStorage:
    """The one that `FILES_URL` names."""
    found = storages["default"]
    if not isinstance(found, ContentStorage):
        raise TypeError(f"{type(found).__name__} keeps no files under their sums")
    return found


def key_of(sha256: str) -> str:
    """Raises ValueError for anything but 64 lower-case hexadecimal digits, so that no key leads out of the storage."""
    if not _SUM.fullmatch(sha256):
        raise ValueError(f"{sha256!r} is no SHA-256")
    return f"{sha256[:2]}/{sha256}"


def sums_in(storage: Storage) -> Iterator[str]:
    """Of every file, in order. What is not called as we call our files is not ours, and left out."""
    try:
        folders, _files = storage.listdir("")
    except FileNotFoundError:  # nothing has been kept yet
        return
    for folder in sorted(filter(_FOLDER.fullmatch, folders)):
        _folders, names = storage.listdir(folder)
        yield from sorted(name for name in names if _SUM.fullmatch(name) and name.startswith(folder))


def opened(storage: Storage, sha256: str) -> File[bytes]:
    """The bytes as they are, unread. Raises OSError, of which FileNotFoundError where there is none."""
    return storage.open(key_of(sha256), "rb")
