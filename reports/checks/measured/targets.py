"""Targets that were moved, and targets that ask for nothing new. Pure."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_date
from indicators.choices import DesiredDirection, MeasuredAgainst
from indicators.measures import Measure
from reports.build.facts import GoalFact, IndicatorFact, TargetFact
from reports.build.figures import number_words, series_label
from reports.build.inspection import TargetChangeFact
from reports.checks.finding import About, Finding, Rule, Severity
from reports.checks.outcomes import Outcomes, is_whole_year, scale_of
from reports.checks.scope import Scope, subject_words

TARGET_CHANGED = Rule(
    "target_changed",
    Severity.WARNING,
    gettext_lazy("Ett målvärde ändrades efter att året hade börjat"),
    gettext_lazy(
        "Den som beslutade om planen såg ett annat målvärde. Rapporten ska säga att det är ändrat, och varför."
    ),
)
TARGET_EQUALS_LAST = Rule(
    "target_equals_last_outcome",
    Severity.NOTE,
    gettext_lazy("Målvärdet är detsamma som förra årets utfall"),
    gettext_lazy("Värdet ska öka eller minska, men målet nås utan att något ändras."),
)
_SeriesKey = tuple[int | None, int | None, int | None, str, str]


def changed_targets(scope: Scope, outcomes: Outcomes) -> Iterator[Finding]:
    """Once for each target of the report's year: what it was when the year began, and what it is now."""
    begun = date(outcomes.as_of.year, 1, 1)
    found: dict[_SeriesKey, list[TargetChangeFact]] = {}
    for change in scope.inspection.target_changes:
        if change.year == outcomes.as_of.year and begun <= change.changed_on and _has_been(change):
            key = (change.goal_id, change.indicator_id, change.unit_id, change.sex, change.submeasure)
            found.setdefault(key, []).append(change)
    for changes in found.values():
        subject = _subject(scope, changes[0])
        before, after = _before(changes[0], subject), _after(changes[-1], subject)
        if subject is not None and before != after:
            place = scope.place(subject, unit_id=changes[0].unit_id, about=About.TARGET)
            yield TARGET_CHANGED.finding(place, _changed(scope, changes, subject, before, after))


def _subject(scope: Scope, change: TargetChangeFact) -> GoalFact | IndicatorFact | None:
    if change.goal_id in scope.judged_goals:
        return scope.material.goals.get(change.goal_id or 0)
    if change.indicator_id in scope.indicators | scope.judged_indicators:
        return scope.material.indicators.get(change.indicator_id or 0)
    return None


def _has_been(change: TargetChangeFact) -> bool:
    """Whether there was a target before: the first one is no change."""
    return change.before is not None or bool(change.before_words)


def _changed(
    scope: Scope, changes: list[TargetChangeFact], subject: GoalFact | IndicatorFact, before: str, after: str
) -> str:
    last = changes[-1]
    words = {
        "year": last.year,
        "what": _of_series(scope, subject, last.unit_id, last.submeasure, last.sex),
        "day": format_date(last.changed_on),
        "before": before,
        "after": after,
    }
    if not after:
        return _("Målvärdet %(before)s för %(year)d togs bort den %(day)s, när året hade börjat, för %(what)s.") % words
    return (
        _(
            "Målvärdet för %(year)d ändrades den %(day)s, när året hade börjat, från %(before)s till %(after)s för "
            "%(what)s."
        )
        % words
    )


def _before(change: TargetChangeFact, subject: GoalFact | IndicatorFact | None) -> str:
    return _words(change.before, change.before_high, change.before_words, subject)


def _after(change: TargetChangeFact, subject: GoalFact | IndicatorFact | None) -> str:
    return _words(change.after, change.after_high, change.after_words, subject)


def _words(value: Decimal | None, high: Decimal | None, words: str, subject: GoalFact | IndicatorFact | None) -> str:
    """The words, with the number beside them, since either may have been changed alone."""
    if value is None:
        return f"”{words}”" if words else ""
    decimals = subject.decimals if isinstance(subject, IndicatorFact) else None
    unit = subject.unit_of_measure if isinstance(subject, IndicatorFact) else ""
    text = number_words(value if high is None else high, decimals, unit)
    if high is not None:
        text = f"{number_words(value, decimals)}–{text}"
    return f"{text} (”{words}”)" if words else text


def targets_as_last_year(scope: Scope, outcomes: Outcomes) -> Iterator[Finding]:
    """A single value that was reached to the digit the year before, and that there was room to better."""
    for indicator in scope.indicators_in_order():
        if indicator.desired_direction not in {DesiredDirection.INCREASE, DesiredDirection.DECREASE}:
            continue
        for target in scope.material.targets_of_indicator.get(indicator.id, ()):
            value = target.value
            if value is not None and value == _last_year(outcomes, target) and not _is_at_its_end(indicator, value):
                place = scope.place(indicator, unit_id=target.unit_id, about=About.TARGET)
                words = {
                    "year": target.year,
                    "before": target.year - 1,
                    "value": number_words(value, indicator.decimals, indicator.unit_of_measure),
                    "what": _of_series(scope, indicator, target.unit_id, target.submeasure, target.sex),
                    "way": _("öka") if indicator.desired_direction == DesiredDirection.INCREASE else _("minska"),
                }
                message = _(
                    "Målvärdet för %(year)d är %(value)s för %(what)s. Utfallet %(before)d var också %(value)s, och "
                    "värdet ska %(way)s."
                )
                yield TARGET_EQUALS_LAST.finding(place, message % words)


def _last_year(outcomes: Outcomes, target: TargetFact) -> Decimal | None:
    if (
        target.year != outcomes.as_of.year
        or target.value_high is not None
        or target.measured_against != MeasuredAgainst.VALUE
        or target.indicator_id is None
    ):
        return None
    series = (target.indicator_id, target.unit_id, target.sex, target.submeasure)
    for each in outcomes.series.get(series, ()):
        if is_whole_year(each) and each.period_through.year == target.year - 1:
            return each.value
    return None


def _is_at_its_end(indicator: IndicatorFact, value: Decimal) -> bool:
    """Whether the figure cannot be better than it is."""
    if indicator.desired_direction == DesiredDirection.DECREASE:
        return value == 0
    return scale_of(indicator).measure is Measure.SHARE and value == 100


def _of_series(scope: Scope, subject: GoalFact | IndicatorFact, unit_id: int | None, submeasure: str, sex: str) -> str:
    unit = scope.material.units.get(unit_id) if unit_id is not None else None
    label = series_label(unit.code if unit else "", submeasure, sex)
    return f"{subject_words(subject)} ({label})" if label else subject_words(subject)
