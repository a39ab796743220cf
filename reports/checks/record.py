"""What is kept of the checks when a report is published: what passed, what was noted, what was let pass."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from reports.checks.catalogue import RULES
from reports.checks.finding import Finding, Severity
from reports.checks.review import Review


class CheckOutcome(StrEnum):
    """A rule that found nothing has passed; a note is only told; a warning has been let pass by a person."""

    PASSED = "passed"
    NOTED = "noted"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """One line of the list that is sealed with a version, read by all its readers: nothing secret may stand in it.

    `title` is that of the rule, and says what it looks for; `message` is what it found (empty where it passed);
    `reason` and `by` are those of whoever let it pass.
    """

    rule: str
    title: str
    outcome: CheckOutcome
    message: str = ""
    reason: str = ""
    by: str = ""


def records_of(review: Review, by: str) -> tuple[CheckRecord, ...]:
    """What was let pass, what was found beside it, and after them the rules that found nothing.

    Warnings that stand open have been let pass all at once, by whoever publishes from the command line.
    """
    waived = [_record(each.finding, CheckOutcome.WAIVED, each.reason, each.by) for each in review.waived]
    silent = RULES.keys() - {finding.rule for finding in (*review.open, *(each.finding for each in review.waived))}
    passed = [CheckRecord(code, str(rule.title), CheckOutcome.PASSED) for code, rule in RULES.items() if code in silent]
    return (*waived, *(_open(finding, by) for finding in review.open), *passed)


def _open(finding: Finding, by: str) -> CheckRecord:
    if finding.severity == Severity.NOTE:
        return _record(finding, CheckOutcome.NOTED)
    return _record(finding, CheckOutcome.WAIVED, _("Publicerad trots varningen, utan eget skäl."), by)


def _record(finding: Finding, outcome: CheckOutcome, reason: str = "", by: str = "") -> CheckRecord:
    return CheckRecord(finding.rule, str(RULES[finding.rule].title), outcome, finding.message, reason, by)
