"""Texts that have been said before: in the round before, or elsewhere in this report. Pure."""

from collections.abc import Iterator

from reports.checks.finding import Finding
from reports.checks.repetition.before import NEARLY_AS_BEFORE, SAME_AS_BEFORE, as_before
from reports.checks.repetition.likeness import likeness_of
from reports.checks.repetition.within import NEARLY_REPEATED, PASSAGE, REPEATED, repeated
from reports.checks.scope import Scope
from reports.checks.texts import texts_of

RULES = (SAME_AS_BEFORE, NEARLY_AS_BEFORE, REPEATED, NEARLY_REPEATED, PASSAGE)

FEWEST_WORDS = 12
"""Shorter texts say the same because there is no other way to say it: `Ingen avvikelse.`"""


def repetition(scope: Scope) -> Iterator[Finding]:
    """Each answer against that of the round before, then the answers of this round against each other."""
    long = [
        (text, words)
        for text in texts_of(scope)
        if text.answer is not None and len((words := likeness_of(text.plain)).words) >= FEWEST_WORDS
    ]
    yield from as_before(scope, long)
    yield from repeated(scope, long)
