"""Writing the sheets Rapporter, Avsnitt and Bilagor; new reports without sections get those of their template."""

from collections.abc import Iterable
from typing import Any

from followup.core.slugs import free_name, slug_of
from reports.commands.plan_import.rows import Job, arrange, instances
from reports.commands.report_rows import save_attachments, save_reports, save_sections
from reports.commands.report_templates import lay_out
from reports.models import Report
from reports.plan_book.options import parse_options


def write_reports(job: Job) -> None:
    """A new report's address comes from its Id."""
    reports = instances(job, "Rapporter")
    taken = set(Report.objects.filter(committee=job.plan.committee_id).values_list("slug", flat=True))
    for report in reports.to_write:
        if report._state.adding:
            report.slug = free_name(slug_of(report.key, 76), taken)
            taken.add(report.slug)
    with job.faults.of("Rapporter", reports.sources):
        save_reports(plan=job.plan, reports=reports.to_write, by=job.by)


def write_sections(job: Job) -> None:
    sections = instances(job, "Avsnitt")
    arrange(sections, job.of("Avsnitt").order, group="report")
    for section in sections.to_write:
        row = sections.sources.get(id(section))
        if row is not None and row.has("Alternativ"):
            section.options = parse_options(row.text("Alternativ"))
    for report, rows in by_owner(sections.to_write, "report"):
        with job.faults.of("Avsnitt", sections.sources):
            save_sections(report=report, sections=rows, by=job.by)


def write_template_sections(job: Job) -> None:
    """New reports that have no row in Avsnitt get their template's sections, and the tables that these show."""
    with_sections = {row.text("Rapport") for row in job.of("Avsnitt").new.values()}
    for row in job.of("Rapporter").new.values():
        if row.text("Id") not in with_sections:
            report = job.named["Rapporter"][row.text("Id")]
            with job.faults.of("Rapporter", {id(report): row}):
                lay_out(report=report, by=job.by)


def write_attachments(job: Job) -> None:
    attachments = instances(job, "Bilagor")
    arrange(attachments, job.of("Bilagor").order, group="report")
    for report, rows in by_owner(attachments.to_write, "report"):
        with job.faults.of("Bilagor", attachments.sources):
            save_attachments(report=report, attachments=rows, by=job.by)


def by_owner(rows: Iterable[Any], owner: str) -> list[tuple[Any, list[Any]]]:
    """The rows of each report (or table), with it."""
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(getattr(row, f"{owner}_id"), []).append(row)
    return [(getattr(of_owner[0], owner), of_owner) for of_owner in groups.values()]
