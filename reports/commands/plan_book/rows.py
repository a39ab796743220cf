"""Reading one row of a sheet: each cell as text, number, date, list or word, with faults that say where.

A row is `{heading: value}` with the headings of the workbook's contract. Values are what a spreadsheet or a TOML file
holds: text, int, Decimal, bool, date, or a list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from followup.core.numbers import NumberFault, parse_number
from followup.core.richtext import RichTextFault, from_text

Sheets = Mapping[str, Any]


class SheetFault(ValueError):
    """A cell that cannot be read; `str()` is `Sheet!Heading (row): what is wrong and what is allowed`."""


@dataclass(frozen=True, slots=True)
class Row:
    sheet: str
    number: int
    cells: Mapping[str, Any]

    def fault(self, heading: str, message: str) -> SheetFault:
        place = _("%(sheet)s, rad %(number)s, %(heading)s") % {
            "sheet": self.sheet,
            "number": self.number,
            "heading": heading,
        }
        return SheetFault(f"{place}: {message}")

    def text(self, heading: str) -> str:
        value = self.cells.get(heading, "")
        return "" if value is None else str(value).strip()

    def required(self, heading: str) -> str:
        value = self.text(heading)
        if not value:
            raise self.fault(heading, _("får inte vara tomt."))
        return value

    def rich(self, heading: str) -> str:
        try:
            return from_text(self.text(heading))
        except RichTextFault as fault:
            raise self.fault(heading, str(fault)) from fault

    def words(self, heading: str) -> list[str]:
        value = self.cells.get(heading) or []
        items = value if isinstance(value, list) else str(value).split(";")
        return [item.strip() for item in items if item.strip()]

    def yes(self, heading: str) -> bool:
        value = self.cells.get(heading, False)
        return value if isinstance(value, bool) else self.text(heading).lower() in {"ja", "x"}

    def number_or_none(self, heading: str) -> Decimal | None:
        value = self.cells.get(heading)
        if value is None or value == "":
            return None
        if isinstance(value, int | Decimal):
            return Decimal(value)
        try:
            return parse_number(str(value))
        except NumberFault as fault:
            raise self.fault(heading, str(fault)) from fault

    def integer_or_none(self, heading: str) -> int | None:
        number = self.number_or_none(heading)
        if number is not None and number != int(number):
            raise self.fault(heading, _("måste vara ett heltal."))
        return None if number is None else int(number)

    def integer(self, heading: str) -> int:
        number = self.integer_or_none(heading)
        if number is None:
            raise self.fault(heading, _("får inte vara tomt."))
        return number

    def day(self, heading: str) -> date | None:
        value = self.cells.get(heading)
        if value is None or value == "":
            return None
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            raise self.fault(heading, _("är inget datum. Skriv till exempel 2022-08-31.")) from None

    def required_day(self, heading: str) -> date:
        value = self.day(heading)
        if value is None:
            raise self.fault(heading, _("får inte vara tomt."))
        return value

    def choice(self, heading: str, words: Mapping[str, str], default: str | None = None) -> str:
        """The value for a word of a fixed list, without regard to case."""
        word = self.text(heading).lower()
        if not word and default is not None:
            return default
        if word not in words:
            raise self.fault(
                heading,
                _("”%(word)s” är okänt. Tillåtet: %(allowed)s.") % {"word": word, "allowed": ", ".join(words)},
            )
        return words[word]


def rows_of(sheets: Sheets, sheet: str) -> Sequence[Row]:
    return [Row(sheet, number, cells) for number, cells in enumerate(sheets.get(sheet, []), start=1)]
