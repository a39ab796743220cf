"""What the database is asked for a plan's book: flat rows, in the order of their sheets."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from followup.core.models import Committee, Unit
from followup.core.together import Row, read_together
from goals.models import Assignment, Goal, GoalContribution, GoalUnit, Level, Plan
from indicators.models import Indicator, IndicatorUnit, Measurement, Target
from reports.models import Assessment, AssessmentReference, Attachment, DataTableRow, Report, Round, Section
from reports.plan_book.fields import FIELDS

Found = Mapping[str, Sequence[Row]]
"""Rows by sheet: the primary key, the sheet's `FIELDS`, then what else it is made of. By "<sheet>: <heading>" the
pairs of which a column lists the second, the first being the key of the row that it stands on."""


def rows_of(plan: Plan) -> Found:
    """Three queries: outcomes and answers, which may be many and long, come in one of their own."""
    together = _together(plan)
    found = dict(zip(together, read_together(*together.values()), strict=True))
    return {**found, "Utfall": tuple(_outcomes(plan)), "Bedömningar": tuple(_answers(plan))}


def unit_rows(committee: Committee) -> Sequence[Row]:
    """One query."""
    return tuple(_units(committee))


def _flat(sheet: str, queryset: QuerySet[Any], *more: str) -> QuerySet[Any, Any]:
    return queryset.values_list("pk", *FIELDS[sheet].values(), *more)


def _together(plan: Plan) -> dict[str, QuerySet[Any, Any]]:
    of_goals = GoalContribution.objects.filter(plan=plan).order_by("goal_id", "position", "pk")
    units_of_goals = GoalUnit.objects.filter(goal__plan=plan).order_by("goal_id", "position", "pk")
    units_of_indicators = IndicatorUnit.objects.filter(indicator__plan=plan).order_by("indicator_id", "position", "pk")
    references = AssessmentReference.objects.filter(plan=plan).order_by("assessment_id", "position", "pk")
    return {
        "Enheter": _units(plan.committee),
        "Nivåer": _flat("Nivåer", Level.objects.filter(plan=plan).order_by("position", "pk")),
        "Mål": _flat("Mål", Goal.objects.filter(plan=plan).in_plan_order()),
        "Mål: Bidrar till": of_goals.values_list("goal_id", "target_goal__key"),
        "Mål: Enheter": units_of_goals.values_list("goal_id", "unit_id"),
        "Indikatorer": _flat("Indikatorer", Indicator.objects.filter(plan=plan).in_plan_order()),
        "Indikatorer: Enheter": units_of_indicators.values_list("indicator_id", "unit_id"),
        "Målvärden": _flat("Målvärden", Target.objects.filter(plan=plan).order_by("pk")),
        "Uppföljningar": _flat("Uppföljningar", Round.objects.filter(plan=plan).order_by("as_of", "pk")),
        "Uppdrag": _flat(
            "Uppdrag", Assignment.objects.filter(plan=plan).order_by("position", "pk"), "due_on", "due_words"
        ),
        "Bedömningar: Avser även": references.values_list("assessment_id", "indicator_id", "assignment_id"),
        **_of_reports(plan),
    }


def _of_reports(plan: Plan) -> dict[str, QuerySet[Any, Any]]:
    sections = Section.objects.filter(report__plan=plan).order_by("report_id", "position", "pk")
    table_rows = DataTableRow.objects.filter(table__report__plan=plan).order_by(
        "table__report_id", "table__position", "table_id", "position", "pk"
    )
    attachments = Attachment.objects.filter(report__plan=plan).order_by("report_id", "position", "pk")
    return {
        "Rapporter": _flat("Rapporter", Report.objects.filter(plan=plan).order_by("pk")),
        "Avsnitt": _flat("Avsnitt", sections, "options"),
        "Tabeller": table_rows.values_list(
            "pk", "table__report_id", "table__key", "table__title", "table__unit_of_measure", "kind", "label", "cells"
        ),
        "Bilagor": _flat("Bilagor", attachments),
    }


def _units(committee: Committee) -> QuerySet[Any, Any]:
    return _flat("Enheter", Unit.objects.filter(committee=committee).in_order())


def _outcomes(plan: Plan) -> QuerySet[Any, Any]:
    outcomes = Measurement.objects.filter(plan=plan)
    return _flat("Utfall", outcomes.order_by("period_from", "period_through", "pk"))


def _answers(plan: Plan) -> QuerySet[Any, Any]:
    """With their positions, by key: in the order of what they are about once that is known."""
    return _flat("Bedömningar", Assessment.objects.filter(plan=plan).order_by("pk"), "position")
