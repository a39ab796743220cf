"""Figures that an indicator hides but that a text gives away. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.build.facts import IndicatorFact, MeasurementFact
from reports.build.figures import number_words
from reports.build.suppression.applied import hidden_figures
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.leftovers.excerpt import excerpt
from reports.checks.personal.small_counts import shown_figures, where_of
from reports.checks.scope import Scope, kind_of_fact, subject_words
from reports.checks.texts import Text
from reports.choices import SubjectKind

COUNT_IN_TEXT = Rule(
    "hidden_count_in_text",
    Severity.WARNING,
    gettext_lazy("Ett dolt antal står i texten"),
    gettext_lazy("Tabeller och diagram visar två punkter, men en text måste den som har skrivit den ändra."),
)

_NUMBER_WORDS = ("", "", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
_STEM = 5


@dataclass(frozen=True, slots=True)
class _Secret:
    where: str
    pattern: re.Pattern[str]


def hidden_counts_in_texts(scope: Scope, texts: Sequence[Text]) -> Iterator[Finding]:
    """In every text on the indicator itself; on its goal and elsewhere in a sentence that has a word of its name."""
    figures = shown_figures(scope)
    for indicator in scope.indicators_in_order():
        if not indicator.suppresses_small_counts:
            continue
        secrets = _secrets(scope, indicator, figures.get(indicator.id, ()))
        for text in texts if secrets else ():
            if message := _given_away(indicator, secrets, text):
                yield COUNT_IN_TEXT.placed(text.place, message)


def _secrets(scope: Scope, indicator: IndicatorFact, figures: Sequence[MeasurementFact]) -> list[_Secret]:
    report = scope.report
    hidden = hidden_figures(indicator, figures, report.units, report.smallest_count)
    return [
        _Secret(where_of(scope, item), _pattern(item.value))
        for item in hidden
        if item.value is not None and item.value > 0
    ]


def _pattern(value: Decimal) -> re.Pattern[str]:
    """The number for itself: no part of a larger one, a date, a share or a paragraph; small ones in words too."""
    digits = re.escape(number_words(value, None)).replace("\u00a0", "[ \u00a0]?")
    named = _NUMBER_WORDS[int(value)] if value == int(value) and value < len(_NUMBER_WORDS) else ""
    spelled = rf"|\b{named}\b" if named else ""
    return re.compile(
        rf"(?<![\w,./:§–-])(?<!\d[ \u00a0]){digits}(?![\w%/:–-]|[,.]\d|[ \u00a0](?:\d|%|procent)){spelled}",
        re.IGNORECASE,
    )


def _given_away(indicator: IndicatorFact, secrets: Sequence[_Secret], text: Text) -> str:
    for sentence in (sentence for line in text.lines for sentence in _SENTENCE_END.split(line)):
        if not (_is_about(text, indicator) or _names(sentence, indicator)):
            continue
        for secret in secrets:
            if found := secret.pattern.search(sentence):
                return _("Texten säger det som %(subject)s döljer (%(where)s): ”%(excerpt)s”.") % {
                    "subject": subject_words(indicator),
                    "where": secret.where,
                    "excerpt": excerpt(sentence, *found.span()),
                }
    return ""


def _is_about(text: Text, indicator: IndicatorFact) -> bool:
    subject = text.subject
    return subject is not None and (kind_of_fact(subject), subject.id) == (SubjectKind.INDICATOR, indicator.id)


def _names(sentence: str, indicator: IndicatorFact) -> bool:
    words = re.findall(r"[^\W\d_]{5,}", f"{indicator.name} {indicator.unit_of_measure}".casefold())
    return any(word[:_STEM] in sentence.casefold() for word in words)
