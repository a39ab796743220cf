"""Is what was promised done, and does what is promised now say when and by whom? Pure."""

from collections.abc import Iterator

from reports.checks.finding import Finding
from reports.checks.promised.assignments import ASSIGNMENT_PASSED, assignments_passed
from reports.checks.promised.earlier import PROMISE_PASSED, PROMISE_UNTOLD, earlier_promises
from reports.checks.promised.measures import NO_DATE, NOBODY, measures
from reports.checks.scope import Scope

RULES = (PROMISE_PASSED, ASSIGNMENT_PASSED, PROMISE_UNTOLD, NO_DATE, NOBODY)


def promised(scope: Scope) -> Iterator[Finding]:
    """Of a report with a date: without one nothing is late."""
    if scope.report.as_of is not None:
        yield from earlier_promises(scope, scope.report.as_of)
        yield from assignments_passed(scope, scope.report.as_of)
        yield from measures(scope, scope.report.as_of)
