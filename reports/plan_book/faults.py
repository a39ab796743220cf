"""Everything that is found wrong with a book, while it is read."""

from django.utils.translation import gettext as _

from reports.plan_book.book import BookFault, BookRow

MOST_LINES = 200
"""More than these a person does not read at once."""

MOST_FAULTS = 10_000
"""From then on it is of no use to read further."""


class CellFault(Exception):
    """What is wrong with a cell and what is allowed; the place is not known yet."""


class Faults:
    """Lines in the order they were found. `places` are the cells at fault."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._places: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, place: str, message: str) -> None:
        """Raises BookFault when there are very many."""
        self._lines.append(f"{place}: {message}")
        if len(self._lines) >= MOST_FAULTS:
            self._lines.append(_("… och kanske fler: läsningen avbröts här. Rätta dem som står ovan först."))
            self.refuse()

    def at(self, row: BookRow, heading: str, message: str) -> None:
        self._places.add(row.place(heading))
        self.add(row.cell(heading), message)

    def spoils(self, row: BookRow, *headings: str) -> bool:
        """Whether one of the cells is at fault already, so that nothing can be concluded from it."""
        return bool(self._places) and any(row.place(heading) in self._places for heading in headings)

    def refuse(self) -> None:
        """Raises BookFault if there is any."""
        if self._lines:
            raise BookFault(tuple(self._lines))
