"""A status against what the figures say. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals.brightness import brightness
from goals.choices import GoalStatus
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.judgements.answers import Judged, status_word
from reports.checks.judgements.attained import Said, said_by
from reports.checks.outcomes import Outcomes
from reports.checks.scope import Scope

BRIGHTER = Rule(
    "status_brighter_than_outcomes",
    Severity.WARNING,
    gettext_lazy("Uppnått, men utfallen når inte målvärdet"),
    gettext_lazy(
        "Läsaren ser siffrorna bredvid bedömningen. Är den rätt ändå behöver kommentaren säga varför, till exempel att "
        "målet omfattar mer än det som mäts."
    ),
)
DARKER = Rule(
    "status_darker_than_outcomes",
    Severity.WARNING,
    gettext_lazy("Ej uppnått, men utfallen når målvärdet"),
    gettext_lazy("Antingen är bedömningen fel, eller så fångar indikatorerna inte det som målet handlar om."),
)
BESIDE = Rule(
    "status_beside_outcomes",
    Severity.NOTE,
    gettext_lazy("Bedömningen ligger ett steg från utfallen"),
    gettext_lazy("Det kan vara rätt: bedömningen väger in mer än siffrorna. Se efter att kommentaren säger det."),
)


def against_outcomes(scope: Scope, outcomes: Outcomes, judged: Judged) -> Iterator[Finding]:
    steps = brightness(judged.status)
    said = said_by(scope, outcomes, judged.subject, judged.answer.unit_id) if steps else None
    if said is None:
        return
    steps -= brightness(said.suggestion.status)
    rule = _rule(steps, judged.status, said)
    if rule is not None:
        words = {
            "who": judged.who,
            "what": judged.what,
            "word": judged.word,
            "figures": status_word(scope, said.suggestion.status),
            "why": said.suggestion.why,
        }
        message = _("%(who)s bedömer %(what)s som ”%(word)s”, men utfallen talar för ”%(figures)s”: %(why)s")
        yield rule.finding(judged.place, message % words)


def _rule(steps: int, status: GoalStatus, said: Said) -> Rule | None:
    """What has no figure may be what makes a judgement darker, or partly right. It never makes a whole of it."""
    if steps == 0 or not (said.is_whole or status == GoalStatus.ACHIEVED):
        return None
    if abs(steps) == 1:
        return BESIDE
    return BRIGHTER if steps > 0 else DARKER
