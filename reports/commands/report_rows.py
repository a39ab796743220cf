"""Writing reports and all that stands in them as rows: sections, tables, attachments."""

from collections.abc import Sequence

from django.db import models, transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability
from followup.core.commands.bulk import Row, Saved, attach, claim, clean_texts, save_rows
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from followup.core.commands.row_faults import RowFault, RowsRefused
from followup.core.reserved import RESERVED_REPORT_SLUGS
from followup.core.slugs import free_name, slug_of
from goals.commands.plans import plan_to_edit
from goals.models import Plan
from reports.choices import SectionKind
from reports.commands.composing import locked_report
from reports.models import Attachment, DataTable, DataTableRow, Report, Section

MOST_CELLS = 20


@transaction.atomic
def save_reports(*, plan: Plan, reports: Sequence[Report], by: AnyUser) -> Saved[Report]:
    """Save reports of the plan; one without an address gets it from its title. No sections are made.

    Raises NotAllowed, RowsRefused, RowsGone.
    """
    current = plan_to_edit(plan, by, Capability.EDIT_REPORT)
    attach(reports, "round", {round.pk: round for round in current.rounds.all()})
    claim(reports, "plan", current)
    taken = {
        *RESERVED_REPORT_SLUGS,
        *Report.objects.filter(committee=current.committee).values_list("slug", flat=True),
    }
    for report in reports:
        if not report.slug:
            report.slug = free_name(slug_of(report.title), taken)
        taken.add(report.slug)

    def mark(report: Report, before: Report | None) -> None:
        report.version = before.version + 1 if before is not None else 1

    saved = save_rows(rows=reports, by=by, mark=mark)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def delete_reports(*, plan: Plan, reports: Sequence[Report], by: AnyUser) -> None:
    """Delete reports, with all that stands in them, that were never published.

    Raises NotAllowed, RowsHeld, RowsGone.
    """
    current = plan_to_edit(plan, by, Capability.EDIT_REPORT)
    claim(reports, "plan", current)
    record_deleted(owner=current, committee=current.committee, rows=reports, by=by)
    delete_rows(rows=reports, by=by)


@transaction.atomic
def save_sections(*, report: Report, sections: Sequence[Section], by: AnyUser) -> Saved[Section]:
    """Save sections with the positions that stand on them. Raises NotAllowed, RowsRefused, RowsGone."""
    clean_texts(sections, "content", tables=True)
    faults = [
        RowFault(section, "kind", _("En sidbrytning har varken rubrik eller text."))
        for section in sections
        if section.kind == SectionKind.PAGE_BREAK and (section.title or section.content)
    ]
    if faults:
        raise RowsRefused(faults)
    return _save(report, sections, by)


@transaction.atomic
def delete_sections(*, report: Report, sections: Sequence[Section], by: AnyUser) -> None:
    """Delete sections; their history stays. Raises NotAllowed, RowsRefused, RowsGone."""
    _delete(report, sections, by)


@transaction.atomic
def save_tables(*, report: Report, tables: Sequence[DataTable], by: AnyUser) -> Saved[DataTable]:
    """Save tables, without their rows. Raises NotAllowed, RowsRefused, RowsGone."""
    return _save(report, tables, by)


@transaction.atomic
def delete_tables(*, report: Report, tables: Sequence[DataTable], by: AnyUser) -> None:
    """Delete tables with their rows. Raises NotAllowed, RowsRefused, RowsGone."""
    _delete(report, tables, by)


@transaction.atomic
def save_table_rows(*, table: DataTable, rows: Sequence[DataTableRow], by: AnyUser) -> Saved[DataTableRow]:
    """Save rows of a table with the positions that stand on them. Raises NotAllowed, RowsRefused, RowsGone."""
    report = locked_report(table.report, by)
    claim(rows, "table", table)
    faults = [
        RowFault(row, "cells", _("En rad har högst %(most)s celler.") % {"most": MOST_CELLS})
        for row in rows
        if len(row.cells) > MOST_CELLS
    ]
    if faults:
        raise RowsRefused(faults)
    saved = save_rows(rows=rows, by=by)
    record_saved(owner=table, committee=report.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def delete_table_rows(*, table: DataTable, rows: Sequence[DataTableRow], by: AnyUser) -> None:
    """Delete rows of a table. Raises NotAllowed, RowsRefused, RowsGone."""
    report = locked_report(table.report, by)
    claim(rows, "table", table)
    record_deleted(owner=table, committee=report.committee, rows=rows, by=by)
    delete_rows(rows=rows, by=by)


@transaction.atomic
def save_attachments(*, report: Report, attachments: Sequence[Attachment], by: AnyUser) -> Saved[Attachment]:
    """Save attachments. Raises NotAllowed, RowsRefused, RowsGone."""
    return _save(report, attachments, by)


@transaction.atomic
def delete_attachments(*, report: Report, attachments: Sequence[Attachment], by: AnyUser) -> None:
    """Delete attachments. Raises NotAllowed, RowsRefused, RowsGone."""
    _delete(report, attachments, by)


def _save(report: Report, rows: Sequence[Row], by: AnyUser) -> Saved[Row]:
    current = locked_report(report, by)
    claim(rows, "report", current)
    saved = save_rows(rows=rows, by=by)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


def _delete(report: Report, rows: Sequence[models.Model], by: AnyUser) -> None:
    current = locked_report(report, by)
    claim(rows, "report", current)
    record_deleted(owner=current, committee=current.committee, rows=rows, by=by)
    delete_rows(rows=rows, by=by)
