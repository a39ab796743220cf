"""Findings about a report before it is published."""

from reports.build import gather
from reports.checks.completeness import completeness
from reports.checks.finding import Finding, Severity
from reports.models import Report

__all__ = ["Finding", "Severity", "findings_for"]


def findings_for(report: Report) -> tuple[Finding, ...]:
    """All findings about the report as it stands now, errors first, then in the report's order."""
    order = list(Severity)
    return tuple(sorted(completeness(gather(report)), key=lambda finding: order.index(finding.severity)))
