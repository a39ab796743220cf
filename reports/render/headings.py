"""Heading levels: none is skipped on the way down, and none is deeper than HTML has."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reports.build.document import DocumentSection, TextPart
from reports.render.texts import kept_together

HIGHEST = 2
LOWEST = 6


def below(level: int, steps: int = 1) -> int:
    """The level `steps` further down, at most the lowest."""
    return min(level + steps, LOWEST)


def heading_levels(sections: Sequence[DocumentSection]) -> list[int]:
    """Levels from 2 to 6: each section one below the nearest heading before it that is higher, however much higher."""
    levels: list[int] = []
    above: list[int] = []
    for section in sections:
        higher = [level for level in above if level < section.level]
        levels.append(below(HIGHEST, len(higher)))
        if section.title:
            above = [*higher, section.level]
    return levels


def headings_at(html: str, level: int) -> str:
    """Rich text as it is set, its headings, which are all `h3`, at the given level instead."""
    return kept_together(html).replace("<h3>", f"<h{level}>").replace("</h3>", f"</h{level}>")


def parts_at(parts: Iterable[TextPart], level: int) -> tuple[TextPart, ...]:
    """The same texts as they are set, with the headings in them at the given level."""
    return tuple(replace(part, html=headings_at(part.html, level)) for part in parts)
