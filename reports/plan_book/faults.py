"""Everything that is found wrong with a book, while it is read."""

from django.utils.translation import gettext as _

from reports.plan_book.book import BookFault, BookRow

MOST_LINES = 200
MOST_FAULTS = 10_000
"""From then on it is of no use to read further."""


class CellFault(Exception):
    """What is wrong with a cell and what is allowed; the place is not known yet."""


class Faults:
    """Lines in the order they were found; the first ones are kept, the rest counted. `places` are those at fault."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._count = 0
        self._places: set[str] = set()

    def __bool__(self) -> bool:
        return self._count > 0

    def add(self, place: str, message: str) -> None:
        """Raises BookFault when there are very many."""
        self._count += 1
        self._places.add(place)
        if self._count <= MOST_LINES:
            self._lines.append(f"{place}: {message}")
        if self._count >= MOST_FAULTS:
            self.refuse()

    def at(self, row: BookRow, heading: str, message: str) -> None:
        self.add(row.place(heading), message)

    def spoils(self, row: BookRow, *headings: str) -> bool:
        """Whether one of the cells is at fault already, so that nothing can be concluded from it."""
        return bool(self._places) and any(row.place(heading) in self._places for heading in headings)

    def refuse(self) -> None:
        """Raises BookFault if there is any."""
        if not self._count:
            return
        more = self._count - len(self._lines)
        told = _("… och minst %(count)d fel till") if self._count >= MOST_FAULTS else _("… och %(count)d fel till")
        raise BookFault((*self._lines, *([told % {"count": more}] if more else [])))
