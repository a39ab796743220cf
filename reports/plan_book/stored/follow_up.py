"""Sheets Uppföljningar and Bedömningar out of the database."""

from collections.abc import Mapping, Sequence

from followup.core.together import Row
from reports.choices import AnswerState
from reports.plan_book.book import BookRow
from reports.plan_book.fields import FIELDS
from reports.plan_book.stored.queries import Found
from reports.plan_book.stored.rows import Names, StoredSheet, lists_of, sheet_of


def rounds_sheet(found: Found) -> StoredSheet:
    return sheet_of("Uppföljningar", found["Uppföljningar"])


def assessments_sheet(
    found: Found, rounds: Names, goals: Names, indicators: Names, assignments: Names, units: Names
) -> StoredSheet:
    """Round by round as they were placed, then in the order of what they are about: goals, indicators, assignments.

    An answer that was returned is a draft in the book.
    """
    also = lists_of(
        (key, indicators[indicator] or assignments[assignment])
        for key, indicator, assignment in found["Bedömningar: Avser även"]
    )
    names = {"Uppföljning": rounds, "Mål": goals, "Indikator": indicators, "Uppdrag": assignments, "Enhet": units}
    answers = sheet_of("Bedömningar", _in_order(found["Bedömningar"], names), names, {"Avser även": also})
    return StoredSheet(tuple(map(_as_draft, answers.rows)), answers.keys)


def _in_order(answers: Sequence[Row], names: Mapping[str, Names]) -> Sequence[Row]:
    """By round, position (their last value), then the places of the others in `names`, None last.

    The database would have to join, and may read whole, every table that is named.
    """
    fields = list(FIELDS["Bedömningar"])
    (round_column, places_of_rounds), *subjects = (
        (fields.index(heading) + 1, {key: place for place, key in enumerate(named)}) for heading, named in names.items()
    )

    def place(answer: Row) -> tuple[int, ...]:
        of_subject = (places[answer[column]] for column, places in subjects)
        return places_of_rounds[answer[round_column]], answer[-1], *of_subject

    return sorted(answers, key=place)


def _as_draft(row: BookRow) -> BookRow:
    if row.text("Läge") != AnswerState.RETURNED:
        return row
    return BookRow(row.sheet, {**row.values, "Läge": AnswerState.DRAFT.value})
