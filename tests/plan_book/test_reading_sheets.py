"""How sheets, headings and rows are found, and what a book must have."""

import pytest

from reports.plan_book.reading import read_workbook
from tests.plan_book.books import GOALS, LEVELS, PLAN, faults, file_of, openpyxl_book, read, refused


def test_headings_are_known_whatever_their_case_order_and_space():
    goals = [[" namn ", "NIVÅ", "iD"], ["Ett mål", "Mål", "1"]]
    (row,) = read({"Mål": goals}).of("Mål")
    assert dict(row.values) == {"Id": "1", "Nivå": "Mål", "Namn": "Ett mål"}


def test_a_title_above_the_headings_is_passed_over():
    (row,) = read({"Mål": [["Nämndens mål"], [], *GOALS]}).of("Mål")
    assert row.number == 4
    assert row.place("Namn") == "Mål!C4"
    assert row.place() == "Mål!4"


def test_sheets_are_known_whatever_their_case_and_space():
    book = openpyxl_book({})
    book["Mål"].title = " MÅL "
    assert len(read_workbook(file_of(book)).of("Mål")) == 1


def test_a_sheet_that_is_there_twice_is_a_fault():
    assert faults({"mål ": GOALS}) == ["Mål!A1: bladet finns två gånger i arbetsboken. Ta bort det ena."]


def test_blank_rows_are_passed_over():
    rows = [GOALS[0], [], ["1", "Mål", "Ett"], [None, "  ", None], ["2", "Mål", "Två"]]
    assert [row.number for row in read({"Mål": rows}).of("Mål")] == [3, 5]


def test_unknown_sheets_and_columns_are_warned_of():
    book = read({"Anteckningar": [["a"]], "Mål": [[*GOALS[0], "Färg"], [*GOALS[1], "röd", "blå"]]})
    assert book.warnings == (
        "bladet ”Anteckningar” är okänt och läses inte.",
        "Mål!D1: kolumnen ”Färg” är okänd och läses inte.",
        "Mål!E2: kolumnen har ingen rubrik och läses inte.",
    )


def test_the_templates_guide_is_not_warned_of():
    assert read({"Läs mig": [["Hej"]]}).warnings == ()


def test_a_heading_that_is_there_twice_is_a_fault():
    assert faults({"Mål": [[*GOALS[0], "namn"], [*GOALS[1], "Ett till"]]}) == [
        "Mål!D1: rubriken Namn står redan i C1. Varje rubrik får stå en gång."
    ]


def test_a_sheet_without_headings_is_a_fault():
    (line,) = faults({"Mål": [["1", "Mål", "Ett mål"]]})
    assert line.startswith("Mål!A1: hittar ingen rad med rubriker. Bladets rubriker är Id, Överordnad, ")


def test_an_empty_sheet_means_nothing_of_that_kind():
    assert read({"Uppdrag": [], "Bilagor": [["Rapport", "Titel"]]}).of("Uppdrag") == ()


def test_a_column_that_is_absent_is_absent_from_the_rows():
    (row,) = read({}).of("Mål")
    assert not row.has("Beskrivning")
    assert row.texts("Enheter") == ()


def test_a_required_column_that_is_absent_is_a_fault():
    assert faults({"Mål": [["Mål för 2022"], [None, "Id", "Namn"], [None, "1", "Ett mål"]]}) == [
        "Mål!B2: kolumnen Nivå saknas. Den måste finnas och vara ifylld på varje rad."
    ]


def test_a_required_cell_that_is_empty_is_a_fault():
    assert faults({"Nivåer": [LEVELS[0], *LEVELS[1:], ["Område", None, None]]}) == [
        "Nivåer!B3: Ordning måste fyllas i.",
        "Nivåer!C3: Bedöms av måste fyllas i. Tillåtna ord: ingen, nämnden, enheterna, båda.",
    ]


def test_every_fault_is_told_and_not_only_the_first():
    lines = faults(
        {"Mål": [GOALS[0], ["1", "Nivå X", None], ["1", "Mål", "Två"]], "Nivåer": [*LEVELS, ["N", "två", "x"]]}
    )
    assert [line.partition(":")[0] for line in lines] == ["Nivåer!B3", "Nivåer!C3", "Mål!C2", "Mål!A3", "Mål!B2"]


def test_every_one_of_many_faults_is_told():
    lines = faults({"Mål": [GOALS[0], *([f"{n}", "Mål", None] for n in range(2500))]})
    assert [line.partition(":")[0] for line in lines] == [f"Mål!C{n}" for n in range(2, 2502)]


def test_from_very_many_faults_on_nothing_more_is_read(monkeypatch):
    monkeypatch.setattr("reports.plan_book.faults.MOST_FAULTS", 220)
    lines = faults({"Mål": [GOALS[0], *([f"{n}", "Mål", None] for n in range(250))]})
    assert len(lines) == 221
    assert lines[-1].startswith("… och kanske fler: läsningen avbröts här.")


def test_of_very_many_warnings_the_first_are_told_and_the_rest_counted():
    warnings = read({"Plan": [*PLAN, *([f"Fält {n}", "x"] for n in range(230))]}).warnings
    assert len(warnings) == 201
    assert warnings[-1] == "… och 30 varningar till"


def test_the_plan_is_read_field_by_field_in_any_order():
    rows = [["Planbok"], ["Värde", "Fält"], ["Kalmar", " kommun "], [580, "Kommunkod"], *([v, k] for k, v in PLAN[2:])]
    plan = read({"Plan": rows}).plan
    assert plan.text("Kommun") == "Kalmar"
    assert plan.text("Kommunkod") == "0580"
    assert plan.place("Kommun") == "Plan!A3"
    assert not plan.has("Kortnamn")


def test_an_unknown_field_of_the_plan_is_warned_of():
    assert read({"Plan": [*PLAN, ["Färg", "röd"]]}).warnings == ("Plan!A7: fältet ”Färg” är okänt och läses inte.",)


def test_a_field_of_the_plan_that_is_there_twice_is_a_fault():
    assert faults({"Plan": [*PLAN, ["plan", "En till"]]}) == [
        "Plan!A7: fältet Plan står redan i B4. Varje fält får stå en gång."
    ]


def test_what_the_plan_must_have_is_asked_for():
    assert faults(
        {"Plan": [["Fält", "Värde"], ["Kommun", "K"], ["Nämnd", None], ["Startår", 2022], ["Slutår", 2021]]}
    ) == [
        "Plan!B3: Nämnd måste fyllas i.",
        "Plan!A1: fältet Plan saknas. Det måste fyllas i.",
        "Plan!B5: slutåret 2021 är före startåret 2022.",
    ]


@pytest.mark.parametrize("code", ["58O", "05801", "ab", -5])
def test_a_municipality_code_has_four_digits(code):
    (line,) = faults({"Plan": [*PLAN, ["Kommunkod", code]]})
    assert line.startswith("Plan!B7: ")
    assert "fyra siffror" in line


def test_a_book_without_a_plan_is_refused():
    book = openpyxl_book({})
    del book["Plan"]
    assert refused(file_of(book))[0].startswith("Plan: bladet saknas eller är tomt.")


def test_a_workbook_with_nothing_in_it_is_refused():
    book = openpyxl_book({name: [] for name in ("Plan", "Nivåer", "Mål", "Indikatorer", "Uppföljningar", "Rapporter")})
    (line,) = refused(file_of(book))
    assert line.startswith("Plan: bladet saknas eller är tomt.")


def test_a_row_to_be_removed_needs_only_what_tells_it_apart():
    goals = [["Id", "Nivå", "Namn", "Ta bort"], ["1", "Mål", "Ett", None], ["9", None, None, "Ja"]]
    kept, removed = read({"Mål": goals}).of("Mål")
    assert (kept.removes, removed.removes) == (False, True)


def test_a_sheet_of_rows_to_be_removed_needs_only_the_columns_that_tell_them_apart():
    goals = [["Id", "Ta bort"], ["8", "ja"], ["9", "x"]]
    assert all(row.removes for row in read({"Mål": goals}).of("Mål"))
    assert faults({"Mål": [*goals, ["1", None]]}) == [
        "Mål!A1: kolumnen Nivå saknas. Den måste finnas och vara ifylld på varje rad.",
        "Mål!A1: kolumnen Namn saknas. Den måste finnas och vara ifylld på varje rad.",
    ]


def test_a_row_to_be_removed_must_say_which_it_is():
    goals = [["Id", "Nivå", "Namn", "Ta bort"], [None, "Mål", "Ett", "ja"]]
    assert faults({"Mål": goals}) == ["Mål!A2: Id måste fyllas i."]
