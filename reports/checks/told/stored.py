"""What is stored of an indicator beside what a text says of it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from followup.core.periods import parse_period
from indicators.aims import Aim, Scale, aim_words
from indicators.choices import MeasuredAgainst
from indicators.measures import Measure, in_words, measure_of
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import places
from reports.checks.prose import Quantity, quantities_in
from reports.checks.prose.words import MONEY
from reports.checks.rounding import half_of_last, half_unit
from reports.checks.scope import Scope
from reports.checks.told.grammar import Kind, When
from reports.checks.told.reading import Told

_SIZE = {"kr": Decimal(1), "tkr": Decimal(1000), "mnkr": Decimal(10) ** 6, "mdkr": Decimal(10) ** 9}
_NO_NOUN = re.compile(
    r"(?:och|men|vilket|som|medan|jämfört|mot|under|över|eller|så|att|med|samt|utan|trots|därmed|alltså|det|de|den|dock|)"
)
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A stored figure or target: its numbers (a range has two), and how it is told."""

    values: tuple[Decimal, ...]
    words: str


def contradicted(scope: Scope, told: Told) -> tuple[Known, ...]:
    """What is stored of just that, where none of it is what the text says; empty where nothing can be said."""
    quantity, indicator = told.saying.quantity, told.indicator
    if not same_unit(quantity, indicator) or (told.saying.kind is Kind.OUTCOME and _lacks_percent(quantity, indicator)):
        return ()
    known = tuple(_figures(scope, told) if told.saying.kind is Kind.OUTCOME else _targets(scope, told))
    if any(agrees(quantity, value, indicator) for each in known for value in each.values):
        return ()
    return known[-_MOST_SHOWN:]


def _figures(scope: Scope, told: Told) -> Iterator[Known]:
    """The figures of the unit whose text it is, and the committee's where that is the only unit."""
    figures = [item for item in scope.report.measurements if item.indicator_id == told.indicator.id]
    of_unit = [item for item in figures if item.unit_id == told.unit_id]
    if not of_unit and told.unit_id is not None and _is_only_unit(scope, told):
        of_unit = [item for item in figures if item.unit_id is None]
    for item in of_unit:
        if told.saying.sex and item.sex != told.saying.sex:
            continue
        if told.saying.when and not any(is_of(item, when, scope) for when in told.saying.when):
            continue
        values = values_of(item.value, None, item.words)
        if values:
            label = parse_period(item.period).label()
            parts = ", ".join(part for part in (item.submeasure, label) if part)
            yield Known(values, f"{parts}: {item.words or _shown(item.value, told.indicator)}")


def is_of(item: MeasurementFact, when: When, scope: Scope) -> bool:
    """Whether the figure is of the period as it was said; a part without a year is of the report's year."""
    year = when.year or (scope.report.as_of.year if scope.report.as_of else None)
    if year is None or item.period_through.year != year:
        return False
    return not when.part or item.period == f"{year}{when.part}"


def _targets(scope: Scope, told: Told) -> Iterator[Known]:
    years = {when.year for when in told.saying.when if when.year}
    for target in scope.material.targets_of_indicator.get(told.indicator.id, ()):
        if target.unit_id not in (None, told.unit_id) or (years and target.year not in years):
            continue
        values = values_of(target.value, target.value_high, target.words)
        if values:
            yield Known(values, f"{target.year}: {target.words or _target_words(target, told.indicator)}")


def _target_words(target: TargetFact, indicator: IndicatorFact) -> str:
    if target.value is None:
        return ""
    scale = Scale(indicator.unit_of_measure, indicator.decimals, indicator.desired_direction)
    if target.value_high is None and target.measured_against == MeasuredAgainst.VALUE:
        return scale.words(target.value)
    return aim_words(Aim(target.value, target.value_high, target.measured_against), scale)


def values_of(value: Decimal | None, high: Decimal | None, words: str) -> tuple[Decimal, ...]:
    """All numbers that stand there, those in its words too."""
    given = [each for each in (value, high) if each is not None]
    return (*given, *(quantity.value for quantity in quantities_in(words)))


def _is_only_unit(scope: Scope, told: Told) -> bool:
    goal_id = told.indicator.goal_id
    goal = scope.material.goals.get(goal_id) if goal_id is not None else None
    return set(told.indicator.unit_ids or (goal.unit_ids if goal else ())) == {told.unit_id}


def _lacks_percent(quantity: Quantity, indicator: IndicatorFact) -> bool:
    """A bare number about a share is most often one of the counts behind it."""
    return not quantity.unit and measure_of(indicator.unit_of_measure) is Measure.SHARE


def same_unit(quantity: Quantity, indicator: IndicatorFact) -> bool:
    unit = indicator.unit_of_measure.strip().casefold()
    is_share = measure_of(unit) is Measure.SHARE
    if quantity.unit == "%":
        return is_share
    if quantity.unit in MONEY:
        return unit.partition("/")[0] in MONEY
    if quantity.unit:
        return quantity.unit in unit
    return _NO_NOUN.fullmatch(quantity.noun) is not None or quantity.noun[:4] == unit[:4]


def agrees(quantity: Quantity, value: Decimal, indicator: IndicatorFact) -> bool:
    """Whether both can be the same number, each rounded as it is written. Signs are left to the words around them."""
    unit = indicator.unit_of_measure.strip().casefold().partition("/")[0]
    said = _SIZE[quantity.unit] if quantity.unit in _SIZE and unit in _SIZE else Decimal(1)
    kept = _SIZE[unit] if quantity.unit in _SIZE and unit in _SIZE else Decimal(1)
    slack = half_unit(quantity.decimals) * said
    if places(value):
        slack += half_of_last(value) * kept
    return abs(abs(quantity.value * said) - abs(value * kept)) <= slack


def _shown(value: Decimal | None, indicator: IndicatorFact) -> str:
    return "" if value is None else in_words(value, indicator.decimals, indicator.unit_of_measure)
