"""What the report tells of, with whose judgements it shows: by this a reader picks what to see. Pure."""

from collections.abc import Iterable, Iterator

from reports.build.document import ReportSubject, Result, StandingItem, StandingStatus
from reports.build.material import Material, numbered
from reports.build.options import SectionOptions
from reports.build.results import assignment_answers, goal_results, indicator_answers
from reports.choices import SubjectKind

_ALL = SectionOptions()


def subjects_of(material: Material, standing: Iterable[StandingItem]) -> tuple[ReportSubject, ...]:
    """Goals, then indicators, then assignments, each in plan order.

    Judgements and units only of what stands in the report's data already: these say no more than its pages.
    """
    judged = {(item.kind, item.key): item.statuses for item in standing}
    return (*_goals(material, judged), *_indicators(material, judged), *_assignments(material, judged))


_Judged = dict[tuple[str, str], tuple[StandingStatus, ...]]


def _goals(material: Material, judged: _Judged) -> Iterator[ReportSubject]:
    for goal in material.facts.goals:
        answers = judged.get((SubjectKind.GOAL.value, goal.key))
        yield ReportSubject(
            anchor=material.goal_anchors[goal.id],
            kind=SubjectKind.GOAL.value,
            title=numbered(goal),
            area=material.goal_anchors[material.areas[goal.id].id],
            above=_anchor(material, goal.parent_id),
            units=() if answers is None else _units(goal_results(material, goal, _ALL)),
            answers=answers or (),
        )


def _indicators(material: Material, judged: _Judged) -> Iterator[ReportSubject]:
    for indicator in material.facts.indicators:
        answers = judged.get((SubjectKind.INDICATOR.value, indicator.key))
        yield ReportSubject(
            anchor=material.indicator_anchors[indicator.id],
            kind=SubjectKind.INDICATOR.value,
            title=numbered(indicator),
            area=_area(material, indicator.goal_id),
            above=_anchor(material, indicator.goal_id),
            units=_units(indicator_answers(material, indicator, _ALL)) if answers else (),
            answers=answers or (),
        )


def _assignments(material: Material, judged: _Judged) -> Iterator[ReportSubject]:
    for assignment in material.facts.assignments:
        answers = judged.get((SubjectKind.ASSIGNMENT.value, assignment.key))
        yield ReportSubject(
            anchor=material.assignment_anchors[assignment.id],
            kind=SubjectKind.ASSIGNMENT.value,
            title=numbered(assignment),
            area=_area(material, assignment.goal_id),
            above=_anchor(material, assignment.goal_id),
            units=_units(assignment_answers(material, assignment, _ALL)) if answers else (),
            answers=answers or (),
        )


def _units(results: Iterable[Result]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(result.unit for result in results if not result.is_committee))


def _anchor(material: Material, goal_id: int | None) -> str:
    return material.goal_anchors.get(goal_id, "") if goal_id is not None else ""


def _area(material: Material, goal_id: int | None) -> str:
    area = material.areas.get(goal_id) if goal_id is not None else None
    return material.goal_anchors[area.id] if area else ""
