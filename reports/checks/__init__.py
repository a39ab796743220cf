"""Findings about a report before it is published."""

from reports.build import gather
from reports.build.facts import ReportFacts
from reports.checks.completeness import completeness
from reports.checks.finding import Finding, Severity
from reports.checks.references import references
from reports.checks.tables import table_consistency
from reports.models import Report

__all__ = ["Finding", "Severity", "findings_for", "findings_in"]


def findings_for(report: Report) -> tuple[Finding, ...]:
    """All findings about the report as it stands now, errors first, then in the report's order."""
    return findings_in(gather(report))


def findings_in(facts: ReportFacts) -> tuple[Finding, ...]:
    order = list(Severity)
    found = [*completeness(facts), *references(facts), *table_consistency(facts)]
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))
