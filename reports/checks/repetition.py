"""Texts that have been said before: in the round before, or elsewhere in this report. Pure."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_date
from followup.core.richtext import plain_text
from reports.build.facts import AssessmentFact
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.likeness import Likeness, alike, likeness_of
from reports.checks.scope import Scope
from reports.checks.texts import PARTS, Text, texts_of

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
REPEATED = Rule(
    "repeated_text",
    Severity.WARNING,
    gettext_lazy("Samma text står på flera ställen"),
    gettext_lazy("En text som passar överallt säger sällan något om just det här målet. Den kan också ha hamnat fel."),
)
NEARLY_REPEATED = Rule(
    "nearly_repeated_text",
    Severity.NOTE,
    gettext_lazy("Nästan samma text står på flera ställen"),
    gettext_lazy("Läsaren letar efter skillnaden och undrar om den är menad."),
)
RULES = (SAME_AS_BEFORE, NEARLY_AS_BEFORE, REPEATED, NEARLY_REPEATED)

FEWEST_WORDS = 12
"""Shorter texts say the same because there is no other way to say it: `Ingen avvikelse.`"""
NEARLY = 0.7

_MOST_NAMED = 5


def repetition(scope: Scope) -> Iterator[Finding]:
    """Each answer against that of the round before, then the answers of this round against each other."""
    long = [
        (text, words)
        for text in texts_of(scope)
        if text.answer is not None and len((words := likeness_of(text.plain)).words) >= FEWEST_WORDS
    ]
    yield from _as_before(scope, long)
    yield from _repeated(long)


Said = Sequence[tuple[Text, Likeness]]

_Key = tuple[int | None, int | None, int | None, int | None]


def _key(answer: AssessmentFact) -> _Key:
    return answer.goal_id, answer.indicator_id, answer.assignment_id, answer.unit_id


def _as_before(scope: Scope, said: Said) -> Iterator[Finding]:
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
            "begins": _beginning(text),
            "percent": _percent(share),
        }
        if share == 1:
            message = _("Texten på %(count)d ord stod ordagrant redan den %(as_of)s: ”%(begins)s”.")
            yield SAME_AS_BEFORE.finding(text.place, message % told)
        elif share >= NEARLY:
            message = _("Texten på %(count)d ord är till %(percent)d procent densamma som den %(as_of)s: ”%(begins)s”.")
            yield NEARLY_AS_BEFORE.finding(text.place, message % told)


def _repeated(said: Said) -> Iterator[Finding]:
    groups: dict[tuple[str, ...], list[tuple[Text, Likeness]]] = {}
    for text, words in said:
        groups.setdefault(words.words, []).append((text, words))
    distinct = [group[0] for group in groups.values()]
    for (first, words), *others in groups.values():
        places = list(dict.fromkeys(text.place.words for text, _words in others if text.place != first.place))
        if places:
            told = {"count": len(words.words), "begins": _beginning(first), "places": _listed(places)}
            message = _("Samma text på %(count)d ord står också under %(places)s: ”%(begins)s”.")
            yield REPEATED.finding(first.place, message % told)
    for earlier, later, share in alike([words for _text, words in distinct], NEARLY):
        (first, _words), (second, words) = distinct[earlier], distinct[later]
        if first.place != second.place:
            told = {
                "count": len(words.words),
                "percent": _percent(share),
                "place": first.place.words,
                "begins": _beginning(second),
            }
            message = _(
                "Texten på %(count)d ord är till %(percent)d procent densamma som under %(place)s: ”%(begins)s”."
            )
            yield NEARLY_REPEATED.finding(second.place, message % told)


def _percent(share: float) -> int:
    """Rounded down: what differs at all is never the whole."""
    return int(100 * share)


def _beginning(text: Text) -> str:
    words = text.plain.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


def _listed(places: Sequence[str]) -> str:
    named = _("; ").join(places[:_MOST_NAMED])
    more = len(places) - _MOST_NAMED
    return _("%(named)s; och %(more)d till") % {"named": named, "more": more} if more > 0 else named
