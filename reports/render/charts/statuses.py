"""How statuses are told apart in a drawing: by hatching, shape and word first, and then by colour. Pure.

The colours are the light values of the tokens of the statuses and count on paper; on screen the classes set the tokens.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from reports.render.charts.drawing import number
from reports.render.charts.styles import SeriesStyle

STATUS_STYLES = {
    style.name: style
    for style in (
        SeriesStyle("achieved", "#1a6640", "", "", 1),
        SeriesStyle("partly_achieved", "#7d5200", "", "", 0),
        SeriesStyle("not_achieved", "#a1242b", "", "", 0),
        SeriesStyle("not_assessable", "#515a67", "", "", 0),
        SeriesStyle("words", "#515a67", "", "", 0.3),
        SeriesStyle("none", "#515a67", "3 3", "", 0),
    )
}
SHAPED = frozenset({"achieved", "partly_achieved", "not_achieved", "not_assessable"})

_INSIDE = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_APART = 6


@lru_cache
def status_shape(mark: str) -> SafeString:
    """What is drawn inside the 24 × 24 units of a status's shape, the same as beside its word elsewhere."""
    found = _INSIDE.search(get_template(f"core/marks/{mark}.svg").render())
    return mark_safe(found[1]) if found else SafeString()  # noqa: S308 (our own template)


def hatch(status: str, left: float, right: float, top: float, bottom: float) -> str:
    """The lines over a bar from `left` to `right`: none, rising, crossed or upright ones."""
    lines = _HATCHES.get(status)
    return "".join(lines(left, right, top, bottom)) if lines else ""


def _rising(left: float, right: float, top: float, bottom: float) -> Iterator[str]:
    """At 45 degrees, each cut off at the edges."""
    height = bottom - top
    at = left - height + _APART
    while at < right:
        start, end = max(at, left), min(at + height, right)
        yield f"M{number(start)} {number(bottom - (start - at))}L{number(end)} {number(bottom - (end - at))}"
        at += _APART


def _crossed(left: float, right: float, top: float, bottom: float) -> Iterator[str]:
    yield from _rising(left, right, top, bottom)
    height = bottom - top
    at = left - height + _APART
    while at < right:
        start, end = max(at, left), min(at + height, right)
        yield f"M{number(start)} {number(top + (start - at))}L{number(end)} {number(top + (end - at))}"
        at += _APART


def _upright(left: float, right: float, top: float, bottom: float) -> Iterator[str]:
    at = left + _APART / 2
    while at < right:
        yield f"M{number(at)} {number(top)}L{number(at)} {number(bottom)}"
        at += _APART


_HATCHES: dict[str, Callable[[float, float, float, float], Iterator[str]]] = {
    "partly_achieved": _rising,
    "not_achieved": _crossed,
    "not_assessable": _upright,
}
