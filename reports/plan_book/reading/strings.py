"""The texts of a workbook, within a bound on the memory that they take."""

import re
import sys
from zipfile import ZipFile

from django.utils.translation import gettext as _

from reports.plan_book.book import BookFault
from reports.plan_book.reading.xml import DEEPEST, damaged, feed, local, new_parser, open_part

MOST_BYTES = 80_000_000
"""Of texts in memory: those of a filled book are a hundredth of it."""

MOST_PIECES = 200
"""Of one text, each up to the size of a chunk."""

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class TextRoom:
    """What is left of the room for texts."""

    def __init__(self, room: int = MOST_BYTES) -> None:
        self.left = room

    def take(self, text: str) -> str:
        """The text with its escaped characters. Raises BookFault when the room is used up."""
        if "_x" in text:
            text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        self.left -= sys.getsizeof(text)
        if self.left < 0:
            raise BookFault(
                (
                    _(
                        "Arbetsboken innehåller för mycket text: högst %(limit)d MB får plats. Dela upp den i flera, "
                        "eller ta bort blad som inte hör till planen."
                    )
                    % {"limit": MOST_BYTES // 1_000_000},
                )
            )
        return text


def read_strings(archive: ZipFile, part: str, room: TextRoom) -> list[str]:
    """The shared texts by their number; formatting within a text is dropped, and so are phonetic guides."""
    if not part:
        return []
    texts: list[str] = []
    pieces: list[str] = []
    parser = new_parser()
    depth = guides = 0
    is_text = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, guides, is_text
        depth += 1
        if depth > DEEPEST:
            raise damaged(part, _("för många nivåer"))
        match local(name):
            case "rPh":
                guides += 1
            case "t":
                is_text = not guides

    def end(name: str) -> None:
        nonlocal depth, guides, is_text
        depth -= 1
        match local(name):
            case "si":
                texts.append(room.take("".join(pieces)))
                pieces.clear()
            case "rPh":
                guides -= 1
            case "t":
                is_text = False

    def data(text: str) -> None:
        if is_text:
            pieces.append(text)
            if len(pieces) > MOST_PIECES:
                raise damaged(part, _("en mycket lång text"))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    with open_part(archive, part) as stream:
        for _chunk in feed(stream, parser, part):
            pass
    return texts
