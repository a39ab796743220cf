"""What the outcomes of a goal or an indicator say against its targets, at the report's date. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.attainment import Figure, Measured, Suggestion, suggested
from indicators.choices import MeasuredAgainst
from indicators.measures import Measure
from reports.build.facts import GoalFact, IndicatorFact, MeasurementFact, TargetFact
from reports.build.material import numbered
from reports.checks.outcomes import Outcomes, aim_of, is_whole_year, scale_of
from reports.checks.scope import Scope

_MONEY = re.compile(r"(?:[tmk]|md|mn|mil)?kr|kronor|tusen kronor|miljoner kronor", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """`is_whole`: nothing is left out for want of a figure or of a target in numbers."""

    suggestion: Suggestion
    is_whole: bool


def said_by(scope: Scope, outcomes: Outcomes, subject: GoalFact | IndicatorFact, unit_id: int | None) -> Said | None:
    """What the figures of a unit, or of the committee, speak for. None where they say nothing.

    Where one unit alone answers, its figures and the committee's are the same.
    """
    indicators: Iterable[IndicatorFact] = (
        scope.material.indicators_of.get(subject.id, ()) if isinstance(subject, GoalFact) else (subject,)
    )
    of_each = [(each, *_figures(scope, outcomes, each, unit_id)) for each in indicators]
    found = suggested([Measured(numbered(each), scale_of(each), figures) for each, figures, _ in of_each])
    if found is None:
        return None
    return Said(found, not found.not_counted and all(is_whole for *_, is_whole in of_each))


def _figures(
    scope: Scope, outcomes: Outcomes, indicator: IndicatorFact, unit_id: int | None
) -> tuple[tuple[Figure, ...], bool]:
    """With whether each of its series has a number that can be held against a target."""
    alone = _alone(scope, indicator)
    is_alone = alone is not None and unit_id in {alone, None}
    own = [each for each in outcomes.now.get(indicator.id, ()) if each.unit_id == unit_id]
    if not own and is_alone:
        own = [each for each in outcomes.now.get(indicator.id, ()) if each.unit_id in {alone, None}]
    found = tuple(_figure(outcomes, indicator, each, is_alone=is_alone) for each in own)
    return found, all(each.value is not None and each.aim is not None for each in found)


def _alone(scope: Scope, indicator: IndicatorFact) -> int | None:
    """The one unit that measures it: named, or the only one that answers its goal."""
    goal = scope.material.goals.get(indicator.goal_id) if indicator.goal_id is not None else None
    units = set(indicator.unit_ids) or set(goal.unit_ids if goal else ())
    return units.pop() if len(units) == 1 else None


def _figure(outcomes: Outcomes, indicator: IndicatorFact, figure: MeasurementFact, *, is_alone: bool) -> Figure:
    measure = scale_of(indicator).measure
    target = outcomes.target(figure, adds_up=measure.adds_up)
    is_part = target is not None and (
        (measure.adds_up and not is_alone and _is_for_more(target, figure))
        or (_grows(indicator, measure) and not _is_change(target) and not is_whole_year(figure))
    )
    before = outcomes.year_before(figure)
    return Figure(
        value=figure.value,
        aim=None if is_part else aim_of(target),
        base=before.value if before else None,
        sex=figure.sex,
        submeasure=figure.submeasure,
        is_preliminary=figure.is_preliminary,
        is_part=is_part,
    )


def _is_change(target: TargetFact) -> bool:
    return target.measured_against != MeasuredAgainst.VALUE


def _is_for_more(target: TargetFact, figure: MeasurementFact) -> bool:
    """Whether a target in numbers is set for what several units count together."""
    return (
        target.unit_id is None
        and figure.unit_id is not None
        and target.measured_against != MeasuredAgainst.CHANGE_PERCENT
    )


def _grows(indicator: IndicatorFact, measure: Measure) -> bool:
    """Whether figures grow through the year, so that those of some months say nothing of the year's target."""
    return measure.adds_up or bool(_MONEY.fullmatch(indicator.unit_of_measure.strip()))
