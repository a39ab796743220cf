"""The committee's own status against those of its units. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals.brightness import is_brighter_than_all
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.judgements.answers import Judged, judged_answers
from reports.checks.scope import Scope, kind_of_fact

BETTER_THAN_UNITS = Rule(
    "committee_better_than_units",
    Severity.WARNING,
    gettext_lazy("Nämnden bedömer bättre än alla enheter"),
    gettext_lazy("En samlad bedömning som är bättre än varje del behöver en förklaring."),
)
_SHOWN = 6


def against_units(scope: Scope) -> Iterator[Finding]:
    of_subject: dict[tuple[str, int], list[Judged]] = {}
    for judged in judged_answers(scope):
        of_subject.setdefault((kind_of_fact(judged.subject), judged.subject.id), []).append(judged)
    for answers in of_subject.values():
        units = [each for each in answers if each.answer.unit_id is not None]
        for own in answers:
            if own.answer.unit_id is None and is_brighter_than_all(own.status, [each.status for each in units]):
                yield BETTER_THAN_UNITS.finding(own.place, _message(own, units))


def _message(own: Judged, units: list[Judged]) -> str:
    shown = [f"{each.who} ”{each.word}”" for each in units[:_SHOWN]]
    if rest := len(units) - len(shown):
        shown.append(_("och %(count)d till") % {"count": rest})
    said = {"what": own.what, "word": own.word, "units": ", ".join(shown)}
    return _("Nämnden bedömer %(what)s som ”%(word)s”, bättre än alla enheter: %(units)s.") % said
