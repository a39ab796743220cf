"""What an exception says of the machinery below: it does not answer, somebody was in the way, or it is full."""

import errno
import sqlite3
from enum import Enum

from django.db import InterfaceError, OperationalError

_FULL_IN_FILES = {errno.ENOSPC, errno.EDQUOT}


class Trouble(Enum):
    """What passes without the program being changed, and so is worth trying again.

    GONE holds for everybody: nobody is answered. BUSY is of one alone, who met somebody that did the same just then.
    """

    GONE = "gone"
    BUSY = "busy"
    FULL = "full"


_IN_POSTGRES = (
    ("53100", Trouble.FULL),
    ("08", Trouble.GONE),
    ("57P0", Trouble.GONE),
    ("53300", Trouble.GONE),
    ("40P01", Trouble.BUSY),
    ("55P03", Trouble.BUSY),
    ("40001", Trouble.BUSY),
)
"""How `sqlstate` begins: no room on the disk; no connection, shut down, too many; deadlock, lock, serialization."""
_IN_SQLITE = (
    ("SQLITE_FULL", Trouble.FULL),
    ("SQLITE_CANTOPEN", Trouble.GONE),
    ("SQLITE_IOERR", Trouble.GONE),
    ("SQLITE_BUSY", Trouble.BUSY),
    ("SQLITE_LOCKED", Trouble.BUSY),
)
"""How the error's name begins."""


def trouble_of(fault: BaseException | None) -> Trouble | None:
    """None for every other fault, such as a query that took too long or a table that does not exist.

    Looks at the driver's exception, whose words differ between versions. One that PostgreSQL itself did not give, and
    so has no code, says that it could not be reached.
    """
    if isinstance(fault, OSError) and fault.errno in _FULL_IN_FILES:
        return Trouble.FULL
    if not isinstance(fault, InterfaceError | OperationalError):
        return None
    cause = fault.__cause__
    name, state = getattr(cause, "sqlite_errorname", ""), getattr(cause, "sqlstate", "")
    if not name and not state:
        return None if isinstance(cause, sqlite3.Error) else Trouble.GONE
    beginnings = _IN_SQLITE if name else _IN_POSTGRES
    return next((trouble for beginning, trouble in beginnings if (name or state).startswith(beginning)), None)
