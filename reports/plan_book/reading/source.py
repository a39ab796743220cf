"""A sheet as it came, from a workbook or a fixture, with its headings understood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reports.plan_book.book import place_of
from reports.plan_book.columns import Sheet
from reports.plan_book.reading.raw import Raw


@dataclass(frozen=True, slots=True)
class SheetSource:
    """`keys` say, by known heading, under which key the rows hold its cells; `columns` are the letters, if any.

    Rows are numbered as a person would find them. `head` is where the headings begin, of a fixture the sheet alone.
    """

    sheet: Sheet
    keys: Mapping[str, Any]
    columns: Mapping[str, str]
    rows: Iterator[tuple[int, Mapping[Any, Raw]]]
    head: str

    def place(self, number: int, heading: str = "") -> str:
        return place_of(self.sheet.name, number, heading, self.columns)
