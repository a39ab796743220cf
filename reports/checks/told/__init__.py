"""Do the texts say what is stored? Outcomes and targets in prose, and tables beside them. Pure."""

from collections.abc import Iterator

from reports.checks.finding import Finding
from reports.checks.scope import Scope
from reports.checks.told.against import OUTCOME, TARGET, against_stored, against_targets_of_goal
from reports.checks.told.beside_table import MORE_OR_FEWER, beside_tables
from reports.checks.told.directions import WAY, directions
from reports.checks.told.in_tables import TABLE_OUTCOME, outcomes_in_tables
from reports.checks.told.reading import goal_texts, told_in
from reports.checks.told.twice import TWO_VALUES, said_twice

RULES = (OUTCOME, TARGET, TWO_VALUES, TABLE_OUTCOME, MORE_OR_FEWER, WAY)


def told(scope: Scope) -> Iterator[Finding]:
    """What is said twice in one place is told once."""
    yield from dict.fromkeys(_found(scope))


def _found(scope: Scope) -> Iterator[Finding]:
    sayings = list(told_in(scope))
    for each in sayings:
        yield from against_stored(scope, each)
    for text, goal in goal_texts(scope):
        yield from against_targets_of_goal(scope, text, goal)
    yield from said_twice(scope, sayings)
    yield from outcomes_in_tables(scope)
    yield from beside_tables(scope)
    yield from directions(scope)
