"""Findings about a report before it is published: rule → findings, pure functions over what `inspect` has read."""

from django.utils import timezone

from reports.build.inspecting import inspect
from reports.build.inspection import Inspection
from reports.checks.catalogue import CHECKS, RULES
from reports.checks.finding import About, Finding, Place, Rule, Severity
from reports.checks.scope import scope_of
from reports.models import Report

__all__ = ["CHECKS", "RULES", "About", "Finding", "Place", "Rule", "Severity", "findings_for", "findings_in"]


def findings_for(report: Report) -> tuple[Finding, ...]:
    """All findings about the report as it stands now, errors first, then in the order of the checks and the report."""
    return findings_in(inspect(report, timezone.localdate()))


def findings_in(inspection: Inspection) -> tuple[Finding, ...]:
    order = list(Severity)
    scope = scope_of(inspection)
    found = [finding for check in CHECKS for finding in check.find(scope)]
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))
