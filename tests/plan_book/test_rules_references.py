"""What rows refer to must be there, once, and not in a circle."""

import pytest

from reports.plan_book.book import KnownIds
from tests.plan_book.books import GOALS, INDICATORS, faults, read

GOAL_HEADINGS = ["Id", "Överordnad", "Nivå", "Namn", "Bidrar till", "Enheter", "Ta bort"]


def goals(*rows):
    """Rows of Id, Överordnad and, if need be, Bidrar till, Enheter and Ta bort."""
    filled = [(*row, *[None] * (5 - len(row))) for row in rows]
    return {"Mål": [GOAL_HEADINGS, *([key, above, "Mål", "Ett mål", *rest] for key, above, *rest in filled)]}


def stored(**ids):
    known = KnownIds(
        ids={sheet: frozenset(names) for sheet, names in ids.items() if sheet != "parents"},
        parents=ids.get("parents", {}),
    )
    return lambda plan: known


def test_goals_may_come_in_any_order():
    assert len(read(goals(("2", "1"), ("1", None))).of("Mål")) == 2


def test_a_reference_to_nothing_is_a_fault_that_tells_what_there_is():
    assert faults(goals(("1", "9"), ("2", None))) == ["Mål!B2: ”9” finns inte i bladet Mål. Tillåtet: 1, 2."]


def test_of_many_names_the_near_ones_are_told():
    many = [(f"mål {n}", None) for n in range(30)]
    (line,) = faults(goals(*many, ("x", "mal 7")))
    assert line.startswith("Mål!B32: ”mal 7” finns inte i bladet Mål. Menas mål 7")


def test_each_missing_name_of_a_list_is_told_once():
    lines = faults(goals(("1", None, "2; 3; 3"), ("2", None, "1")))
    assert lines == ["Mål!E2: ”3” finns inte i bladet Mål. Tillåtet: 1, 2."]


def test_a_reference_to_a_sheet_that_is_not_there_says_so():
    assert faults(goals(("1", None, None, "AFI"))) == [
        "Mål!F2: ”AFI” finns inte i bladet Enheter. Där finns inget att hänvisa till."
    ]


def test_what_is_stored_may_be_referred_to():
    book = read(goals(("2", "1", "1", "AFI")), stored(Mål={"1"}, Enheter={"AFI"}))
    assert book.of("Mål")[0].text("Överordnad") == "1"


def test_what_is_stored_is_asked_for_by_the_plan():
    asked = []

    def known(plan):
        asked.append((plan.text("Kommun"), plan.text("Nämnd"), plan.text("Plan")))
        return KnownIds()

    read({}, known)
    assert asked == [("Exempelkommun", "Socialnämnden", "Verksamhetsplan 2022")]


def test_a_row_to_be_removed_cannot_be_referred_to():
    lines = faults(goals(("1", None, None, None, "ja"), ("2", "1")), stored(Mål={"1"}))
    assert lines == ["Mål!B3: ”1” tas bort i bladet Mål. Ta bort hänvisningen också."]


def test_a_row_to_be_removed_may_itself_refer_to_anything():
    assert read(goals(("1", "9", "8", "X", "ja"))).of("Mål")[0].removes


def test_an_id_stands_once():
    assert faults({"Mål": [*GOALS, ["1", "Mål", "Ett till"]]}) == [
        "Mål!A3: Id ”1” står redan på rad 2. Varje Id får stå en gång i bladet."
    ]


def test_an_id_that_stands_twice_makes_no_circle():
    lines = faults(goals(("1", None), ("2", "1"), ("1", "2")))
    assert lines == ["Mål!A4: Id ”1” står redan på rad 2. Varje Id får stå en gång i bladet."]


def test_goals_in_a_circle_are_named():
    lines = faults(goals(("1", "3"), ("2", "1"), ("3", "2"), ("4", "3"), ("5", "5")))
    assert [line.partition(". ")[0] for line in lines] == [
        "Mål!B2: raderna bildar en cirkel: 1 → 3 → 2 → 1",
        "Mål!B6: raderna bildar en cirkel: 5 → 5",
    ]


def test_units_in_a_circle_are_named():
    units = [["Kod", "Namn", "Överordnad"], ["A", "Avdelning A", "B"], ["B", "Avdelning B", "A"]]
    (line,) = faults({"Enheter": units})
    assert line.startswith("Enheter!C2: raderna bildar en cirkel: A → B → A. ")


def test_a_circle_may_close_through_what_is_stored():
    known = stored(Mål={"1", "2"}, parents={"Mål": {"1": "2", "2": ""}})
    (line,) = faults(goals(("2", "1")), known)
    assert line.startswith("Mål!B2: raderna bildar en cirkel: 2 → 1 → 2. ")


def test_a_deep_tree_is_no_circle():
    assert len(read(goals(*((str(n), str(n - 1) if n else None) for n in range(3000)))).of("Mål")) == 3000


def test_a_goal_does_not_contribute_to_itself():
    (line,) = faults(goals(("1", None, "1")))
    assert line.startswith("Mål!E2: ett mål kan inte bidra till sig självt.")


ANSWER_HEADINGS = ["Uppföljning", "Mål", "Indikator", "Uppdrag", "Bedömning", "Avser även", "Ref"]


def answers(*rows):
    assignments = [["Id", "Typ", "Namn"], ["U1", "uppdrag", "Ett uppdrag"]]
    filled = [[*row, *[None] * (7 - len(row))] for row in rows]
    return {"Uppdrag": assignments, "Bedömningar": [ANSWER_HEADINGS, *filled]}


def test_one_text_may_be_about_further_indicators_and_assignments():
    (row,) = read(answers(["T2", "1", None, None, None, "U1; I1; U1"])).of("Bedömningar")
    assert row.texts("Avser även") == ("U1", "I1", "U1")


def test_one_text_is_about_nothing_else():
    (line,) = faults(answers(["T2", "1", None, None, None, "1"]))
    assert line.startswith("Bedömningar!F2: ”1” finns varken i bladet Indikatorer eller i bladet Uppdrag.")


def test_an_answer_is_about_exactly_one_thing():
    assert faults(answers(["T2"], ["T2", "1", None, "U1"])) == [
        "Bedömningar!B2: raden säger inte vad den gäller. Fyll i exakt ett av Mål, Indikator eller Uppdrag.",
        "Bedömningar!D3: Mål och Uppdrag är ifyllda på samma rad. Fyll i exakt ett av Mål, Indikator eller Uppdrag.",
    ]


@pytest.mark.parametrize(("row", "status"), [(["T2", "1"], "pågår"), (["T2", None, "I1"], "genomfört")])
def test_goals_and_indicators_have_a_scale_of_their_own(row, status):
    filled = [*row, *[None] * (4 - len(row)), status]
    assert faults(answers(filled)) == [
        f"Bedömningar!E2: ”{status}” kan inte sägas om ett mål eller en indikator. "
        "Tillåtna ord: uppnått, delvis uppnått, ej uppnått, ej bedömt."
    ]


def test_assignments_have_a_scale_of_their_own():
    (line,) = faults(answers(["T2", None, None, "U1", "uppnått"]))
    assert line.startswith("Bedömningar!E2: ”uppnått” kan inte sägas om ett uppdrag. Tillåtna ord: ej påbörjat, ")


def test_the_same_answer_stands_once_and_differs_by_its_reference():
    assert len(read(answers(["T2", "1", *[None] * 4, "1-2"], ["T2", "1", *[None] * 4, "3"])).of("Bedömningar")) == 2
    (line,) = faults(answers(["T2", "1"], ["T2", "1"]))
    assert line.startswith("Bedömningar!A3: samma uppgift står redan på rad 2.")


def test_indicators_may_belong_to_no_goal():
    assert len(read({"Indikatorer": [*INDICATORS, ["I2", "En till", "nyckeltal"]]}).of("Indikatorer")) == 2
