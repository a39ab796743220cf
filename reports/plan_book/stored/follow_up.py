"""Sheets Uppföljningar and Bedömningar out of the database."""

from goals.models import Plan
from reports.choices import AnswerState
from reports.models import Assessment, AssessmentReference, Round
from reports.plan_book.book import BookRow
from reports.plan_book.stored.rows import Names, StoredSheet, lists_of, sheet_of


def rounds_sheet(plan: Plan) -> StoredSheet:
    return sheet_of("Uppföljningar", Round.objects.filter(plan=plan).order_by("as_of", "pk"))


def assessments_sheet(
    plan: Plan, rounds: Names, goals: Names, indicators: Names, assignments: Names, units: Names
) -> StoredSheet:
    """Two queries. An answer that was returned is a draft in the book."""
    answers = Assessment.objects.filter(plan=plan).order_by(
        "round__as_of",
        "round_id",
        "position",
        "goal__position",
        "indicator__position",
        "assignment__position",
        "unit__position",
        "pk",
    )
    references = AssessmentReference.objects.filter(plan=plan).order_by("assessment_id", "position", "pk")
    also = lists_of(
        (key, indicators[indicator] or assignments[assignment])
        for key, indicator, assignment in references.values_list("assessment_id", "indicator_id", "assignment_id")
    )
    names = {"Uppföljning": rounds, "Mål": goals, "Indikator": indicators, "Uppdrag": assignments, "Enhet": units}
    found = sheet_of("Bedömningar", answers, names, {"Avser även": also})
    return StoredSheet(tuple(map(_as_draft, found.rows)), found.keys)


def _as_draft(row: BookRow) -> BookRow:
    if row.text("Läge") != AnswerState.RETURNED:
        return row
    return BookRow(row.sheet, {**row.values, "Läge": AnswerState.DRAFT.value})
