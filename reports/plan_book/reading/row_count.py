"""How many rows of a workbook hold something, found out without keeping any."""

from zipfile import ZipFile

from django.utils.translation import gettext as _

from reports.plan_book.book import BookFault
from reports.plan_book.reading.structure import Structure
from reports.plan_book.reading.xml import DEEPEST, damaged, feed, local, new_parser, open_part

MOST_ROWS = 200_000
"""Rows that hold something, in all sheets together."""

_HOLDING = frozenset({"v", "t", "f"})


def refuse_many_rows(archive: ZipFile, structure: Structure) -> None:
    """Raises BookFault for a workbook with too many rows. Rows that are only formatted do not count."""
    left = MOST_ROWS
    for part in dict.fromkeys(sheet.part for sheet in structure.sheets):
        left = _counted(archive, part, left)


def _counted(archive: ZipFile, part: str, left: int) -> int:
    """What is left of the rows after those of the sheet."""
    parser = new_parser()
    depth = 0
    is_held = holds = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, is_held
        depth += 1
        if depth > DEEPEST:
            raise damaged(part, _("för många nivåer"))
        is_held = local(name) in _HOLDING

    def data(text: str) -> None:
        nonlocal holds
        if is_held:
            holds = True

    def end(name: str) -> None:
        nonlocal depth, is_held, holds, left
        depth -= 1
        is_held = False
        if holds and local(name) == "row":
            holds = False
            left -= 1
            if left < 0:
                raise _too_many()

    parser.StartElementHandler = start
    parser.CharacterDataHandler = data
    parser.EndElementHandler = end
    with open_part(archive, part) as stream:
        for _chunk in feed(stream, parser, part):
            pass
    return left


def _too_many() -> BookFault:
    return BookFault(
        (
            _(
                "Arbetsboken har fler än 200 000 rader med innehåll. Ta bort rader som inte hör till planen, eller "
                "dela upp den i flera."
            ),
        )
    )
