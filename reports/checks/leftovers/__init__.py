"""What was left behind while the report was written: fields of a template, broken references, slips. Pure."""

from collections.abc import Iterator

from reports.checks.finding import Finding
from reports.checks.leftovers.abbreviations import ABBREVIATION, unexplained
from reports.checks.leftovers.headings import SKIPPED_LEVEL, skipped_levels
from reports.checks.leftovers.placeholders import BROKEN_FIELD, PLACEHOLDER, left_fields
from reports.checks.leftovers.pointers import DEAD_POINTER, dead_pointers
from reports.checks.leftovers.slips import BROKEN_CHARACTER, DOUBLED, FOREIGN_ALPHABET, slips
from reports.checks.scope import Scope
from reports.checks.texts import plan_texts_of, texts_of

RULES = (
    BROKEN_FIELD,
    PLACEHOLDER,
    DEAD_POINTER,
    BROKEN_CHARACTER,
    FOREIGN_ALPHABET,
    DOUBLED,
    SKIPPED_LEVEL,
    ABBREVIATION,
)


def leftovers(scope: Scope) -> Iterator[Finding]:
    """Text by text in the report's order, then what concerns the report as a whole."""
    texts = texts_of(scope)
    further = plan_texts_of(scope)
    for text in (*texts, *further):
        yield from left_fields(text)
        yield from slips(text)
    yield from dead_pointers(scope.report, texts)
    yield from skipped_levels(scope.report)
    yield from unexplained(scope.report, texts, further)
