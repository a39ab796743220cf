"""Can the targets and the indicators be relied on? Pure."""

from collections.abc import Iterator

from reports.checks.finding import Finding
from reports.checks.measured.figures import LEAP, NO_OUTCOME, NO_OUTCOME_YET, leaping, without_outcome
from reports.checks.measured.setup import NO_OWNER, NO_SEXES, without_owner, without_sexes
from reports.checks.measured.targets import TARGET_CHANGED, TARGET_EQUALS_LAST, changed_targets, targets_as_last_year
from reports.checks.measured.wording import COUNT_OR_SHARE, counts_and_shares
from reports.checks.outcomes import outcomes_of
from reports.checks.scope import Scope

RULES = (TARGET_CHANGED, NO_OUTCOME, LEAP, COUNT_OR_SHARE, NO_OUTCOME_YET, TARGET_EQUALS_LAST, NO_OWNER, NO_SEXES)


def measured(scope: Scope) -> Iterator[Finding]:
    """Of what the report shows."""
    outcomes = outcomes_of(scope)
    if outcomes is not None:
        yield from changed_targets(scope, outcomes)
        yield from without_outcome(scope, outcomes)
        yield from leaping(scope, outcomes)
        yield from targets_as_last_year(scope, outcomes)
    yield from counts_and_shares(scope)
    yield from without_owner(scope)
    yield from without_sexes(scope)
