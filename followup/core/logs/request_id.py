"""The id that a request's lines, its answer and the work that it asked for have in common."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from structlog.contextvars import bound_contextvars, get_contextvars

_WELL_FORMED = re.compile(r"[A-Za-z0-9-]{16,64}")


def request_id_from(given: str) -> str:
    """The one that the proxy made, where it is one; else a new one."""
    return given if _WELL_FORMED.fullmatch(given) else uuid4().hex


def current_request_id() -> str:
    """Empty outside a request, and outside what was asked for in one."""
    return str(get_contextvars().get("request_id", ""))


@contextmanager
def in_request(request_id: str) -> Iterator[None]:
    """Every line written inside, by this thread, carries the id."""
    with bound_contextvars(**({"request_id": request_id} if request_id else {})):
        yield
