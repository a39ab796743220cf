"""Which row of the database a row of a book is: by the sheet's key, and among rows that are alike by their order."""

from collections import Counter
from collections.abc import Iterable

from reports.plan_book.book import BookRow, Value
from reports.plan_book.columns import Sheet
from reports.plan_book.fields import DEFAULTS

Identity = tuple[Value, ...]


def meant(row: BookRow, heading: str) -> Value:
    """The value of a cell with what an empty one means."""
    value = row.values.get(heading, "")
    if value == "" or value is None:
        return DEFAULTS.get((row.sheet, heading), value)
    return value


def identities(sheet: Sheet, rows: Iterable[BookRow]) -> list[Identity]:
    """One a row, in order; the n-th of several that are alike ends with n where the sheet's rows may repeat."""
    found: list[Identity] = [tuple(meant(row, heading) for heading in sheet.key) for row in rows]
    if not sheet.repeats:
        return found
    seen: Counter[Identity] = Counter()
    numbered = []
    for identity in found:
        seen[identity] += 1
        numbered.append((*identity, str(seen[identity])))
    return numbered
