"""Sheets Plan, Enheter, Nivåer, Mål and Uppdrag out of the database."""

from datetime import date

from followup.core.models import Committee, Unit
from goals.models import Assignment, Goal, GoalContribution, GoalUnit, Level, Plan
from reports.plan_book.book import BookRow, Value
from reports.plan_book.faults import CellFault
from reports.plan_book.fields import PLAN
from reports.plan_book.reading.long_texts import LongTexts
from reports.plan_book.reading.values import converter
from reports.plan_book.sheets import BY_NAME
from reports.plan_book.stored.rows import Made, Names, StoredSheet, lists_of, sheet_of
from reports.plan_book.stored.values import READINGS, plain_text


def plan_sheet(plan: Plan) -> StoredSheet:
    """No query where the plan's committee and municipality are loaded."""
    committee = plan.committee
    values: dict[str, Value] = {
        "Kommun": plain_text(committee.municipality.name),
        "Kommunkod": committee.municipality.code or "",
        "Nämnd": plain_text(committee.name),
        "Kortnamn": plain_text(committee.short_name),
    }
    sheet = BY_NAME["Plan"]
    for heading, field in PLAN.items():
        values[heading] = READINGS[sheet.column(heading).kind](getattr(plan, field))
    return StoredSheet((BookRow("Plan", values),), (plan.pk,))


def units_sheet(committee: Committee) -> StoredSheet:
    return sheet_of("Enheter", Unit.objects.filter(committee=committee).in_order(), above="Överordnad")


def levels_sheet(plan: Plan) -> StoredSheet:
    return sheet_of("Nivåer", Level.objects.filter(plan=plan).order_by("position", "pk"))


def goals_sheet(plan: Plan, units: Names, levels: Names) -> StoredSheet:
    """Three queries."""
    goals = Goal.objects.filter(plan=plan).in_plan_order()
    of_units = GoalUnit.objects.filter(goal__plan=plan).order_by("goal_id", "position", "pk")
    of_goals = GoalContribution.objects.filter(plan=plan).order_by("goal_id", "position", "pk")
    return sheet_of(
        "Mål",
        goals,
        {"Nivå": levels},
        {
            "Bidrar till": lists_of(of_goals.values_list("goal_id", "target_goal__key")),
            "Enheter": lists_of((goal, units[unit]) for goal, unit in of_units.values_list("goal_id", "unit_id")),
        },
        above="Överordnad",
    )


def assignments_sheet(plan: Plan, goals: Names) -> StoredSheet:
    """One query. Where a day is also said in words, the words stand in the book."""
    assignments = Assignment.objects.filter(plan=plan).order_by("position", "pk")
    due = Made(("due_on", "due_words"), _due)
    return sheet_of("Uppdrag", assignments, {"Mål": goals}, made={"Klart senast": due})


def _due(day: date | None, stored: str) -> Value:
    """Words that are written as a day are read as one out of a cell, and so they are here."""
    words = plain_text(stored)
    try:
        return _DUE_IN_A_CELL(words) or day or ""
    except CellFault:
        return words


_DUE_IN_A_CELL = converter(BY_NAME["Uppdrag"].column("Klart senast"), LongTexts())
