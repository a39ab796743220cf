"""What a book would do to its plan, in the words of the page that asks whether it may. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from django.utils.translation import gettext as _

from followup.core.dates import format_date
from followup.core.numbers import format_number
from reports.plan_book.book import BookRow, Value
from reports.plan_book.columns import Column, Kind
from reports.plan_book.compare import FieldChange, PlanChanges, RowChange, SheetChanges
from reports.plan_book.sheets import BY_NAME
from reports.views.planning.import_texts import Passage, passages

SHOWN_AT_ONCE = 20
PER_PAGE = 100
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field that changes: two short values, or for a long text its passages."""

    heading: str
    old: str
    new: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`kind` is `new`, `changed` or `removed`; `place` where the row stands in the workbook."""

    kind: str
    name: str
    place: str
    fields: tuple[ShownField, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A sheet with how many of its rows do what, and some of them; `more` is how many are not among `rows`."""

    name: str
    new: int
    changed: int
    unchanged: int
    removed: int
    rows: tuple[ShownRow, ...]
    more: int


def shown_sheets(changes: PlanChanges) -> list[ShownSheet]:
    """The sheets that the book has rows for, in the contract's order, each with its first rows."""
    return [_sheet(sheet, 0, SHOWN_AT_ONCE) for sheet in changes.sheets.values() if sheet.is_change or sheet.unchanged]


def shown_page(sheet: SheetChanges, page: int) -> ShownSheet:
    """One page, from 1, of all that changes in a sheet."""
    return _sheet(sheet, (page - 1) * PER_PAGE, page * PER_PAGE)


def changing_rows(sheet: SheetChanges) -> int:
    """How many rows there are to show."""
    return len(sheet.removed) + len(sheet.changed) + len(sheet.new)


def _sheet(sheet: SheetChanges, start: int, end: int) -> ShownSheet:
    rows = tuple(_row(kind, row) for kind, row in islice(_rows(sheet), start, end))
    more = max(0, changing_rows(sheet) - end)
    return ShownSheet(sheet.sheet, len(sheet.new), len(sheet.changed), sheet.unchanged, len(sheet.removed), rows, more)


def _rows(sheet: SheetChanges) -> Iterator[tuple[str, BookRow | RowChange]]:
    """What is lost first, then what changes, then what is new."""
    yield from (("removed", row) for row in sheet.removed.values())
    yield from (("changed", row) for row in sheet.changed)
    yield from (("new", row) for row in sheet.new.values())


def _row(kind: str, row: BookRow | RowChange) -> ShownRow:
    if isinstance(row, BookRow):
        return ShownRow(kind, name_of(row), _place(row))
    fields = [_field(BY_NAME[row.row.sheet].column(change.heading), change) for change in row.fields]
    if row.is_moved:
        fields.append(ShownField(_("Ordning"), _("den förra platsen"), _("platsen i planboken")))
    return ShownRow(kind, name_of(row.row, row.stored), _place(row.row), tuple(fields))


def _place(row: BookRow) -> str:
    """The sheet alone for Plan, whose fields stand on a row each."""
    return row.place() if row.number else row.sheet


def _field(column: Column, change: FieldChange) -> ShownField:
    old, new = in_words(column, change.old), in_words(column, change.new)
    if column.kind is Kind.LONG_TEXT or len(old) + len(new) > 2 * _LONGEST_NAME:
        return ShownField(column.heading, old, new, passages(old, new))
    return ShownField(column.heading, old, new)


def name_of(row: BookRow, stored: BookRow | None = None) -> str:
    """What tells the row apart, and its name: `m1 Trygghet`, `i1, 2022, kvinnor`."""
    sheet = BY_NAME[row.sheet]
    keys = [in_words(sheet.column(heading), row.values.get(heading)) for heading in sheet.key]
    named = next((heading for heading in ("Namn", "Titel") if row.has(heading) or (stored and stored.has(heading))), "")
    name = ", ".join(filter(None, keys))
    if named and named not in sheet.key:
        name = f"{name} {row.text(named) or (stored.text(named) if stored else '')}".strip()
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def in_words(column: Column, value: Value | None) -> str:
    """The value as the workbook would show it; nothing is an empty text."""
    if isinstance(value, bool):
        return _("ja") if value else ""
    if isinstance(value, Decimal):
        return format_number(value, None)
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, tuple):
        return "; ".join(value)
    if column.kind is Kind.WORD and value:
        return next((word for word, meaning in (column.words or {}).items() if meaning == value), str(value))
    return "" if value is None else str(value)
