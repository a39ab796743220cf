"""What a comment says of a goal against the status that was chosen. Pure."""

from collections.abc import Iterator
from textwrap import shorten

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.richtext import plain_text
from reports.build.facts import IndicatorFact
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.judgements.answers import Judged
from reports.checks.judgements.in_words import Spoken, claims_in, contradicting
from reports.checks.prose import lines_of
from reports.checks.scope import Scope

TEXT_DIFFERS = Rule(
    "comment_against_status",
    Severity.WARNING,
    gettext_lazy("Kommentaren säger en sak och bedömningen en annan"),
    gettext_lazy("Den som läser texten och den som läser färgen får olika besked."),
)
_READ = ("comment", "overall_view", "cause")
"""Not measures and forecasts, which speak of what is to come."""
_SHOWN = 160


def against_text(scope: Scope, judged: Judged) -> Iterator[Finding]:
    report = scope.report
    year = report.as_of.year if report.as_of else None
    spoken = Spoken(report.words.status, year, isinstance(judged.subject, IndicatorFact))
    texts = [getattr(judged.answer, part) for part in _READ]
    lines = [line for html in texts if html for line in lines_of(plain_text(html), html)]
    claim = contradicting([claim for line in lines for claim in claims_in(line, spoken)], judged.status)
    if claim is not None:
        words = {
            "who": judged.who,
            "what": judged.what,
            "sentence": shorten(claim.sentence.replace("”", ""), _SHOWN, placeholder=" …"),
            "word": judged.word,
        }
        message = _("%(who)s skriver ”%(sentence)s” om %(what)s, men bedömningen är ”%(word)s”.")
        yield TEXT_DIFFERS.finding(judged.place, message % words)
