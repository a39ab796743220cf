"""Sheets Plan, Enheter, Nivåer, Mål and Uppdrag out of the database."""

from collections.abc import Sequence
from datetime import date

from followup.core.together import Row
from goals.models import Plan
from reports.plan_book.book import BookRow, Value
from reports.plan_book.faults import CellFault
from reports.plan_book.fields import PLAN
from reports.plan_book.reading.long_texts import LongTexts
from reports.plan_book.reading.values import converter
from reports.plan_book.sheets import BY_NAME
from reports.plan_book.stored.queries import Found
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


def units_sheet(units: Sequence[Row]) -> StoredSheet:
    return sheet_of("Enheter", units, above="Överordnad")


def levels_sheet(found: Found) -> StoredSheet:
    return sheet_of("Nivåer", found["Nivåer"])


def goals_sheet(found: Found, units: Names, levels: Names) -> StoredSheet:
    return sheet_of(
        "Mål",
        found["Mål"],
        {"Nivå": levels},
        {
            "Bidrar till": lists_of(found["Mål: Bidrar till"]),
            "Enheter": lists_of((goal, units[unit]) for goal, unit in found["Mål: Enheter"]),
        },
        above="Överordnad",
    )


def assignments_sheet(found: Found, goals: Names) -> StoredSheet:
    """Where a day is also said in words, the words stand in the book."""
    due = Made(2, _due)
    return sheet_of("Uppdrag", found["Uppdrag"], {"Mål": goals}, made={"Klart senast": due})


def _due(day: date | None, stored: str) -> Value:
    """Words that are written as a day are read as one out of a cell, and so they are here."""
    words = plain_text(stored)
    try:
        return _DUE_IN_A_CELL(words) or day or ""
    except CellFault:
        return words


_DUE_IN_A_CELL = converter(BY_NAME["Uppdrag"].column("Klart senast"), LongTexts())
