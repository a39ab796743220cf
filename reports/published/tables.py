"""The passages of tables, row by row, of charts and of attachments."""

from collections.abc import Iterator

from reports.choices import PassageKind
from reports.published.goals import status_of
from reports.published.passage import Passage, Place
from reports.published.sealed import Sealed, joined, many, prose, words

BETWEEN_CELLS = " · "
_UNDER_THE_ROW_BEFORE = {"part", "comment"}


def table(block: Sealed, place: Place, *, anchor: str) -> Iterator[Passage]:
    """What it is called with its headings, then its rows. A row without an address is found at `anchor`.

    A row under another, such as that of women, is found at the other's.
    """
    caption = words(block, "caption")
    headings = joined([words(block, "unit"), *(_cells(many(row, "cells")) for row in many(block, "head"))])
    yield Passage(PassageKind.ROW, anchor, caption, place.title, text=headings)
    here = place if caption == place.title else place.under(caption)
    latest = anchor
    for row in many(block, "body"):
        if words(row, "anchor"):
            latest = words(row, "anchor")
        elif words(row, "role") not in _UNDER_THE_ROW_BEFORE:
            latest = anchor
        yield _row(row, latest, here)


def chart(block: Sealed, place: Place) -> Iterator[Passage]:
    """What it shows in words, then the figures behind it."""
    yield Passage(
        PassageKind.SECTION,
        f"{place.own}-diagram-figur",
        words(block, "title"),
        place.title,
        text=joined([words(block, "summary"), words(block, "unit")]),
    )
    if block.get("table"):
        yield from table(block["table"], place, anchor=f"{place.own}-siffror-tabell")


def attachments(block: Sealed, place: Place) -> Iterator[Passage]:
    for document in many(block, "documents"):
        file = document.get("file") or {}
        lines = (
            words(document, "description"),
            words(file, "name"),
            words(file, "alternative_text"),
            words(document, "address"),
        )
        yield Passage(PassageKind.ATTACHMENT, place.anchor, words(document, "title"), place.title, text=joined(lines))


def _row(row: Sealed, anchor: str, place: Place) -> Passage:
    """Its title is its own heading, else its first cell that holds anything."""
    cells = many(row, "cells")
    told = [cell for cell in cells if _cell(cell)]
    headings = [cell for cell in told if cell.get("is_heading")] or told[:1]
    rest = [cell for cell in told if not any(cell is heading for heading in headings)]
    marks = [status_of(cell) for cell in cells if cell.get("status")]
    mark, word = marks[0] if len(marks) == 1 else ("", "")
    return Passage(
        PassageKind.ROW,
        anchor,
        _cells(headings),
        place.title,
        unit=words(row, "by"),
        status_mark=mark,
        status_word=word,
        text=_cells(rest),
    )


def _cells(cells: list[Sealed]) -> str:
    return BETWEEN_CELLS.join(filter(None, map(_cell, cells)))


def _cell(cell: Sealed) -> str:
    parts = [f"{words(part, 'label')} {prose(part)}".strip() for part in many(cell, "parts")]
    return joined([words(cell, "text"), *many(cell, "lines"), *parts, status_of(cell)[1]])
