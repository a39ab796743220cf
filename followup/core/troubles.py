"""What an exception says of the machinery below: that the database does not answer, or that there is no room left."""

import errno
from enum import Enum

from django.db import InterfaceError, OperationalError

_FULL_IN_FILES = {errno.ENOSPC, errno.EDQUOT}
_FULL_IN_SQLITE = "SQLITE_FULL"
_FULL_IN_POSTGRES = "53100"
_FAULT_IN_A_QUERY = "SQLITE_ERROR"
"""What SQLite calls a table that does not exist: a fault of ours, and no trouble that passes."""


class Trouble(Enum):
    """What passes without the program being changed, and so is worth trying again."""

    GONE = "gone"
    FULL = "full"


def trouble_of(fault: BaseException | None) -> Trouble | None:
    """None for every other fault. Looks at the driver's exception, whose words differ between versions."""
    if isinstance(fault, OSError) and fault.errno in _FULL_IN_FILES:
        return Trouble.FULL
    if not isinstance(fault, InterfaceError | OperationalError):
        return None
    cause = fault.__cause__
    name = getattr(cause, "sqlite_errorname", "")
    if name == _FULL_IN_SQLITE or getattr(cause, "sqlstate", None) == _FULL_IN_POSTGRES:
        return Trouble.FULL
    return None if name == _FAULT_IN_A_QUERY else Trouble.GONE
