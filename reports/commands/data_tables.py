"""A report's data tables: adding, changing and deleting one, with what was changed kept in the audit trail."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import save_rows
from followup.core.commands.removal import delete_rows
from followup.core.faults import CommandRefused
from followup.core.fingerprints import fingerprint_of
from followup.core.slugs import free_name, slug_of
from reports.build.options import parsed
from reports.build.part_facts import TableRowFact
from reports.commands.composing import locked_report
from reports.commands.table_changes import told_change
from reports.commands.table_faults import CellPlace, faults_in
from reports.models import DataTable, DataTableRow, Report, Section

_KEY_LENGTH = 60


@dataclass(frozen=True, slots=True)
class TableText:
    """A table as a person sees and writes it. Empty cells at the end of a row, and empty rows last, say nothing."""

    title: str
    unit_of_measure: str
    rows: tuple[TableRowFact, ...]

    @property
    def fingerprint(self) -> str:
        """The same for the same table, other for any other: what a form remembers of the table it showed."""
        rows = [(row.kind, row.label, *row.cells) for row in self.rows]
        return fingerprint_of((self.title, self.unit_of_measure, *rows))


class TableChanged(CommandRefused):
    """Somebody else changed the table meanwhile; `current` is what stands there now."""

    def __init__(self, current: TableText) -> None:
        super().__init__(_("Någon annan har ändrat tabellen under tiden."))
        self.current = current


class TableRefused(CommandRefused):
    """Cells that cannot be saved as they are, each with what is wrong and what is allowed."""

    def __init__(self, faults: Mapping[CellPlace, str]) -> None:
        super().__init__(_("Något i tabellen behöver rättas."))
        self.faults = faults


def table_text(table: DataTable) -> TableText:
    """What stands in the table now. One query."""
    rows = table.rows.order_by("position", "pk").values_list("kind", "label", "cells")
    facts = tuple(TableRowFact(kind, label, tuple(cells)) for kind, label, cells in rows)
    return tidied(TableText(table.title, table.unit_of_measure, facts))


def tidied(text: TableText) -> TableText:
    rows = [TableRowFact(row.kind, row.label.strip(), _tidied_cells(row.cells)) for row in text.rows]
    while rows and not rows[-1].label and not rows[-1].cells:
        rows.pop()
    return TableText(text.title.strip(), text.unit_of_measure.strip(), tuple(rows))


def _tidied_cells(cells: Sequence[str]) -> tuple[str, ...]:
    texts = [cell.strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def sections_showing(report: Report) -> dict[str, list[Section]]:
    """By the table's key, the sections that show it, as a table or as a chart. One query."""
    shown: dict[str, list[Section]] = defaultdict(list)
    for section in report.sections.order_by("position", "pk"):
        if key := parsed(section.options).table:
            shown[key].append(section)
    return shown


@transaction.atomic
def add_table(*, report: Report, text: TableText, key: str = "", by: AnyUser) -> DataTable:
    """Add a table last; its key is made of its title, unless one that is free is given.

    Raises NotAllowed, TableRefused, ValidationError.
    """
    current = locked_report(report, by)
    text = tidied(text)
    _refuse_faults(text)
    if not text.title:
        raise ValidationError({"title": _("Skriv vad tabellen heter.")})
    taken = set(current.tables.values_list("key", flat=True))
    key = key if key and key not in taken else free_name(slug_of(text.title, _KEY_LENGTH), taken)
    table = DataTable(
        report=current, key=key, title=text.title, unit_of_measure=text.unit_of_measure, position=len(taken) + 1
    )
    table.full_clean()
    table.save()
    _write_rows(table, text.rows, by)
    record(action=AuditAction.CREATED, subject=table, committee=current.committee, by=by)
    return table


@transaction.atomic
def change_table(*, table: DataTable, text: TableText, seen: str, by: AnyUser) -> DataTable:
    """Let the table be as it was written. `seen` is the fingerprint of what the person had before them.

    Raises NotAllowed, TableChanged, TableRefused, ValidationError, DataTable.DoesNotExist where it has been deleted
    meanwhile. Saving what already stands there writes nothing.
    """
    report = locked_report(table.report, by)
    current = report.tables.get(pk=table.pk)
    text, before = tidied(text), table_text(current)
    if text == before:
        return current
    if before.fingerprint != seen:
        raise TableChanged(before)
    _refuse_faults(text)
    if (text.title, text.unit_of_measure) != (before.title, before.unit_of_measure):
        current.title, current.unit_of_measure = text.title, text.unit_of_measure
        current.full_clean()
        current.save(update_fields=["title", "unit_of_measure"])
    _write_rows(current, text.rows, by)
    told = told_change(before.rows, text.rows)
    if text.title != before.title:
        told = {"titel": f"{before.title} → {text.title}"} | told
    if text.unit_of_measure != before.unit_of_measure:
        told = {"enhet": f"{before.unit_of_measure} → {text.unit_of_measure}"} | told
    record(action=AuditAction.CHANGED, subject=current, committee=report.committee, by=by, details=told)
    return current


@transaction.atomic
def delete_table(*, table: DataTable, by: AnyUser) -> None:
    """Delete a table that no section shows. Raises NotAllowed, CommandRefused, DataTable.DoesNotExist."""
    report = locked_report(table.report, by)
    current = report.tables.get(pk=table.pk)
    showing = sections_showing(report).get(current.key, [])
    if showing:
        names = ", ".join(f"”{section}”" for section in showing)
        raise CommandRefused(_("Tabellen visas i %(sections)s. Ta bort den därifrån först.") % {"sections": names})
    record(action=AuditAction.DELETED, subject=current, committee=report.committee, by=by)
    delete_rows(rows=[current], by=by)


def _refuse_faults(text: TableText) -> None:
    faults = faults_in(text.rows)
    if faults:
        raise TableRefused(faults)


def _write_rows(table: DataTable, rows: Sequence[TableRowFact], by: AnyUser) -> None:
    """The rows by their places: those that differ are written, those too many deleted."""
    stored = list(table.rows.order_by("position", "pk"))
    written = stored[: len(rows)] + [DataTableRow(table=table) for _new in rows[len(stored) :]]
    for place, (row, fact) in enumerate(zip(written, rows, strict=True), start=1):
        row.position, row.kind, row.label, row.cells = place, fact.kind, fact.label, list(fact.cells)
    save_rows(rows=written, by=by)
    delete_rows(rows=stored[len(rows) :], by=by)
