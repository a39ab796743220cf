"""Texts that stood in the round before, whole or nearly. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_date
from followup.core.richtext import plain_text
from reports.build.facts import AssessmentFact
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.repetition.likeness import Likeness, likeness_of
from reports.checks.repetition.said import NEARLY, Said, beginning, percent
from reports.checks.scope import Scope
from reports.checks.texts import PARTS

SAME_AS_BEFORE = Rule(
    "same_as_before",
    Severity.WARNING,
    gettext_lazy("En text är densamma som förra gången"),
    gettext_lazy("Nämnden frågar vad som har hänt sedan sist. En oförändrad text svarar inte på det."),
)
NEARLY_AS_BEFORE = Rule(
    "nearly_as_before",
    Severity.NOTE,
    gettext_lazy("En text är nästan densamma som förra gången"),
    gettext_lazy("Det som är nytt drunknar i det som stod där förut."),
)

_Key = tuple[int | None, int | None, int | None, int | None]


def _key(answer: AssessmentFact) -> _Key:
    return answer.goal_id, answer.indicator_id, answer.assignment_id, answer.unit_id


def as_before(scope: Scope, said: Said) -> Iterator[Finding]:
    """Whichever part the text stood in then."""
    before: dict[_Key, list[Likeness]] = {}
    for answer in scope.inspection.earlier:
        before.setdefault(_key(answer), []).extend(likeness_of(plain_text(getattr(answer, part))) for part in PARTS)
    as_of = scope.inspection.earlier_as_of
    for text, words in said:
        if text.answer is None or as_of is None:
            continue
        share = max((words.share_with(each) for each in before.get(_key(text.answer), ())), default=0)
        told = {
            "count": len(words.words),
            "as_of": format_date(as_of),
            "begins": beginning(text),
            "percent": percent(share),
        }
        if share == 1:
            message = _("Texten på %(count)d ord stod ordagrant redan den %(as_of)s: ”%(begins)s”.")
            yield SAME_AS_BEFORE.placed(text.place, message % told)
        elif share >= NEARLY:
            message = _("Texten på %(count)d ord är till %(percent)d procent densamma som den %(as_of)s: ”%(begins)s”.")
            yield NEARLY_AS_BEFORE.placed(text.place, message % told)
