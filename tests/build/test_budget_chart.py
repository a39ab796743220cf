"""The form `budget` of a table's chart: which columns are compared, and what the deviation is in words."""

import pytest

from reports.build.document import ChartShape
from tests.build.data_tables import a_table
from tests.build.test_chart_block import drawn, plain, table_block


def budget_block(*rows, headings=("Bokslut 2020", "Budget 2020", "Avvikelse"), **options):
    return table_block(a_table(("rubrik", "Drift", *headings), *rows), form="budget", **options)


def test_a_budget_chart_finds_its_columns_by_what_they_are_called():
    chart = budget_block(("rad", "A", "110", "100", "-10"), ("rad", "B", "90", "100", "10"))
    assert chart.shape == ChartShape.BUDGET
    assert [each.role for each in chart.series] == ["budget", "outcome", "deviation"]
    assert list(drawn(chart)) == ["Budget 2020", "Bokslut 2020", "Avvikelse"]
    assert [point.words for point in chart.series[2].points] == [
        "10 över budget (10,0\u00a0%)",
        "10 under budget (10,0\u00a0%)",
    ]
    assert len(chart.table.head) == 1


def test_of_two_columns_without_a_budget_by_name_the_first_is_the_budget():
    chart = budget_block(("rad", "A", "100", "110", ""), headings=("Ram", "Blev", ""), columns=(1, 2))
    assert list(drawn(chart)) == ["Ram", "Blev", "Avvikelse"]


@pytest.mark.parametrize(
    ("headings", "compared"),
    [
        (("Bokslut 2019", "Budget 2020", "Bokslut 2020"), ("Budget 2020", "Bokslut 2020")),
        (("Budget 2020", "Utfall 2020", "Prognos 2020"), ("Budget 2020", "Utfall 2020")),
        (("Utfall jan–aug", "Budget helår", "Prognos helår"), ("Budget helår", "Prognos helår")),
        (("Utfall 2021", "Budget 2022", "Prognos 2022"), ("Budget 2022", "Prognos 2022")),
        (("Budget 2022", "Utfall aug 2022", ""), ("Budget 2022", "Utfall aug 2022")),
        (("Ursprunglig budget", "Tilläggsbudget", "Utfall"), None),
        (("Budget 2022", "Bokslut 2021", ""), None),
        (("Budget", "Budget", "Utfall"), None),
    ],
)
def test_what_is_not_of_the_same_time_is_not_compared(headings, compared):
    chart = budget_block(("rad", "A", "110", "100", "90"), headings=headings)
    assert (chart and tuple(drawn(chart))[:2]) == compared


def test_nothing_is_drawn_where_the_columns_do_not_tell_which_is_the_budget():
    assert budget_block(("rad", "A", "1", "2", "3"), headings=("X", "Y", "Z")) is None
    assert budget_block(("rad", "A", "1", "ja", "3"), headings=("Budget", "Utfall", "Avvikelse")) is None


def test_the_whole_is_told_and_not_drawn():
    chart = budget_block(
        ("rad", "A", "110", "100", ""), ("rad", "B", "80", "100", ""), ("summa", "Summa", "190", "200", "")
    )
    assert chart.categories == ("A", "B")
    assert plain(chart.summary) == (
        "Summa: 10 under budget (5,0 %). Mest över: A, 10 över budget (10,0 %). "
        "Mest under: B, 20 under budget (20,0 %)."
    )


@pytest.mark.parametrize(
    ("outcome", "budget", "words"),
    [
        ("-110", "-100", "10 över budget (10,0 %)"),
        ("5", "-5", "10 över budget (200,0 %)"),
        ("1.5", "1.5", "enligt budget"),
        ("", "7", "inget utfall"),
        ("7", "", "ingen budget"),
        ("7", "0", "7 över budget"),
        ("-500", "0", "500 under budget"),
    ],
)
def test_a_deviation_is_told_whatever_the_sign_costs_are_written_with(outcome, budget, words):
    chart = budget_block(("rad", "A", outcome, budget, ""), ("rad", "B", "1", "1", ""))
    assert plain(chart.series[2].points[0].words).replace(",0 över", " över") == words


def test_more_than_nothing_is_above_where_all_costs_are_written_with_a_minus():
    chart = budget_block(("rad", "A", "-500", "0", ""), ("rad", "B", "-1", "-1", ""))
    assert chart.series[2].points[0].words == "500 över budget"


def test_a_deviation_is_told_in_words_alone_since_tables_count_it_either_way():
    (point,) = budget_block(("rad", "A", "110", "100", "-10")).series[2].points
    assert (point.value, plain(point.words)) == (None, "10 över budget (10,0 %)")


def test_a_budget_chart_whose_rows_lack_a_figure_says_so():
    chart = budget_block(("rad", "A", "1", "", ""), ("rad", "B", "", "1", ""))
    assert chart.summary == "Ingen rad har både budget och utfall."
    assert budget_block(("rad", "A", "1", "1", "")).summary == "Alla rader är enligt budget."
