"""What is called a number in one place and a share in another. Pure."""

import re
from collections.abc import Iterator
from textwrap import shorten

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.richtext import plain_text
from indicators.measures import Measure, measure_of
from reports.build.facts import IndicatorFact
from reports.checks.finding import About, Finding, Rule, Severity
from reports.checks.scope import Scope, capitalised, subject_words

COUNT_OR_SHARE = Rule(
    "count_or_share",
    Severity.WARNING,
    gettext_lazy("Antal på ett ställe, andel på ett annat"),
    gettext_lazy("Ett antal kan minska medan andelen ökar. Då går det inte att säga om målet är nått."),
)
_CALLED = re.compile(r"\W*(?P<kind>antal|andel)(?:et|en)?(?: av)? (?P<noun>[^\W\d_]+)", re.IGNORECASE)
_BOTH = re.compile(r"%|procent|\bantal.*\bandel|\bandel.*\bantal", re.IGNORECASE)
_OTHER = {"antal": Measure.SHARE, "andel": Measure.COUNT}
_SHOWN = 60


def counts_and_shares(scope: Scope) -> Iterator[Finding]:
    """A goal's name beside its description, of the same noun, and an indicator's name beside its unit of measure."""
    for goal in scope.goals_in_order():
        name, description = goal.name, plain_text(goal.description)
        one, other = _CALLED.match(name), _CALLED.match(description)
        if one and other and one["noun"] == other["noun"] and one["kind"].casefold() != other["kind"].casefold():
            words = {"goal": goal.label, "name": _shown(name), "description": _shown(description)}
            message = _("%(goal)s heter ”%(name)s”, men beskrivs som ”%(description)s”.") % words
            yield COUNT_OR_SHARE.finding(scope.place(goal, about=About.PLAN), message)
    for indicator in scope.indicators_in_order():
        if _is_measured_as_another(indicator):
            words = {"what": capitalised(subject_words(indicator)), "unit": indicator.unit_of_measure}
            message = _("%(what)s har måttenheten ”%(unit)s”.") % words
            yield COUNT_OR_SHARE.finding(scope.place(indicator, about=About.PLAN), message)


def _is_measured_as_another(indicator: IndicatorFact) -> bool:
    called = _CALLED.match(indicator.name)
    if called is None or not indicator.unit_of_measure.strip() or _BOTH.search(indicator.name):
        return False
    return measure_of(indicator.unit_of_measure) is _OTHER[called["kind"].casefold()]


def _shown(text: str) -> str:
    return shorten(text.replace("”", "").rstrip("."), _SHOWN, placeholder=" …")
