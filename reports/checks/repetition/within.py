"""Texts that stand in several places of a report, whole, nearly or in part. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.checks.finding import Finding, Place, Rule, Severity
from reports.checks.repetition.likeness import Likeness, Passage, alike, passages, words_of
from reports.checks.repetition.said import BEGINNING, NEARLY, Said, beginning, listed, percent
from reports.checks.scope import Scope
from reports.checks.texts import Text

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
PASSAGE = Rule(
    "repeated_passage",
    Severity.NOTE,
    gettext_lazy("Samma stycke står på flera ställen"),
    gettext_lazy("Läsaren känner igen orden och undrar vad som är särskilt för just det här målet."),
)

LONGEST_PHRASE = 20
"""So many words in a row are a passage. Fewer may be a title, the name of a process, or a way of speaking."""


class _Told:
    """Which answers have been named together, by the numbers of the findings that named them."""

    def __init__(self) -> None:
        self._findings: dict[Place, set[int]] = {}
        self._count = 0

    def add(self, *places: Place) -> None:
        self._count += 1
        for place in places:
            self._findings.setdefault(place, set()).add(self._count)

    def has(self, one: Place, other: Place) -> bool:
        return not self._findings.get(one, set()).isdisjoint(self._findings.get(other, set()))


def repeated(scope: Scope, said: Said) -> Iterator[Finding]:
    """Whole texts first, then what is nearly the same, then passages between answers that have not been named yet."""
    groups: dict[tuple[str, ...], list[tuple[Text, Likeness]]] = {}
    for text, words in said:
        groups.setdefault(words.words, []).append((text, words))
    distinct = [group[0] for group in groups.values()]
    told = _Told()
    for first, others, counts in _same_texts(groups.values()):
        told.add(first.place, *(text.place for text in others))
        yield REPEATED.placed(first.place, _same(scope, first, others, counts))
    for earlier, later, share in alike([words for _text, words in distinct], NEARLY):
        (first, _words), (second, words) = distinct[earlier], distinct[later]
        if first.place != second.place:
            told.add(first.place, second.place)
            yield NEARLY_REPEATED.placed(second.place, _nearly(scope, first, second, words, share))
    yield from _passages(scope, distinct, told)


def _same_texts(groups: Iterable[Said]) -> list[tuple[Text, list[Text], list[int]]]:
    """The first, those elsewhere that are the same, and the words in each; once where the same answers share more."""
    found: dict[tuple[Place, ...], tuple[Text, list[Text], list[int]]] = {}
    for (first, words), *rest in groups:
        elsewhere: dict[Place, Text] = {}
        for text, _words in rest:
            if text.place != first.place:
                elsewhere.setdefault(text.place, text)
        if elsewhere:
            known = found.setdefault((first.place, *elsewhere), (first, list(elsewhere.values()), []))
            known[2].append(len(words.words))
    return list(found.values())


def _passages(scope: Scope, distinct: Said, told: _Told) -> Iterator[Finding]:
    """Of two answers the longest; the same passage once in each answer, with all the earlier ones where it stands."""
    longest: dict[tuple[Place, Place], Passage] = {}
    for passage in passages([words for _text, words in distinct], LONGEST_PHRASE):
        pair = (distinct[passage.earlier][0].place, distinct[passage.later][0].place)
        known = longest.get(pair)
        if pair[0] != pair[1] and not told.has(*pair) and (known is None or passage.length > known.length):
            longest[pair] = passage
    standing: dict[tuple[int, int, int], list[Text]] = {}
    for passage in longest.values():
        where = (passage.later, passage.start, passage.length)
        standing.setdefault(where, []).append(distinct[passage.earlier][0])
    for (later, start, length), earlier in standing.items():
        text = distinct[later][0]
        words = {
            "count": length,
            "begins": " ".join(words_of(text.plain)[start : start + BEGINNING]),
            "places": listed(scope, text, earlier),
        }
        message = _("%(count)d ord i följd står också under %(places)s: ”%(begins)s …”.") % words
        yield PASSAGE.placed(text.place, message)


def _same(scope: Scope, text: Text, others: Sequence[Text], counts: Sequence[int]) -> str:
    told = {"count": sum(counts), "begins": beginning(text), "places": listed(scope, text, others)}
    message = ngettext(
        "Samma text på %(count)d ord står också under %(places)s: ”%(begins)s”.",
        "Samma texter på sammanlagt %(count)d ord står också under %(places)s: ”%(begins)s”.",
        len(counts),
    )
    return message % told


def _nearly(scope: Scope, first: Text, second: Text, words: Likeness, share: float) -> str:
    told = {
        "count": len(words.words),
        "percent": percent(share),
        "place": listed(scope, second, [first]),
        "begins": beginning(second),
    }
    return _("Texten på %(count)d ord är till %(percent)d procent densamma som under %(place)s: ”%(begins)s”.") % told
