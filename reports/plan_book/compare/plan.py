"""Comparing a whole book with a stored plan."""

from collections.abc import Sequence
from hashlib import sha256

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow, PlanBook
from reports.plan_book.columns import Sheet
from reports.plan_book.compare.arrangement import arranged
from reports.plan_book.compare.changes import FieldChange, PlanChanges, RowChange, SheetChanges
from reports.plan_book.compare.identity import identities, meant
from reports.plan_book.compare.tables import OF_THE_TABLE, changes_of_tables
from reports.plan_book.sheets import SHEETS


def compare(book: PlanBook, stored: PlanBook) -> PlanChanges:
    """What importing the book would do to the stored plan, which may lack all or most of its sheets."""
    warnings = list(book.warnings)
    sheets = {
        sheet.name: _compare_sheet(sheet, book.of(sheet.name), stored.of(sheet.name), warnings) for sheet in SHEETS
    }
    return PlanChanges(sheets, tuple(warnings), fingerprint_of(stored))


def fingerprint_of(stored: PlanBook) -> str:
    """The same for the same rows in the same order."""
    state = sha256()
    for sheet in SHEETS:
        for row in stored.of(sheet.name):
            state.update(f"{sheet.name}{tuple(row.values.values())!r}".encode())
    return state.hexdigest()


def _compare_sheet(
    sheet: Sheet, rows: Sequence[BookRow], stored: Sequence[BookRow], warnings: list[str]
) -> SheetChanges:
    there = dict(zip(identities(sheet, stored), stored, strict=True))
    named = dict(zip(identities(sheet, rows), rows, strict=True))
    removed = {name: row for name, row in named.items() if row.removes and name in there}
    gone = [row for name, row in named.items() if row.removes and name not in there]
    warnings += [_("%(place)s: raden finns inte och kan inte tas bort.") % {"place": row.cell()} for row in gone]
    kept = {name: row for name, row in named.items() if not row.removes}
    new = {name: row for name, row in kept.items() if name not in there}
    fields = {name: _field_changes(sheet, row, there[name]) for name, row in kept.items() if name in there}
    if sheet.name == "Tabeller":
        for name, changes in changes_of_tables(kept, there).items():
            fields[name] = (*changes, *fields[name])
    arrangement = arranged(sheet.name, kept, {name: row for name, row in there.items() if name not in removed}, fields)
    changed = tuple(
        RowChange(name, kept[name], there[name], changes, name in arrangement.moved)
        for name, changes in fields.items()
        if changes or name in arrangement.moved
    )
    return SheetChanges(sheet.name, new, changed, len(fields) - len(changed), removed, arrangement.order)


def _field_changes(sheet: Sheet, row: BookRow, stored: BookRow) -> tuple[FieldChange, ...]:
    found = []
    for heading, new in row.values.items():
        if new == stored.values.get(heading) or heading in sheet.key or heading in _NOT_COMPARED[sheet.name]:
            continue
        if heading == "Kommunkod" and not new:
            continue
        change = FieldChange(heading, meant(stored, heading), meant(row, heading))
        if change.old != change.new:
            found.append(change)
    return tuple(found)


_NOT_COMPARED: dict[str, tuple[str, ...]] = {sheet.name: () for sheet in SHEETS} | {"Tabeller": OF_THE_TABLE}
