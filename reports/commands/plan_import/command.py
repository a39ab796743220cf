"""Importing a book in one transaction: all of it, or nothing and every fault."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused
from goals.models import Plan
from reports.commands.plan_import.figures import write_indicators, write_outcomes, write_targets
from reports.commands.plan_import.follow_up import write_answers, write_rounds
from reports.commands.plan_import.place import committee_for, committee_named, plan_named, what_is_there
from reports.commands.plan_import.removal import remove
from reports.commands.plan_import.reports import (
    write_attachments,
    write_reports,
    write_sections,
    write_template_sections,
)
from reports.commands.plan_import.rows import Job, load_named
from reports.commands.plan_import.structure import (
    write_assignments,
    write_goals,
    write_levels,
    write_plan,
    write_units,
)
from reports.commands.plan_import.tables import write_tables
from reports.plan_book.book import BookFault, PlanBook
from reports.plan_book.compare import PlanChanges, compare


@dataclass(frozen=True, slots=True)
class BookFile:
    """The file that a book was read from; `sha256` is 64 hexadecimal digits."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """`plan` has its committee; of a trial run it is no longer in the database."""

    plan: Plan
    changes: PlanChanges


class PlanChanged(CommandRefused):
    """Somebody changed the plan after the person saw what the book would do to it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Planen har ändrats sedan förhandsvisningen gjordes. "
                "Läs in planboken på nytt för att se vad som gäller nu."
            )
        )


def changes_of(book: PlanBook) -> PlanChanges:
    """What importing the book would do, without asking who may and without writing anything."""
    committee = committee_named(book.plan)
    plan = plan_named(committee, book.plan) if committee is not None else None
    return compare(book, what_is_there(committee, plan).book)


def import_plan(
    *,
    book: PlanBook,
    by: AnyUser,
    file: BookFile,
    expected_fingerprint: str | None = None,
    is_trial: bool = False,
) -> ImportedPlan:
    """Write what the book says. A trial does all of it and then takes it back.

    `expected_fingerprint` is that of the changes the person saw. Raises BookFault with every fault by cell, NotAllowed,
    PlanChanged. The number of queries follows the book's reports and tables, not its rows.
    """
    try:
        with transaction.atomic():
            imported = _imported(book, by, file, expected_fingerprint)
            if is_trial:
                transaction.set_rollback(True)
    except IntegrityError as error:
        message = _("Planboken går inte att spara, för uppgifterna i den strider mot varandra.")
        raise BookFault((message,)) from error
    return imported


def _imported(book: PlanBook, by: AnyUser, file: BookFile, expected_fingerprint: str | None) -> ImportedPlan:
    """Compared before anything is written, so that the fingerprint is that of what the person saw."""
    before = committee_named(book.plan)
    there = plan_named(before, book.plan) if before is not None else None
    stored = what_is_there(before, there)
    changes = compare(book, stored.book)
    committee = committee_for(book.plan, by)
    if expected_fingerprint is not None and changes.fingerprint != expected_fingerprint:
        raise PlanChanged
    if there is not None:
        there.committee = committee
    job = Job(there or Plan(committee=committee), book, changes, stored, by)
    _write(job)
    record(action=AuditAction.IMPORTED, subject=job.plan, committee=committee, by=by, details=_details(file, changes))
    return ImportedPlan(job.plan, changes)


_REFERRED_TO = ("Enheter", "Nivåer", "Mål", "Indikatorer", "Uppföljningar", "Uppdrag", "Rapporter")
_STRUCTURE = {
    "Plan": write_plan,
    "Enheter": write_units,
    "Nivåer": write_levels,
    "Mål": write_goals,
    "Indikatorer": write_indicators,
    "Uppdrag": write_assignments,
    "Uppföljningar": write_rounds,
    "Rapporter": write_reports,
}
_CONTENT = {
    "Målvärden": write_targets,
    "Utfall": write_outcomes,
    "Bedömningar": write_answers,
    "Avsnitt": write_sections,
    "Tabeller": write_tables,
    "Bilagor": write_attachments,
}


def _write(job: Job) -> None:
    """Rows before what refers to them; a fault in what others refer to ends it, the rest are collected."""
    if not job.changes.is_change:
        return
    for sheet in _REFERRED_TO:
        load_named(job, sheet)
    for sheet, write in _STRUCTURE.items():
        if job.of(sheet).writes:
            write(job)
            job.faults.stop()
    for sheet, write in _CONTENT.items():
        if job.of(sheet).writes:
            write(job)
    write_template_sections(job)
    job.faults.stop()
    remove(job)
    job.faults.stop()


def _details(file: BookFile, changes: PlanChanges) -> dict[str, str]:
    counts = {name: sheet.counts for name, sheet in changes.sheets.items() if sheet.is_change}
    return {"fil": file.name, "SHA-256": file.sha256} | counts
