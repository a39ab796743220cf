"""Room for the frames of calls, all in one piece.

Python 3.11 and 3.12 keep frames in pieces of 16 kB. A loop that calls across the edge of one asks the system for the
next piece, and gives it back, in each turn: a page of fifty rows lost a third of its time to that, or nothing, as the
depth of calls happened to be (python/cpython issue 142183; later releases keep a piece).
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")

_SLOTS = 66_000
"""Of eight bytes. A piece is doubled until it holds the frame: one of a megabyte, whose other half is for the calls.

Nothing is written in the slots, so they take no memory.
"""


def with_room(function: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """The function, with half a megabyte for the frames of what it calls."""
    if sys.version_info >= (3, 14):
        return function

    @wraps(function)
    def roomy(*args: _Given.args, **kwargs: _Given.kwargs) -> _Found:
        return function(*args, **kwargs)

    made: Any = roomy
    made.__code__ = made.__code__.replace(co_stacksize=_SLOTS)
    return roomy


def room_for_frames(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: views and templates have room."""
    return with_room(get_response)
