"""What the server says of a data table's cells while it is written."""

from reports.build.part_facts import TableRowFact
from reports.forms.table_echo import Echo, echoes, with_sums


def rows(*given):
    return [TableRowFact(kind, label, tuple(cells)) for kind, label, *cells in given]


def test_an_empty_cell_of_a_computed_column_shows_its_figure_as_it_will_be_shown():
    said = echoes(rows(("computation", "", "", "", "1-2"), ("row", "Lokaler", "1200,5", "200", "")))
    assert said == {(1, 3): Echo("= 1\u00a0000,5")}


def test_a_filled_cell_that_differs_is_told_with_the_working_and_one_that_agrees_is_not():
    said = echoes(
        rows(("computation", "", "", "", "1-2"), ("row", "Lokaler", "12", "10", "3"), ("row", "Hyra", "5", "1", "4"))
    )
    assert said == {(1, 3): Echo("Borde vara 2: 12 \u2212 10.", is_trouble=True)}


def test_a_sum_that_does_not_add_up_is_told():
    said = echoes(rows(("row", "Lokaler", "12"), ("row", "Hyra", "5"), ("sum", "Summa", "18")))
    assert said == {(2, 1): Echo("Borde vara 17: 12 + 5.", is_trouble=True)}


def test_an_empty_sum_is_offered_what_its_rows_give_and_gets_it_when_asked():
    table = rows(("row", "Lokaler", "12,5", "ord"), ("row", "Hyra", "5", ""), ("sum", "Summa", "", ""))
    assert echoes(table) == {(2, 1): Echo("Raderna ger 17,5")}
    assert with_sums(table)[2].cells == ("17,5", "")
    assert with_sums(with_sums(table)) == with_sums(table)


def test_shares_are_not_added():
    table = rows(
        ("computation", "", "", "", "1/2*100"),
        ("row", "A", "1", "2", ""),
        ("row", "B", "1", "4", ""),
        ("sum", "S", "2", "6", ""),
    )
    assert echoes(table)[3, 3].words == "= 33,3"
    assert with_sums(table)[3].cells == ("2", "6", "")


def test_a_text_that_looks_like_a_number_and_is_not_read_as_one_is_told():
    said = echoes(rows(("row", "Lokaler", "1.234", "2019", "12 st", "1,5,2")))
    assert set(said) == {(0, 1), (0, 4)}
    assert all(echo.is_trouble and echo.words.startswith("Räknas inte med.") for echo in said.values())


def test_years_in_a_heading_are_words():
    assert not echoes(rows(("heading", "", "2.019", "2020"), ("row", "Lokaler", "1", "2")))


def test_a_computation_with_a_column_that_is_not_there_is_told_at_its_cell():
    said = echoes(rows(("computation", "", "2-9"), ("row", "Lokaler", "", "2")))
    assert said == {(0, 1): Echo("Tabellen har ingen kolumn 9 att räkna med.", is_trouble=True)}
