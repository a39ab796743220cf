"""Do the texts say what is stored? Outcomes and targets in prose, and tables beside them. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.checks.finding import Finding, Rule, Severity
from reports.checks.scope import Scope
from reports.checks.told.beside_table import MORE_OR_FEWER, beside_tables
from reports.checks.told.grammar import Kind
from reports.checks.told.in_tables import TABLE_OUTCOME, outcomes_in_tables
from reports.checks.told.reading import Told, told_in
from reports.checks.told.stored import contradicted
from reports.checks.told.twice import TWO_VALUES, said_twice

OUTCOME = Rule(
    "text_against_outcome",
    Severity.WARNING,
    gettext_lazy("Ett tal i texten är inte det utfall som är inlagt"),
    gettext_lazy("Texten och tabellen säger olika om samma sak. Läsaren kan inte veta vilket som gäller."),
)
TARGET = Rule(
    "text_against_target",
    Severity.WARNING,
    gettext_lazy("Ett mål i texten är inte det mål som är inlagt"),
    gettext_lazy("Bedömningen görs mot målet. Står det två olika mål vet ingen vad som har bedömts."),
)
RULES = (OUTCOME, TARGET, TWO_VALUES, TABLE_OUTCOME, MORE_OR_FEWER)


def told(scope: Scope) -> Iterator[Finding]:
    sayings = list(told_in(scope))
    for each in sayings:
        yield from _against_stored(scope, each)
    yield from said_twice(scope, sayings)
    yield from outcomes_in_tables(scope)
    yield from beside_tables(scope)


def _against_stored(scope: Scope, each: Told) -> Iterator[Finding]:
    known = contradicted(scope, each)
    if not known:
        return
    words = {
        "said": each.saying.said,
        "name": each.indicator.name,
        "known": "; ".join(item.words for item in known),
    }
    if each.saying.kind is Kind.OUTCOME:
        message = _("Det står ”%(said)s”, men det utfall som är inlagt för ”%(name)s” är %(known)s.")
        yield OUTCOME.finding(each.text.place, message % words)
    else:
        message = _("Det står ”%(said)s”, men det mål som är inlagt för ”%(name)s” är %(known)s.")
        yield TARGET.finding(each.text.place, message % words)
