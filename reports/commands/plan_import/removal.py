"""Removing the rows that a book marks with `Ta bort`, those below before those above."""

from collections.abc import Callable, Sequence
from typing import Any

from followup.core.commands.organisation import delete_units
from goals.commands.assignments import delete_assignments
from goals.commands.goals import delete_goals
from goals.commands.plans import delete_levels
from indicators.commands.indicators import delete_indicators
from indicators.commands.outcomes import delete_outcomes
from indicators.commands.targets import delete_targets
from reports.commands.answers import delete_answers
from reports.commands.plan_import.reports import by_owner
from reports.commands.plan_import.rows import Job, rows_to_remove
from reports.commands.report_rows import (
    delete_attachments,
    delete_reports,
    delete_sections,
    delete_table_rows,
    delete_tables,
)
from reports.commands.rounds import delete_rounds


def remove(job: Job) -> None:
    """Every refusal is collected with the place of its row."""
    _remove_from_reports(job)
    for sheet, delete in _DELETIONS:
        rows, sources = rows_to_remove(job, sheet)
        if rows:
            with job.faults.of(sheet, sources):
                delete(job, rows)


_Deletion = Callable[[Job, Sequence[Any]], None]
_DELETIONS: tuple[tuple[str, _Deletion], ...] = (
    ("Rapporter", lambda job, rows: delete_reports(plan=job.plan, reports=rows, by=job.by)),
    ("Bedömningar", lambda job, rows: delete_answers(plan=job.plan, assessments=rows, by=job.by)),
    ("Uppdrag", lambda job, rows: delete_assignments(plan=job.plan, assignments=rows, by=job.by)),
    ("Utfall", lambda job, rows: delete_outcomes(plan=job.plan, measurements=rows, by=job.by)),
    ("Målvärden", lambda job, rows: delete_targets(plan=job.plan, targets=rows, by=job.by)),
    ("Indikatorer", lambda job, rows: delete_indicators(plan=job.plan, indicators=rows, by=job.by)),
    ("Mål", lambda job, rows: delete_goals(plan=job.plan, goals=rows, by=job.by)),
    ("Uppföljningar", lambda job, rows: delete_rounds(plan=job.plan, rounds=rows, by=job.by)),
    ("Nivåer", lambda job, rows: delete_levels(plan=job.plan, levels=rows, by=job.by)),
    ("Enheter", lambda job, rows: delete_units(committee=job.plan.committee, units=rows, by=job.by)),
)


def _remove_from_reports(job: Job) -> None:
    """Attachments, sections and rows of tables; a table that has lost its last row goes too."""
    for sheet, owner, delete in (
        ("Bilagor", "report", lambda of, rows: delete_attachments(report=of, attachments=rows, by=job.by)),
        ("Avsnitt", "report", lambda of, rows: delete_sections(report=of, sections=rows, by=job.by)),
        ("Tabeller", "table", lambda of, rows: delete_table_rows(table=of, rows=rows, by=job.by)),
    ):
        rows, sources = rows_to_remove(job, sheet)
        for owning, of_owner in by_owner(rows, owner):
            with job.faults.of(sheet, sources):
                delete(owning, of_owner)
            if sheet == "Tabeller" and not owning.rows.exists():
                delete_tables(report=owning.report, tables=[owning], by=job.by)
