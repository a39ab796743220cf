"""Reading a report's facts: nine flat queries, however many goals, units and figures there are."""

from collections import defaultdict
from datetime import date
from typing import Any

from followup.core.models import Unit
from goals.choices import AssessedBy, GoalStatus
from goals.models import Goal, GoalUnit, Plan
from indicators.models import Indicator, Measurement
from reports.build.facts import (
    AssessmentFact,
    GoalFact,
    IndicatorFact,
    MeasurementFact,
    PlanWords,
    ReportFacts,
    SectionFact,
    UnitFact,
)
from reports.models import Assessment, Report, Section


def gather(report: Report) -> ReportFacts:
    """All that the report's sections may show. Hidden sections are left out."""
    plan, committee = report.plan, report.committee
    units = _units(committee.pk)
    return ReportFacts(
        municipality=committee.municipality.name,
        municipality_code=committee.municipality.code or "",
        committee=committee.name,
        committee_slug=committee.slug,
        accent=committee.municipality.accent,
        slug=report.slug,
        title=report.title,
        subtitle=report.subtitle,
        as_of=report.as_of,
        dated=report.dated,
        registry_number=report.registry_number,
        plan_title=plan.title,
        words=_words(plan),
        sections=_sections(report),
        units=units,
        goals=_goals(plan, tuple(unit.id for unit in units)),
        indicators=_indicators(plan),
        measurements=_measurements(plan, report.as_of),
        assessments=_assessments(report),
    )


def _words(plan: Plan) -> PlanWords:
    return PlanWords(
        status={status: plan.word_for(status) for status in GoalStatus.values},
        overall_view=plan.label_overall_view,
        cause=plan.label_cause,
        measure=plan.label_measure,
    )


def _sections(report: Report) -> tuple[SectionFact, ...]:
    rows = (
        Section.objects.filter(report=report, is_hidden=False)
        .order_by("position", "pk")
        .values_list("id", "level", "title", "kind", "content")
    )
    return tuple(SectionFact(*row) for row in rows)


def _units(committee_id: int) -> tuple[UnitFact, ...]:
    rows = Unit.objects.filter(committee_id=committee_id).in_order().values_list("id", "code", "name")
    return tuple(UnitFact(*row) for row in rows)


def _goals(plan: Plan, all_units: tuple[int, ...]) -> tuple[GoalFact, ...]:
    named = defaultdict(list)
    pairs = GoalUnit.objects.filter(goal__plan=plan).order_by("position", "pk").values_list("goal_id", "unit_id")
    for goal_id, unit_id in pairs:
        named[goal_id].append(unit_id)
    rows = (
        Goal.objects.filter(plan=plan)
        .in_plan_order()
        .values_list("id", "parent_id", "key", "number", "name", "description", "responsible", "level__assessed_by")
    )
    return tuple(_goal(row, tuple(named[row[0]]) or all_units) for row in rows)


def _goal(row: tuple[Any, ...], unit_ids: tuple[int, ...]) -> GoalFact:
    goal_id, parent_id, key, number, name, description, responsible, assessed_by = row
    judged = AssessedBy(assessed_by)
    return GoalFact(
        id=goal_id,
        parent_id=parent_id,
        key=key,
        number=number,
        name=name,
        description=description,
        responsible=tuple(responsible),
        unit_ids=unit_ids if judged.includes_units else (),
        is_judged_by_committee=judged.includes_committee,
    )


def _indicators(plan: Plan) -> tuple[IndicatorFact, ...]:
    rows = (
        Indicator.objects.filter(plan=plan)
        .in_plan_order()
        .values_list("id", "goal_id", "number", "name", "unit_of_measure", "decimals")
    )
    return tuple(IndicatorFact(*row) for row in rows)


def _measurements(plan: Plan, as_of: date | None) -> tuple[MeasurementFact, ...]:
    rows = Measurement.objects.filter(plan=plan).in_series_order()
    if as_of is not None:
        rows = rows.filter(period_through__lte=as_of)
    fields = (
        "indicator_id",
        "period",
        "period_from",
        "period_through",
        "unit_id",
        "sex",
        "submeasure",
        "value",
        "words",
        "missing_reason",
        "is_preliminary",
    )
    return tuple(MeasurementFact(*row) for row in rows.values_list(*fields))


def _assessments(report: Report) -> tuple[AssessmentFact, ...]:
    if report.round_id is None:
        return ()
    fields = (
        "goal_id",
        "unit_id",
        "unit_words",
        "status",
        "status_words",
        "comment",
        "overall_view",
        "cause",
        "measure",
        "forecast",
        "state",
    )
    rows = Assessment.objects.filter(round_id=report.round_id).of_goals().in_plan_order()
    return tuple(AssessmentFact(*row) for row in rows.values_list(*fields))
