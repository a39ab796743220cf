"""What a text says of an outcome or a target, against what is stored. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.numbers import format_number
from indicators.measures import Measure, measure_of
from reports.build.facts import GoalFact
from reports.build.figures import places
from reports.checks.claims.passages import passages_of
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.scope import Scope
from reports.checks.texts import Text
from reports.checks.told.grammar import Kind, Saying, targets_said
from reports.checks.told.reading import Told
from reports.checks.told.stored import contradicted, values_of

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


def against_stored(scope: Scope, told: Told) -> Iterator[Finding]:
    known = contradicted(scope, told)
    if not known:
        return
    words = {
        "where": told.text.place.words,
        "said": told.saying.said,
        "name": told.indicator.name,
        "known": "; ".join(item.words for item in known),
    }
    if told.saying.kind is Kind.OUTCOME:
        message = _("%(where)s: Det står ”%(said)s”, men det utfall som är inlagt för ”%(name)s” är %(known)s.")
        yield OUTCOME.finding(told.text.place, message % words)
    else:
        message = _("%(where)s: Det står ”%(said)s”, men det mål som är inlagt för ”%(name)s” är %(known)s.")
        yield TARGET.finding(told.text.place, message % words)


def against_targets_of_goal(scope: Scope, text: Text, goal: GoalFact) -> Iterator[Finding]:
    """A share that a goal's comment calls the target, where neither the goal nor any of its indicators has it."""
    known = _shares_aimed_at(scope, goal)
    if not known:
        return
    for passage in passages_of(text.plain, text.html):
        for saying in targets_said(passage) if passage.quantities else ():
            if saying.quantity.unit == "%" and saying.quantity.value not in known and _is_of_now(scope, saying):
                listed = ", ".join(format_number(value, places(value), "%") for value in sorted(known))
                message = _("%(where)s: Det står ”%(said)s”, men de mål som är inlagda är %(known)s.")
                yield TARGET.finding(
                    text.place, message % {"where": text.place.words, "said": saying.said, "known": listed}
                )


def _shares_aimed_at(scope: Scope, goal: GoalFact) -> frozenset[Decimal]:
    material = scope.material
    targets = [*material.targets_of_goal.get(goal.id, ())]
    for indicator in material.indicators_of.get(goal.id, ()):
        if measure_of(indicator.unit_of_measure) is Measure.SHARE:
            targets += material.targets_of_indicator.get(indicator.id, ())
    return frozenset(value for target in targets for value in values_of(target.value, target.value_high, target.words))


def _is_of_now(scope: Scope, saying: Saying) -> bool:
    as_of = scope.report.as_of
    return all(when.year in (None, as_of.year if as_of else None) for when in saying.when)
