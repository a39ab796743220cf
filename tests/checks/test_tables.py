"""Tables that do not agree with themselves are told of."""

from reports.build.part_facts import SectionFact
from reports.checks.finding import Severity
from reports.checks.tables import table_consistency
from tests.build import data_tables
from tests.build.data_tables import a_table
from tests.checks.scopes import a_scope


def found(*tables, **overrides):
    return list(table_consistency(a_scope(tables=tables, **overrides)))


def messages(*tables):
    return [finding.message.replace("\xa0", " ") for finding in found(*tables)]


def test_a_cell_that_differs_from_its_computation_is_told_with_the_numbers():
    (finding,) = found(data_tables.OPERATING_SUMMARY_2020)
    assert finding.rule == "table_computation"
    assert finding.severity == Severity.WARNING
    assert finding.where == "Driftsammandrag, rad varav kostnader, kolumn Avvikelse"
    assert finding.message.replace("\xa0", " ") == (
        "Driftsammandrag, rad varav kostnader, kolumn Avvikelse: 54 200, men 1 989 803 − 1 882 839 = 106 964."
    )


def test_a_sum_that_differs_is_told_with_its_terms():
    assert [finding.rule for finding in found(data_tables.STAFF_2022)] == ["table_sum", "table_sum"]
    assert messages(data_tables.STAFF_2022)[0] == (
        "Personalsammansättning, rad Totalt, kolumn 2 (Antal årsarbetare): 1 006,9, men 756,7 + 250,3 = 1 007,0."
    )


def test_many_terms_are_counted():
    rows = [("rad", f"R{number}", "-1") for number in range(9)]
    assert messages(a_table(*rows, ("summa", "S", "1")))[0].endswith("1, men summan av 9 rader = −9.")


def test_few_terms_are_written_with_their_signs():
    table = a_table(("rad", "A", "-1"), ("rad", "B", "-2,5"), ("rad", "C", "3"), ("summa", "S", "1"))
    assert messages(table)[0].endswith("1,0, men −1,0 − 2,5 + 3,0 = −0,5.")


def test_rows_and_columns_without_a_name_of_their_own_are_told_by_number():
    table = a_table(
        ("beräkning", "", "", "1*2"), *[("rad", label, "2", "3") for label in ("Drift", "Drift", "Lön", "")]
    )
    assert messages(table)[0] == "Tabellen, rad 1, kolumn 2: Kolumn 2 kan inte räknas ut ur sig själv."
    table = a_table(("beräkning", "", "", "1*3"), *[("rad", label, "2", "3", "1") for label in ("D", "D", "Lön", "")])
    assert [finding.where for finding in found(table)] == [
        "Tabellen, rad 2 (D), kolumn 2",
        "Tabellen, rad 3 (D), kolumn 2",
        "Tabellen, rad Lön, kolumn 2",
        "Tabellen, rad 5, kolumn 2",
    ]


def test_a_computation_that_cannot_be_read_is_told():
    (finding,) = found(
        a_table(("rubrik", "", "Budget", "Utfall"), ("beräkning", "", "", "B2*2"), ("rad", "A", "1", "2"))
    )
    assert finding.rule == "table_expression"
    assert finding.message.startswith("Tabellen, rad 2, kolumn Utfall: ”B2*2” är ingen uträkning.")


def test_names_of_any_length_leave_a_place_that_can_be_remembered():
    table = a_table(("rubrik", "", "K" * 500), ("rad", "A", "1"), ("summa", "S" * 2000, "2"), title="T" * 1000)
    (finding,) = found(table)
    assert len(finding.where) <= 300


def test_the_finding_leads_to_the_section_that_shows_the_table():
    sections = (
        SectionFact(1, 1, "Text", "text", "<p>Text.</p>"),
        SectionFact(2, 1, "Drift", "data_table", "", {"tabell": ("t",)}),
    )
    table = a_table(("rad", "A", "1"), ("summa", "S", "2"))
    assert [finding.place.section_id for finding in found(table, sections=sections)] == [2]
    assert [finding.place.section_id for finding in found(table)] == [None]


def test_a_consistent_table_is_not_mentioned():
    assert found(data_tables.OPERATIONS_BY_PROCESS_2022, data_tables.SICK_LEAVE_2022) == []
