"""What a report holds of goals, indicators and assignments, flat. Pure.

For a later report to compare with, for the pages that follow goals over rounds, and for other readers of data.
"""

from collections.abc import Iterable, Iterator

from followup.core.choices import Sex
from reports.build.document import (
    Result,
    StandingItem,
    StandingOutcome,
    StandingPromise,
    StandingStatus,
    StandingTarget,
)
from reports.build.facts import AssessmentFact, IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import series_label, shown
from reports.build.material import Material, numbered
from reports.build.options import SectionOptions
from reports.build.places import Places
from reports.build.promises import promises_in
from reports.build.results import assignment_answers, goal_results, indicator_answers
from reports.build.shown import judged_indicators, shown_figures, shows_assignments, shows_comments, shows_judgements
from reports.build.targets import target_words
from reports.choices import SubjectKind

_ALL = SectionOptions()


def standing_of(material: Material, places: Places | None = None) -> tuple[StandingItem, ...]:
    """In plan order, goals first. Only what the report's sections show: its data says no more than its pages.

    Without `places` nothing has an anchor: a round that no report tells of.
    """
    places = places or Places(material, {})
    return (*_goals(material, places), *_indicators(material, places), *_assignments(material, places))


def _goals(material: Material, places: Places) -> Iterator[StandingItem]:
    if not shows_judgements(material.facts):
        return
    depths: dict[int | None, int] = {None: -1}
    for goal in material.facts.goals:
        depths[goal.id] = depths.get(goal.parent_id, -1) + 1
        yield StandingItem(
            kind=SubjectKind.GOAL.value,
            key=goal.key,
            continues=goal.continues,
            number=goal.number,
            name=goal.name,
            statuses=_statuses(goal_results(material, goal, _ALL)),
            targets=_targets(material, material.targets_of_goal.get(goal.id, ()), "", None),
            promises=_promises(material, material.goal_answers.get(goal.id, ())),
            anchor=places.of(SubjectKind.GOAL.value, goal.key),
            above=_key_of(material, goal.parent_id),
            area=_area_of(material, goal.id),
            depth=depths[goal.id],
            label=goal.label,
            is_area=goal.is_area,
        )


def _indicators(material: Material, places: Places) -> Iterator[StandingItem]:
    judged = {indicator.id for indicator in judged_indicators(material)}
    measured = shown_figures(material)
    for indicator in material.facts.indicators:
        if indicator.id not in judged and indicator.id not in measured:
            continue
        figures = measured.get(indicator.id, set())
        is_judged = indicator.id in judged
        yield StandingItem(
            kind=SubjectKind.INDICATOR.value,
            key=indicator.key,
            continues=indicator.continues,
            number=indicator.number,
            name=indicator.name,
            statuses=_statuses(indicator_answers(material, indicator, _ALL)) if is_judged else (),
            targets=_indicator_targets(material, indicator),
            promises=_promises(material, _own_answers(material, indicator)) if is_judged else (),
            periods=tuple(sorted({each.period for each in figures if each.sex != Sex.TOTAL})),
            anchor=places.of(SubjectKind.INDICATOR.value, indicator.key),
            above=_key_of(material, indicator.goal_id),
            area=_area_of(material, indicator.goal_id),
            unit_of_measure=indicator.unit_of_measure,
            desired_direction=indicator.desired_direction,
            kolada_id=indicator.kolada_id,
            outcomes=_outcomes(material, indicator, figures),
        )


def _assignments(material: Material, places: Places) -> Iterator[StandingItem]:
    if not shows_assignments(material.facts):
        return
    for assignment in material.facts.assignments:
        yield StandingItem(
            kind=SubjectKind.ASSIGNMENT.value,
            key=assignment.key,
            continues=assignment.continues,
            number=assignment.number,
            name=assignment.name,
            statuses=_statuses(assignment_answers(material, assignment, _ALL)),
            anchor=places.of(SubjectKind.ASSIGNMENT.value, assignment.key),
            above=_key_of(material, assignment.goal_id),
            area=_area_of(material, assignment.goal_id),
        )


def _key_of(material: Material, goal_id: int | None) -> str:
    goal = material.goals.get(goal_id) if goal_id is not None else None
    return goal.key if goal else ""


def _area_of(material: Material, goal_id: int | None) -> str:
    area = material.areas.get(goal_id) if goal_id is not None else None
    return numbered(area) if area else ""


def _outcomes(
    material: Material, indicator: IndicatorFact, figures: Iterable[MeasurementFact]
) -> tuple[StandingOutcome, ...]:
    """By period, then as the units stand in the committee, the whole first; total."""
    places = {unit_id: place for place, unit_id in enumerate(material.units, start=1)}
    ordered = sorted(
        figures,
        key=lambda each: (
            each.period_through,
            each.period_from,
            places.get(each.unit_id, 0) if each.unit_id is not None else 0,
            each.submeasure,
            list(Sex).index(Sex(each.sex)),
        ),
    )
    return tuple(_outcome(material, indicator, each) for each in ordered)


def _outcome(material: Material, indicator: IndicatorFact, figure: MeasurementFact) -> StandingOutcome:
    unit = material.units[figure.unit_id].code if figure.unit_id is not None else ""
    return StandingOutcome(
        period=figure.period,
        period_through=figure.period_through,
        series=series_label(unit, figure.submeasure, figure.sex),
        unit=unit,
        submeasure=figure.submeasure,
        sex=figure.sex,
        value=None if figure.words else figure.value,
        words=shown(figure, indicator),
        is_preliminary=figure.is_preliminary,
    )


def _own_answers(material: Material, indicator: IndicatorFact) -> list[AssessmentFact]:
    """Without those given on another indicator whose text answers this one, too."""
    answers = material.indicator_answers.get(indicator.id, [])
    return [answer for answer in answers if answer.indicator_id == indicator.id]


def _statuses(results: Iterable[Result]) -> tuple[StandingStatus, ...]:
    """Of several answers from one unit the first that has a status."""
    found: dict[str, StandingStatus] = {}
    for result in results:
        by = "" if result.is_committee else result.unit
        if result.status:
            found.setdefault(by, StandingStatus(by, result.status))
    return tuple(found.values())


def _promises(material: Material, answers: Iterable[AssessmentFact]) -> tuple[StandingPromise, ...]:
    """The units' alone: nobody asks the committee what became of its own."""
    if not shows_comments(material.facts):
        return ()
    return tuple(
        StandingPromise(answer.unit_words or material.units[answer.unit_id].code, text)
        for answer in answers
        if answer.unit_id is not None
        for text in promises_in(answer.measure)
    )


def _indicator_targets(material: Material, indicator: IndicatorFact) -> tuple[StandingTarget, ...]:
    targets = material.targets_of_indicator.get(indicator.id, ())
    return _targets(material, targets, indicator.unit_of_measure, indicator.decimals)


def _targets(
    material: Material, targets: Iterable[TargetFact], unit_of_measure: str, decimals: int | None
) -> tuple[StandingTarget, ...]:
    found = []
    for target in targets:
        unit = material.units[target.unit_id].code if target.unit_id is not None else ""
        series = series_label(unit, target.submeasure, target.sex)
        found.append(
            StandingTarget(
                year=target.year,
                series=series,
                words=target_words(target, unit_of_measure, decimals),
                unit=unit,
                submeasure=target.submeasure,
                sex=target.sex,
                value=None if target.words else target.value,
                value_high=None if target.words else target.value_high,
                measured_against=target.measured_against,
            )
        )
    return tuple(found)
