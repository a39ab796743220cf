"""Writing the sheets Plan, Enheter, Nivåer, Mål and Uppdrag."""

from datetime import date

from followup.core.commands.organisation import save_units
from goals.commands.assignments import save_assignments
from goals.commands.goals import save_goals, set_contributions, set_goal_units
from goals.commands.plans import save_levels, save_plan
from goals.models import Assignment
from reports.commands.plan_import.lists import lists_of
from reports.commands.plan_import.rows import Job, arrange, fill, instances
from reports.plan_book.book import BookRow
from reports.plan_book.fields import PLAN


def write_plan(job: Job) -> None:
    changes = job.of("Plan")
    for row in changes.new.values():
        fill(job, job.plan, row, list(PLAN))
        _save_plan(job, row)
    for change in changes.changed:
        fill(job, job.plan, change.row, [each.heading for each in change.fields])
        _save_plan(job, change.row)


def _save_plan(job: Job, row: BookRow) -> None:
    with job.faults.of("Plan", {id(job.plan): row}):
        save_plan(plan=job.plan, by=job.by)


def write_units(job: Job) -> None:
    units = instances(job, "Enheter")
    arrange(units, job.of("Enheter").order)
    with job.faults.of("Enheter", units.sources):
        save_units(committee=job.plan.committee, units=units.to_write, by=job.by)


def write_levels(job: Job) -> None:
    levels = instances(job, "Nivåer")
    with job.faults.of("Nivåer", levels.sources):
        save_levels(plan=job.plan, levels=levels.to_write, by=job.by)


def write_goals(job: Job) -> None:
    goals = instances(job, "Mål")
    arrange(goals, job.of("Mål").order)
    with job.faults.of("Mål", goals.sources):
        save_goals(plan=job.plan, goals=goals.to_write, by=job.by)
    job.faults.stop()
    with job.faults.of("Mål", goals.sources):
        set_goal_units(plan=job.plan, units=lists_of(job, goals, "Enheter"), by=job.by)
    with job.faults.of("Mål", goals.sources):
        set_contributions(plan=job.plan, contributions=lists_of(job, goals, "Bidrar till"), by=job.by)


def write_assignments(job: Job) -> None:
    assignments = instances(job, "Uppdrag")
    arrange(assignments, job.of("Uppdrag").order)
    for assignment in assignments.to_write:
        row = assignments.sources.get(id(assignment))
        if row is not None and row.has("Klart senast"):
            _set_due(assignment, row)
    with job.faults.of("Uppdrag", assignments.sources):
        save_assignments(plan=job.plan, assignments=assignments.to_write, by=job.by)


def _set_due(assignment: Assignment, row: BookRow) -> None:
    """A day or words; words that are there already leave the day that stands beside them."""
    due = row.values["Klart senast"]
    if isinstance(due, date):
        assignment.due_on, assignment.due_words = due, ""
    elif not due or due != assignment.due_words:
        assignment.due_on, assignment.due_words = None, row.text("Klart senast")
