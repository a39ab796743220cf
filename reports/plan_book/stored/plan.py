"""All sheets of a plan, in three queries however many rows there are."""

from collections.abc import Mapping
from dataclasses import dataclass

from followup.core.collecting import collected_afterwards
from followup.core.models import Committee
from goals.models import Plan
from reports.plan_book.book import PlanBook
from reports.plan_book.stored.figures import indicators_sheet, outcomes_sheet, targets_sheet
from reports.plan_book.stored.follow_up import assessments_sheet, rounds_sheet
from reports.plan_book.stored.queries import rows_of, unit_rows
from reports.plan_book.stored.reports import attachments_sheet, reports_sheet, sections_sheet, tables_sheet
from reports.plan_book.stored.rows import StoredSheet
from reports.plan_book.stored.structure import (
    assignments_sheet,
    goals_sheet,
    levels_sheet,
    plan_sheet,
    units_sheet,
)


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """The sheets by name; empty but for Enheter where the plan is still to be made."""

    sheets: Mapping[str, StoredSheet]

    @property
    def book(self) -> PlanBook:
        return PlanBook({name: sheet.rows for name, sheet in self.sheets.items()})

    def of(self, sheet: str) -> StoredSheet:
        return self.sheets.get(sheet, StoredSheet())


def stored_book(plan: Plan) -> PlanBook:
    """The plan as a book. Three queries."""
    return stored_plan(plan).book


def stored_units(committee: Committee) -> StoredPlan:
    """What a plan that is still to be made finds in its committee."""
    return StoredPlan({"Enheter": units_sheet(unit_rows(committee))})


@collected_afterwards()
def stored_plan(plan: Plan) -> StoredPlan:
    found = rows_of(plan)
    units = units_sheet(found["Enheter"])
    unit_names = units.names("Kod")
    levels = levels_sheet(found)
    goals = goals_sheet(found, unit_names, levels.names("Nivå"))
    goal_names = goals.names("Id")
    indicators = indicators_sheet(found, goal_names, unit_names)
    rounds = rounds_sheet(found)
    round_names = rounds.names("Id")
    assignments = assignments_sheet(found, goal_names)
    reports = reports_sheet(found, round_names)
    report_names = reports.names("Id")
    return StoredPlan(
        {
            "Plan": plan_sheet(plan),
            "Enheter": units,
            "Nivåer": levels,
            "Mål": goals,
            "Indikatorer": indicators,
            "Målvärden": targets_sheet(found, goals, indicators, unit_names),
            "Utfall": outcomes_sheet(found, indicators, unit_names),
            "Uppföljningar": rounds,
            "Uppdrag": assignments,
            "Bedömningar": assessments_sheet(
                found,
                round_names,
                goal_names,
                indicators.names("Id"),
                assignments.names("Id"),
                unit_names,
            ),
            "Rapporter": reports,
            "Avsnitt": sections_sheet(found, report_names),
            "Tabeller": tables_sheet(found, report_names),
            "Bilagor": attachments_sheet(found, report_names),
        }
    )
