"""Bounds, targets and outcomes."""

import pytest

from reports.plan_book.book import KnownIds
from tests.plan_book.books import INDICATORS, PLAN, faults, read

OUTCOME = ["Indikator", "Period", "Kön", "Delmått", "Värde", "Text", "Saknas"]
TARGET = ["Indikator", "Mål", "År", "Värde", "Övre värde", "Text", "Mäts mot"]


def outcome_faults(*rows):
    return faults({"Utfall": [OUTCOME, *rows]})


def target_faults(*rows):
    return faults({"Målvärden": [TARGET, *rows]})


def test_an_outcome_is_a_number_a_text_both_or_a_reason():
    rows = [
        ["I1", "2018", None, None, 1, None, None],
        ["I1", "2019", None, None, None, "IU", None],
        ["I1", "2020", None, None, 98, ">98 % boende", None],
        ["I1", "2021", None, None, None, None, "sekretess"],
    ]
    assert len(read({"Utfall": [OUTCOME, *rows]}).of("Utfall")) == 4


def test_an_outcome_of_nothing_is_a_fault():
    (line,) = outcome_faults(["I1", "2022"])
    assert line == (
        "Utfall!E2: utfallet saknas. Fyll i Värde eller Text, eller skriv i Saknas varför det saknas: "
        "ej mätt ännu, bortfall, ej tillämpligt, sekretess."
    )


def test_an_outcome_is_not_both_there_and_missing():
    (line,) = outcome_faults(["I1", "2022", None, None, 0, None, "bortfall"])
    assert line.startswith("Utfall!G2: raden har både ett värde eller en text och ett skäl till att det saknas.")


def test_a_text_that_holds_a_number_does_not_become_one():
    (row,) = read({"Utfall": [OUTCOME, ["I1", "2022", None, None, None, "65", None]]}).of("Utfall")
    assert row.decimal("Värde") is None
    assert row.text("Text") == "65"


def test_the_same_outcome_stands_once_whatever_it_is_written_like():
    (line,) = outcome_faults(["I1", "2022T2", None, None, 1], ["I1", "2022t2", "Totalt", None, 2])
    assert line == (
        "Utfall!A3: samma uppgift står redan på rad 2. "
        "Indikator, Period, Enhet, Kön, Delmått får tillsammans stå en gång."
    )


def test_outcomes_differ_by_sex_and_submeasure():
    rows = [["I1", 2022, sex, part, 1] for sex in (None, "kvinnor", "män") for part in (None, "HVB")]
    assert len(read({"Utfall": [OUTCOME, *rows]}).of("Utfall")) == 6


def test_a_column_that_the_book_lacks_may_be_stored():
    known = KnownIds(ids={"Indikatorer": frozenset({"I1"})})
    remarks = [["Indikator", "Period", "Anmärkning"], ["I1", "2022", "Ny källa"]]
    assert len(read({"Utfall": remarks}, lambda plan: known).of("Utfall")) == 1
    (line,) = faults({"Utfall": remarks})
    assert line.startswith("Utfall!A2: utfallet saknas.")


def test_a_target_is_a_number_a_range_or_words():
    rows = [["I1", None, 2018, 80], ["I1", None, 2019, 80, 90], [None, "1", 2018, None, None, "Två nya"]]
    assert len(read({"Målvärden": [TARGET, *rows]}).of("Målvärden")) == 3


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (["I1", None, 2018], "D2"),
        (["I1", None, 2018, 90, 80], "E2"),
        (["I1", None, 2018, None, 80, "80"], "E2"),
        (["I1", "1", 2018, 80], "B2"),
        ([None, None, 2018, 80], "A2"),
        (["I1", None, 1899, 80], "C2"),
        (["I1", None, 2018.5, 80], "C2"),
    ],
)
def test_a_target_that_contradicts_itself_is_a_fault(row, place):
    (line,) = target_faults(row)
    assert line.startswith(f"Målvärden!{place}: ")


def test_the_same_target_stands_once():
    (line,) = target_faults(["I1", None, 2018, 80], ["I1", None, "2018", 90])
    assert line.startswith("Målvärden!A3: samma uppgift står redan på rad 2.")


@pytest.mark.parametrize("decimals", [-1, 7, 1.5])
def test_an_indicator_shows_up_to_six_decimals(decimals):
    (line,) = faults({"Indikatorer": [[*INDICATORS[0], "Decimaler"], [*INDICATORS[1], decimals]]})
    assert line.startswith("Indikatorer!D2: ")


@pytest.mark.parametrize(("first", "last"), [(1899, 2020), (2022, 2021), (2022, 2201)])
def test_the_plans_years_are_in_order_and_within_reason(first, last):
    (line,) = faults({"Plan": [*PLAN[:4], ["Startår", first], ["Slutår", last]]})
    assert line.startswith("Plan!B")


def test_a_round_does_not_end_before_it_opens():
    rows = [["Id", "Titel", "Typ", "Avser", "Öppnar", "Senast"]]
    rows += [["T2", "Tertial 2", "tertial 2", "2022-08-31", "2022-09-15", "2022-09-01"]]
    assert faults({"Uppföljningar": rows}) == [
        "Uppföljningar!F2: sista dagen 2022-09-01 är före den dag då uppföljningen öppnar, 2022-09-15."
    ]
