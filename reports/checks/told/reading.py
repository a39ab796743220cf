"""Which indicator a text's words about an outcome or a target belong to. Pure; never a guess."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reports.build.facts import GoalFact, IndicatorFact
from reports.checks.claims.passages import Passage, read_texts
from reports.checks.scope import Scope
from reports.checks.texts import Text, texts_of
from reports.checks.told.grammar import OUTCOME_NOUNS, Saying, named, outcomes_said, targets_said

_PREFIX = re.compile(r"^[A-ZÅÄÖ]{2,5} - ")
_REST = re.compile(r"\s*(?:[(,:–]| - ).*$|\.$")
_LEADING = re.compile(r"^(?:total|totalt) ", re.IGNORECASE)
_MOST_WORDS = 6
_FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Told:
    """That a text says so of an indicator; `unit_id` is whose text it is, None for the committee's and the report's."""

    text: Text
    indicator: IndicatorFact
    saying: Saying
    unit_id: int | None


def told_in(scope: Scope) -> Iterator[Told]:
    names = _Names(scope)
    for text, passages in read_texts(scope):
        if text.answer is None and text.place.section_id is None:
            continue
        unit_id = text.answer.unit_id if text.answer else None
        own = _own_indicator(scope, text)
        for passage in passages:
            if not passage.quantities:
                continue
            for indicator, saying in _sayings(scope, text, names, own, passage):
                yield Told(text, indicator, saying, unit_id)


def goal_texts(scope: Scope) -> Iterator[tuple[Text, GoalFact]]:
    """The comments on goals that several indicators, or none, stand under."""
    for text in texts_of(scope):
        if isinstance(text.subject, GoalFact) and _own_indicator(scope, text) is None:
            yield text, text.subject


def _sayings(
    scope: Scope, text: Text, names: "_Names", own: IndicatorFact | None, passage: Passage
) -> Iterator[tuple[IndicatorFact, Saying]]:
    if own is not None:
        yield from ((own, saying) for saying in outcomes_said(passage, OUTCOME_NOUNS))
    mentioned = list(names.said_in(passage.text))
    for indicator in mentioned:
        yield from ((indicator, saying) for saying in outcomes_said(passage, names.patterns[indicator.id]))
    target_of = mentioned[0] if len(mentioned) == 1 else own if not mentioned else None
    if target_of is not None and (text.answer is not None or mentioned):
        yield from ((target_of, saying) for saying in targets_said(passage))


def _own_indicator(scope: Scope, text: Text) -> IndicatorFact | None:
    """The indicator that the answer is on, or the only one of the goal that it is on."""
    if isinstance(text.subject, IndicatorFact):
        return text.subject
    if isinstance(text.subject, GoalFact):
        own = scope.material.indicators_of.get(text.subject.id, [])
        has_targets = bool(scope.material.targets_of_goal.get(text.subject.id))
        is_alone = len(own) == 1 and not has_targets and not scope.material.children.get(text.subject.id)
        return own[0] if is_alone else None
    return None


class _Names:
    """The indicators whose figures the report shows, by names short and unlike enough to be known in a sentence."""

    def __init__(self, scope: Scope) -> None:
        short = {each.id: _short(each.name) for each in scope.indicators_in_order()}
        times = Counter(name.casefold() for name in short.values())
        self._known = [
            (each, short[each.id].casefold())
            for each in scope.indicators_in_order()
            if _is_telling(short[each.id]) and times[short[each.id].casefold()] == 1
        ]
        self.patterns = {each.id: named(name) for each, name in self._known}

    def said_in(self, sentence: str) -> Iterator[IndicatorFact]:
        lowered = sentence.casefold()
        return (each for each, name in self._known if name.split()[-1] in lowered and self._is_said(each, lowered))

    def _is_said(self, indicator: IndicatorFact, lowered: str) -> bool:
        return re.search(rf"(?<!\w){self.patterns[indicator.id]}(?!\w)", lowered) is not None


def _short(name: str) -> str:
    """Without what tells where it belongs or how it is measured: `Total sjukfrånvaro (%)` is `sjukfrånvaro`."""
    return _LEADING.sub("", _REST.sub("", _PREFIX.sub("", name.strip()))).strip()


def _is_telling(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= _MOST_WORDS and sum(map(len, words)) >= _FEWEST_LETTERS
