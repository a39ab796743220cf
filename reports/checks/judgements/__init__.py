"""Do the judgements agree with the outcomes, with each other and with what is written? Pure."""

from collections.abc import Iterator

from reports.checks.finding import Finding
from reports.checks.judgements.against_outcomes import BESIDE, BRIGHTER, DARKER, against_outcomes
from reports.checks.judgements.against_texts import TEXT_DIFFERS, against_text
from reports.checks.judgements.against_units import BETTER_THAN_UNITS, against_units
from reports.checks.judgements.answers import judged_answers
from reports.checks.outcomes import outcomes_of
from reports.checks.scope import Scope

RULES = (BRIGHTER, DARKER, BETTER_THAN_UNITS, TEXT_DIFFERS, BESIDE)


def judgements(scope: Scope) -> Iterator[Finding]:
    """Of goals and indicators, answer by answer, and then of the committee against its units."""
    outcomes = outcomes_of(scope)
    for judged in judged_answers(scope):
        if outcomes is not None:
            yield from against_outcomes(scope, outcomes, judged)
        yield from against_text(scope, judged)
    yield from against_units(scope)
