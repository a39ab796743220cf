"""The measures that an answer promises, told apart, with what became of them. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.html import escape
from django.utils.translation import ngettext

from reports.build.promises import promises_in
from reports.commands.measure_follow_ups import PromisedMeasure
from reports.views.entry.judged import Difference


def promised_measures(measure: str, answered: Iterable[PromisedMeasure]) -> tuple[PromisedMeasure, ...]:
    """What `measure` (HTML) promises, each with its answer; then what is answered and no longer stands there."""
    known = {each.promise: each for each in answered}
    promised = [known.pop(text, PromisedMeasure(text)) for text in promises_in(measure)]
    return (*promised, *known.values())


def unanswered_words(measures: Sequence[PromisedMeasure]) -> str:
    """`2 åtgärder från förra gången är inte besvarade.`; empty where all are."""
    count = sum(not each.is_answered for each in measures)
    if not count:
        return ""
    return ngettext(
        "%(count)d åtgärd från förra gången är inte besvarad.",
        "%(count)d åtgärder från förra gången är inte besvarade.",
        count,
    ) % {"count": count}


def measure_differences(
    saved: Iterable[PromisedMeasure], typed: Iterable[PromisedMeasure], stems: Mapping[str, str]
) -> list[Difference]:
    """Where two people answered differently, by the promise's words; `stems` are the names of its fields by them."""
    stored = {each.promise: each for each in saved}
    pairs = [(stored.get(each.promise, PromisedMeasure(each.promise)), each) for each in typed]
    return [
        Difference(mine.promise, _as_html(theirs), _as_html(mine), stems[mine.promise])
        for theirs, mine in pairs
        if theirs != mine
    ]


def _as_html(measure: PromisedMeasure) -> str:
    return f"<p>{escape(f'{measure.word}. {measure.comment}'.strip())}</p>"
