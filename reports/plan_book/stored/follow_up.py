"""Sheets Uppföljningar and Bedömningar out of the database."""

from reports.choices import AnswerState
from reports.plan_book.book import BookRow
from reports.plan_book.stored.queries import Found
from reports.plan_book.stored.rows import Names, StoredSheet, lists_of, sheet_of


def rounds_sheet(found: Found) -> StoredSheet:
    return sheet_of("Uppföljningar", found["Uppföljningar"])


def assessments_sheet(
    found: Found, rounds: Names, goals: Names, indicators: Names, assignments: Names, units: Names
) -> StoredSheet:
    """An answer that was returned is a draft in the book."""
    also = lists_of(
        (key, indicators[indicator] or assignments[assignment])
        for key, indicator, assignment in found["Bedömningar: Avser även"]
    )
    names = {"Uppföljning": rounds, "Mål": goals, "Indikator": indicators, "Uppdrag": assignments, "Enhet": units}
    answers = sheet_of("Bedömningar", found["Bedömningar"], names, {"Avser även": also})
    return StoredSheet(tuple(map(_as_draft, answers.rows)), answers.keys)


def _as_draft(row: BookRow) -> BookRow:
    if row.text("Läge") != AnswerState.RETURNED:
        return row
    return BookRow(row.sheet, {**row.values, "Läge": AnswerState.DRAFT.value})
