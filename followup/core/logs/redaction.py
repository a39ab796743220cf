"""Taking out of a line what may tell of a person: what was typed, who it was about, and where it was sent.

Faults quote what they stumbled on, and PostgreSQL tells the whole row. Where in the program it happened is kept, what
stood in the values is not. No local variables are written anywhere.
"""

import logging
import re
from traceback import TracebackException
from types import TracebackType
from typing import Any

from structlog.typing import EventDict

_ADDRESS = re.compile(r"[^\s<>\"',;:=()]+@[^\s<>\"',;:=()]+")
_IDENTITY_NUMBER = re.compile(r"(?<!\d)(?:\d{8}|\d{6})[-+]\d{4}(?!\d)")
_IP_ADDRESS = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
_QUOTED = re.compile(r"""'[^'\n]*'|"[^"\n]*"|[“”][^“”\n]*”""")
_ROW = re.compile(r"^(?:DETAIL|CONTEXT|LINE \d+|PARAMETERS?):.*", re.MULTILINE | re.DOTALL)
_IN_A_MODULE = '  File "'


def without_persons(text: str) -> str:
    """E-mail addresses, identity numbers and IP addresses replaced by what they are."""
    text = _ADDRESS.sub("[e-mail]", text)
    text = _IDENTITY_NUMBER.sub("[identity number]", text)
    return _IP_ADDRESS.sub("[ip]", text)


def without_values(message: str) -> str:
    """What an exception says, without what it quotes."""
    return _QUOTED.sub("[…]", _ROW.sub("[…]", message)).rstrip()


def told(fault: tuple[type[BaseException], BaseException, TracebackType | None]) -> str:
    """The traceback, of what led to it too: every place in the program, and what kind of fault it was."""
    parts = TracebackException(*fault, capture_locals=False).format()
    kept = [part if part.startswith(_IN_A_MODULE) else without_values(part) for part in parts]
    return "\n".join(part.rstrip("\n") for part in kept).strip()


def tell_fault(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """A processor: the fault as words, under `exception`."""
    fault = line.pop("exc_info", None)
    if isinstance(fault, tuple) and fault[0] is not None:
        line["exception"] = told(fault)
    return line


def redact(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """A processor: the last one before the line is written."""
    return {name: without_persons(value) if isinstance(value, str) else value for name, value in line.items()}


class RouteForPath(logging.Filter):
    """Django's own words of a request name its path, which may be a secret address: the route's name instead.

    A filter, since it must be done before the words are put together. What Django says of an answer without a fault
    behind it is left out: the request's own line says more.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name == "django.request" and not record.exc_info:
            return False
        request = getattr(record, "request", None)
        if request is not None and record.args and isinstance(record.args, tuple):
            match = getattr(request, "resolver_match", None)
            record.args = (*record.args[:-1], match.view_name if match else "-")
        return True
