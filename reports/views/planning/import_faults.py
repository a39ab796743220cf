"""A book's faults by sheet, as the page lists them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reports.plan_book.faults import MOST_LINES
from reports.plan_book.sheets import BY_NAME


@dataclass(frozen=True, slots=True)
class Fault:
    """`cell` is empty for what is said of the sheet or the file as a whole."""

    cell: str
    message: str


@dataclass(frozen=True, slots=True)
class SheetFaults:
    sheet: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class ShownFaults:
    """The first ones by sheet; `more` are those beside them."""

    count: int
    sheets: list[SheetFaults]

    @property
    def more(self) -> int:
        return max(0, self.count - MOST_LINES)


def shown_faults(lines: Sequence[str]) -> ShownFaults:
    return ShownFaults(len(lines), by_sheet(lines[:MOST_LINES]))


def by_sheet(lines: Sequence[str]) -> list[SheetFaults]:
    """From lines `Mål!D7: what is wrong`, in their order; what names no sheet is said of the file."""
    groups: dict[str, list[Fault]] = {}
    for line in lines:
        place, colon, message = line.partition(": ")
        sheet, _mark, cell = place.partition("!")
        if colon and sheet in BY_NAME:
            groups.setdefault(sheet, []).append(Fault(cell, message))
        else:
            groups.setdefault(_("Filen"), []).append(Fault("", line))
    return [SheetFaults(sheet, tuple(faults)) for sheet, faults in groups.items()]
