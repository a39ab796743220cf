"""Tables that do not say how their columns come about are held to what their other rows say."""

import pytest

from reports.checks.columns import table_columns
from tests.build import data_tables
from tests.build.data_tables import a_table
from tests.checks.scopes import a_scope

HEADING = ("rubrik", "Ekonomi", "Budget", "Utfall", "Avvikelse")


def found(*tables):
    return list(table_columns(a_scope(tables=tables)))


def messages(*tables):
    return [(finding.rule, finding.message.replace("\xa0", " ")) for finding in found(*tables)]


def a_budget(*rows, heading=HEADING):
    return a_table(heading, *(("rad", *row) for row in rows))


def test_a_deviation_that_the_other_rows_show_to_be_wrong():
    table = a_budget(("Drift", "100", "90", "10"), ("Lön", "200", "220", "-20"), ("Hyra", "50", "45", "6"))
    assert messages(table) == [("table_deviation", "Tabellen, rad Hyra, kolumn Avvikelse: 6, men 50 − 45 = 5.")]


def test_either_sign_may_be_meant():
    table = a_budget(("Drift", "100", "90", "-10"), ("Lön", "200", "220", "20"), ("Hyra", "50", "45", "-6"))
    assert messages(table) == [("table_deviation", "Tabellen, rad Hyra, kolumn Avvikelse: −6, men 45 − 50 = −5.")]


def test_a_sign_unlike_the_others_is_noted_but_not_of_income():
    rows = [(f"R{number}", "100", str(90 + number), str(10 - number)) for number in range(5)]
    assert messages(a_budget(*rows, ("Hyra", "50", "45", "-5"))) == [
        ("table_deviation_sign", "Tabellen, rad Hyra, kolumn Avvikelse: −5, men 50 − 45 = 5.")
    ]
    assert messages(a_budget(*rows, ("Hyresintäkter", "50", "45", "-5"))) == []
    assert messages(a_budget(("A", "9", "8", "1"), ("B", "9", "7", "2"), ("C", "9", "8", "-1"))) == []


def test_which_columns_it_lies_between_is_what_most_rows_say():
    heading = ("rubrik", "", "Budget", "Utfall", "Prognos", "Avvikelse")
    rows = [("A", "10", "4", "12", "-2"), ("B", "20", "9", "19", "1"), ("C", "30", "15", "33", "-3")]
    assert messages(a_budget(*rows, heading=heading)) == []
    (message,) = messages(a_budget(*rows, ("D", "40", "20", "40", "2"), heading=heading))
    assert message[1].endswith("men 40 − 40 = 0.")


@pytest.mark.parametrize(
    "table",
    [
        a_budget(("Drift", "100", "90", "12"), ("Lön", "200", "220", "-21"), ("Hyra", "50", "45", "6")),
        a_budget(("Drift", "100", "90", "10"), ("Hyra", "50", "45", "6")),
        a_budget(("Drift", "100,4", "90,2", "10,3"), ("Lön", "200,1", "190,1", "10,1")),
        a_budget(("Drift", "100", "90", "9"), heading=("rubrik", "", "Budget", "Utfall", "Avvikelse %")),
        a_budget(("Drift", "0", "0", "0"), ("Lön", "", "1", "2"), ("Hyra", "x", "y", "z")),
        a_table(HEADING, ("beräkning", "", "", "", "1-2"), ("rad", "A", "5", "3", "9"), ("rad", "B", "5", "4", "1")),
    ],
)
def test_tables_that_say_too_little_or_are_checked_elsewhere(table):
    assert messages(table) == []


def test_shares_beside_counts_whose_total_is_a_hundred():
    heading, total = ("rubrik", "", "Antal", "Andel (%)"), ("total", "Totalt", "80", "100")
    right = a_table(heading, ("rad", "AFI", "20", "25"), ("rad", "IFO", "60", "75"), total)
    wrong = a_table(heading, ("rad", "AFI", "20", "25"), ("rad", "IFO", "60", "70"), total)
    assert messages(right) == []
    assert messages(wrong) == [("table_share", "Tabellen, rad IFO, kolumn Andel (%): 70, men 60 / 80 = 75.")]
    assert messages(a_table(heading, ("rad", "AFI", "20", "40"), ("total", "Totalt", "80", "90"))) == []


def test_women_and_men_as_rows():
    heading = ("rubrik", "", "Antal personer", "Sjukfrånvaro, %", "Annat")
    women, men = ("rad", "Kvinnor", "760", "8,79", "5"), ("rad", "Män", "252", "4,09", "3")
    assert messages(a_table(heading, women, men, ("total", "Totalt", "1012", "7,57", "8"))) == []
    assert messages(a_table(heading, women, men, ("total", "Totalt", "1012", "7,57", "4"))) == []
    assert messages(a_table(heading, women, men, ("total", "Totalt", "1000", "8,95", "9"))) == [
        (
            "table_sexes",
            "Tabellen, rad Totalt, kolumn Antal personer: totalt 1 000, men kvinnor 760 + män 252 = 1 012.",
        ),
        (
            "table_sexes",
            "Tabellen, rad Totalt, kolumn Sjukfrånvaro, %: totalt 8,95, men kvinnor 8,79 och män 4,09.",
        ),
        ("table_sexes", "Tabellen, rad Totalt, kolumn Annat: totalt 9, men kvinnor 5 + män 3 = 8."),
    ]


def test_women_and_men_as_columns_under_their_own_group():
    heads = [("rubrik", "", *["2021"] * 3, *["2022"] * 3), ("rubrik", "", *("Kvinnor", "Män", "Totalt") * 2)]
    table = a_table(*heads, ("rad", "Antal anställda", "7", "3", "10", "8", "3", "12"))
    assert [finding.where for finding in found(table)] == ["Tabellen, rad Antal anställda, kolumn 6 (Totalt)"]


def test_a_sum_row_is_left_to_the_check_of_sums():
    table = a_table(("rubrik", "", "Antal"), ("rad", "Kvinnor", "7"), ("rad", "Män", "3"), ("summa", "Totalt", "11"))
    assert messages(table) == []


def test_real_tables_are_not_told_of():
    assert found(data_tables.OPERATIONS_BY_PROCESS_2022, data_tables.SICK_LEAVE_2022, data_tables.STAFF_2020) == []
