"""Indicators with a target and nothing to hold against it, and figures that leap. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.periods import parse_period
from indicators.choices import Frequency
from indicators.plausibility import leaps
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import number_words, series_label
from reports.build.targets import targets_in_words
from reports.checks.finding import About, Finding, Rule, Severity
from reports.checks.outcomes import Outcomes
from reports.checks.scope import Scope, capitalised, subject_words

NO_OUTCOME = Rule(
    "target_without_outcome",
    Severity.WARNING,
    gettext_lazy("Ett målvärde har inget utfall för året"),
    gettext_lazy("Läsaren ser ett mål men inte om det nåddes. Finns inget utfall ska det stå varför."),
)
NO_OUTCOME_YET = Rule(
    "target_without_outcome_yet",
    Severity.NOTE,
    gettext_lazy("Ett målvärde har inget utfall än"),
    gettext_lazy("Mäts det senare räcker det att säga så: ange ”ej mätt ännu” i stället för ett värde."),
)
LEAP = Rule(
    "outcome_leaps",
    Severity.WARNING,
    gettext_lazy("Ett utfall tar ett språng"),
    gettext_lazy(
        "Åtta gånger så mycket, eller en åttondel, är oftare ett skrivfel eller fel enhet än en verklig förändring."
    ),
)
_LAST_MONTH = 12


def without_outcome(scope: Scope, outcomes: Outcomes) -> Iterator[Finding]:
    """What says in words how it went, or why there is no figure, has an outcome."""
    as_of = outcomes.as_of
    for indicator in scope.indicators_in_order():
        targets = [
            each for each in scope.material.targets_of_indicator.get(indicator.id, ()) if _is_of_year(each, as_of.year)
        ]
        if not targets or _is_measured(scope, indicator, as_of.year) or _is_told(scope, indicator, targets):
            continue
        if as_of.month != _LAST_MONTH and indicator.frequency == Frequency.YEAR:
            continue
        rule = NO_OUTCOME if as_of.month == _LAST_MONTH else NO_OUTCOME_YET
        words = {
            "what": capitalised(subject_words(indicator)),
            "target": targets_in_words(targets, indicator.unit_of_measure, indicator.decimals).replace("”", ""),
            "year": as_of.year,
        }
        message = (
            _("%(what)s har målvärdet ”%(target)s” för %(year)d men inget utfall, och det står inte varför.") % words
        )
        yield rule.finding(scope.place(indicator, about=About.OUTCOME), message)


def _is_of_year(target: TargetFact, year: int) -> bool:
    return target.year == year and (target.value is not None or any(each.isalnum() for each in target.words))


def _is_measured(scope: Scope, indicator: IndicatorFact, year: int) -> bool:
    """For anybody, any part of the year: how it went can then be read."""
    return any(
        each.indicator_id == indicator.id and each.period_through.year == year for each in scope.report.measurements
    )


def _is_told(scope: Scope, indicator: IndicatorFact, targets: list[TargetFact]) -> bool:
    """Whether a target that is no number is answered by a judgement."""
    answers = scope.material.indicator_answers.get(indicator.id, ())
    return all(each.value is None for each in targets) and any(each.status or each.status_words for each in answers)


def leaping(scope: Scope, outcomes: Outcomes) -> Iterator[Finding]:
    """The year's last figure of each series against the last before it of as many months."""
    for indicator in scope.indicators_in_order():
        for figure in outcomes.now.get(indicator.id, ()):
            before = outcomes.year_before(figure) or outcomes.last_before(figure)
            if figure.value is None or before is None or before.value is None or not leaps(figure.value, before.value):
                continue
            place = scope.place(indicator, unit_id=figure.unit_id, about=About.OUTCOME, period=figure.period)
            yield LEAP.finding(place, _leap(scope, indicator, figure, before, figure.value, before.value))


def _leap(
    scope: Scope,
    indicator: IndicatorFact,
    figure: MeasurementFact,
    before: MeasurementFact,
    value: Decimal,
    last: Decimal,
) -> str:
    unit = scope.material.units.get(figure.unit_id) if figure.unit_id is not None else None
    label = series_label(unit.code if unit else "", figure.submeasure, figure.sex)
    what = capitalised(subject_words(indicator))
    words = {
        "what": f"{what} ({label})" if label else what,
        "value": number_words(value, indicator.decimals, indicator.unit_of_measure),
        "period": parse_period(figure.period).label(),
        "last": number_words(last, indicator.decimals, indicator.unit_of_measure),
        "before": parse_period(before.period).label(),
    }
    return _("%(what)s: %(value)s för %(period)s, men %(last)s för %(before)s.") % words
