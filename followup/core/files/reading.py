"""Reading: never other bytes than those that the row names."""

import hashlib
import logging

from django.core.files import File

from followup.core.files.keys import opened, the_storage

_logger = logging.getLogger(__name__)


class FileUnavailable(Exception):
    """The file of a row cannot be handed out. Told in the log already, and readers get a page that says so."""


class FileMissing(FileUnavailable):
    """There is none, or the storage does not answer."""


class FileSpoiled(FileUnavailable):
    """Its bytes are not those that were kept."""


def read_file(sha256: str) -> bytes:
    """The bytes, held against their sum. Raises FileUnavailable."""
    with _opened(sha256) as file:
        content = file.read()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise _told(FileSpoiled(sha256))
    return content


def open_file(sha256: str) -> File[bytes]:
    """For what is too large to be held in memory: read through once and held against its sum, then at its beginning.

    Raises FileUnavailable.
    """
    file = _opened(sha256)
    if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
        file.close()
        raise _told(FileSpoiled(sha256))
    file.seek(0)
    return file


def bytes_as_they_are(sha256: str) -> bytes | None:
    """For those who verify: whatever stands in the file's place, or nothing. Raises FileUnavailable.

    A storage that does not answer is no proof that a file is gone, so that is a fault of its own.
    """
    try:
        with opened(the_storage(), sha256) as file:
            return file.read()
    except (FileNotFoundError, ValueError):
        return None
    except OSError as fault:
        raise _told(FileMissing(sha256)) from fault


def _opened(sha256: str) -> File[bytes]:
    try:
        return opened(the_storage(), sha256)
    except (OSError, ValueError) as fault:
        raise _told(FileMissing(sha256)) from fault


def _told(fault: FileUnavailable) -> FileUnavailable:
    words = "is not what was kept" if isinstance(fault, FileSpoiled) else "is missing, or the storage does not answer"
    _logger.critical("The file %s in the storage %s", fault, words, exc_info=True)
    return fault
