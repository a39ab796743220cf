"""Heading levels: none is skipped on the way down, and none is deeper than HTML has."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reports.build.document import DocumentSection, TextPart

HIGHEST = 2
LOWEST = 6


def below(level: int, steps: int = 1) -> int:
    """The level `steps` further down, at most the lowest."""
    return min(level + steps, LOWEST)


def heading_levels(sections: Sequence[DocumentSection]) -> list[int]:
    """Levels from 2 to 6: the report's topmost sections have 2, and none is skipped on the way down."""
    topmost = min((section.level for section in sections if section.title), default=1)
    levels: list[int] = []
    above = HIGHEST - 1
    for section in sections:
        level = min(max(section.level - topmost + HIGHEST, HIGHEST), above + 1, LOWEST)
        levels.append(level)
        if section.title:
            above = level
    return levels


def headings_at(html: str, level: int) -> str:
    """Rich text, whose headings are all `h3`, with these at the given level instead."""
    return html.replace("<h3>", f"<h{level}>").replace("</h3>", f"</h{level}>")


def parts_at(parts: Iterable[TextPart], level: int) -> tuple[TextPart, ...]:
    """The same texts with the headings in them at the given level."""
    return tuple(replace(part, html=headings_at(part.html, level)) for part in parts)
