"""What a report holds of goals, indicators and assignments, flat, for a later report to compare with. Pure."""

from collections.abc import Iterable, Iterator

from followup.core.choices import Sex
from reports.build.document import Result, StandingItem, StandingPromise, StandingStatus, StandingTarget
from reports.build.facts import AssessmentFact, IndicatorFact, TargetFact
from reports.build.figures import series_label
from reports.build.material import Material
from reports.build.options import SectionOptions
from reports.build.promises import promises_in
from reports.build.results import assignment_answers, goal_results, indicator_answers
from reports.build.shown import judged_indicators, shown_figures, shows_assignments, shows_comments, shows_judgements
from reports.build.targets import target_words
from reports.choices import SubjectKind

_ALL = SectionOptions()


def standing_of(material: Material) -> tuple[StandingItem, ...]:
    """In plan order, goals first. Only what the report's sections show: its data says no more than its pages."""
    return (*_goals(material), *_indicators(material), *_assignments(material))


def _goals(material: Material) -> Iterator[StandingItem]:
    if not shows_judgements(material.facts):
        return
    for goal in material.facts.goals:
        yield StandingItem(
            kind=SubjectKind.GOAL.value,
            key=goal.key,
            continues=goal.continues,
            number=goal.number,
            name=goal.name,
            statuses=_statuses(goal_results(material, goal, _ALL)),
            targets=_targets(material, material.targets_of_goal.get(goal.id, ()), "", None),
            promises=_promises(material, material.goal_answers.get(goal.id, ())),
        )


def _indicators(material: Material) -> Iterator[StandingItem]:
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
        )


def _assignments(material: Material) -> Iterator[StandingItem]:
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
        found.append(StandingTarget(target.year, series, target_words(target, unit_of_measure, decimals)))
    return tuple(found)
