"""The section `diagram`: what is drawn, what is said, and the figures behind."""

from decimal import Decimal

import pytest

from reports.build.blocks.chart import chart_block
from reports.build.document import ChartShape
from reports.build.facts import IndicatorFact, TargetFact
from reports.build.notes import Notes
from reports.build.options import SectionOptions
from tests.build import data_tables
from tests.build.data_tables import a_table
from tests.reports.facts import a_figure, some_facts

SICK_LEAVE = IndicatorFact(1, None, "", "Total sjukfrånvaro", "%", 1, key="sjuk")
PLANS = IndicatorFact(2, None, "", "Antal planer", "", None, key="planer")


def a_target(year, value, **overrides):
    values = {
        "indicator_id": 1,
        "goal_id": None,
        "year": year,
        "unit_id": None,
        "sex": "total",
        "submeasure": "",
        "value": None if value is None else Decimal(value),
        "value_high": None,
        "words": "",
        "measured_against": "value",
    }
    return TargetFact(**values | overrides)


def figures(values, indicator=1, **overrides):
    return tuple(
        a_figure(indicator, period, None if value is None else Decimal(value), **overrides)
        for period, value in values.items()
    )


YEARS = {"2018": "6.1", "2019": "6.7", "2020": "6.4"}
WOMEN_AND_MEN = (
    *figures({"2018": "2.7", "2020": "5.2"}, sex="men"),
    *figures({"2018": "6.5", "2020": "6.6"}, sex="women"),
    *figures(YEARS),
)


def block(measurements=(), targets=(), *, known=(SICK_LEAVE, PLANS), tables=(), notes=None, **options):
    facts = some_facts(
        indicators=known, measurements=tuple(measurements), targets=tuple(targets), tables=tables, as_of=None
    )
    return chart_block(facts, SectionOptions(**{"indicators": ("sjuk",)} | options), notes or Notes())


def table_block(table, **options):
    return block(tables=(table,), indicators=(), table=table.key, **options)


def drawn(chart):
    return {series.name: [point.value for point in series.points] for series in chart.series}


def rows(table):
    return [[cell.text for cell in row.cells] for row in (*table.head, *table.body)]


def plain(text):
    return text.replace("\xa0", " ")


def test_an_indicator_is_drawn_over_its_periods():
    chart = block(figures(YEARS))
    assert (chart.shape, chart.title, chart.unit) == (ChartShape.LINE, "Total sjukfrånvaro", "%")
    assert chart.categories == ("2018", "2019", "2020")
    assert drawn(chart) == {"Utfall": [Decimal("6.1"), Decimal("6.7"), Decimal("6.4")]}


def test_total_women_and_men_are_series_with_gaps_where_there_is_nothing():
    chart = block(WOMEN_AND_MEN)
    assert list(drawn(chart)) == ["Totalt", "Kvinnor", "Män"]
    assert [series.role for series in chart.series] == ["total", "women", "men"]
    assert drawn(chart)["Män"] == [Decimal("2.7"), None, Decimal("5.2")]


def test_targets_are_a_series_of_their_own():
    chart = block(figures(YEARS), [a_target(2019, "5.5"), a_target(2020, "5.2"), a_target(2021, "5")])
    assert drawn(chart)["Målvärde"] == [None, Decimal("5.5"), Decimal("5.2")]
    assert chart.series[-1].role == "target"


def test_a_range_is_drawn_as_its_two_ends():
    chart = block(figures(YEARS), [a_target(2020, "5", value_high=Decimal(6))])
    assert [name for name in drawn(chart) if name.startswith("Mål")] == ["Målvärde", "Målvärde, högst"]


def test_a_target_in_words_or_against_the_year_before_stands_in_the_table_alone():
    targets = [a_target(2019, None, words="Halveras"), a_target(2020, "-10", measured_against="change_percent")]
    chart = block(figures(YEARS), targets)
    assert list(drawn(chart)) == ["Utfall"]
    assert [row[-1] for row in rows(chart.table)][:3] == ["Målvärde", "", "Halveras"]
    assert "föregående år" in rows(chart.table)[3][-1]


def test_the_figures_behind_are_a_table_with_a_row_a_period():
    chart = block(WOMEN_AND_MEN, [a_target(2020, "5.2")])
    assert [[plain(text) for text in row] for row in rows(chart.table)] == [
        ["Period", "Totalt", "Målvärde", "Kvinnor", "Män"],
        ["2018", "6,1 %", "", "6,5 %", "2,7 %"],
        ["2019", "6,7 %", "", "", ""],
        ["2020", "6,4 %", "5,2 %", "6,6 %", "5,2 %"],
    ]
    assert sum(column.width for column in chart.table.columns) == 100


def test_words_and_missing_figures_are_gaps_that_the_table_explains():
    measurements = [
        *figures({"2018": "1"}),
        a_figure(1, "2019", None, words="Under utveckling"),
        a_figure(1, "2020", None, missing_reason="not_yet"),
    ]
    chart = block(measurements)
    assert drawn(chart)["Utfall"] == [1, None, None]
    assert [row[1] for row in rows(chart.table)[2:]] == ["Under utveckling", "ej mätt ännu"]


def test_sources_and_remarks_are_notes_in_the_table():
    notes = Notes()
    indicator = IndicatorFact(1, None, "", "Sjukfrånvaro", "%", 1, key="sjuk", source="Personalsystemet")
    chart = block([a_figure(1, "2018", Decimal(1), remark="Skattat")], known=(indicator,), notes=notes)
    assert [note.text for note in notes.in_order()] == ["Källa: Personalsystemet", "Skattat"]
    assert chart.table.head[0].cells[1].notes == (1,)
    assert chart.table.body[0].cells[1].notes == (2,)


def test_units_are_drawn_where_they_are_named_or_nothing_else_is():
    whole, unit, other = figures(YEARS), figures(YEARS, unit_id=1), figures(YEARS, unit_id=2)
    assert list(drawn(block([*unit, *whole]))) == ["Utfall"]
    assert list(drawn(block([*other, *unit, *whole], units=("AFI",)))) == ["Utfall", "AFI"]
    assert list(drawn(block([*other, *unit]))) == ["AFI", "IFO"]


def test_several_indicators_are_named_and_come_as_the_section_names_them():
    chart = block([*figures(YEARS), *figures({"2020": "2"}, indicator=2)], indicators=("planer", "sjuk", "okänd"))
    assert list(drawn(chart)) == ["Antal planer", "Total sjukfrånvaro"]
    assert (chart.title, chart.unit) == ("Antal planer och Total sjukfrånvaro", "")


def test_periods_are_those_that_the_section_names():
    assert block(figures(YEARS), periods=("2020", "2018")).categories == ("2018", "2020")


def test_nothing_is_drawn_of_nothing():
    assert block() is None
    assert block(figures(YEARS), indicators=("okänd",)) is None
    assert table_block(a_table(("rad", "A", "ord"))) is None
    assert block(table="okänd") is None


@pytest.mark.parametrize(
    ("values", "summary"),
    [
        (YEARS, "Utfall: från 6,1 % (2018) till 6,4 % (2020), upp 0,3 procentenheter; högst 6,7 % (2019)."),
        (
            {"2018": "3", "2019": "1", "2020": "2"},
            "Utfall: från 3,0 % (2018) till 2,0 % (2020), ned 1,0 procentenheter; lägst 1,0 % (2019).",
        ),
        ({"2018": "3", "2019": "3"}, "Utfall: 3,0 % (2018) och 3,0 % (2019), oförändrat."),
        ({"2018": "3", "2019": None}, "Utfall: 3,0 % (2018)."),
    ],
)
def test_the_summary_says_how_it_went(values, summary):
    measurements = [
        a_figure(1, period, value and Decimal(value), words="" if value else "IU") for period, value in values.items()
    ]
    assert plain(block(measurements).summary) == summary


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("5.2", "2020: 1,2 procentenheter över målvärdet 5,2 %."),
        ("7", "2020: 0,6 procentenheter under målvärdet 7,0 %."),
        ("6.4", "2020: på målvärdet 6,4 %."),
    ],
)
def test_the_summary_sets_the_last_figure_against_its_target(target, words):
    assert plain(block(figures(YEARS), [a_target(2020, target)]).summary).endswith(words)


def test_the_summary_says_when_there_are_no_figures_at_all():
    assert block([a_figure(1, "2018", None, words="IU")]).summary == "Utfall: inga siffror."


def test_the_summary_leaves_more_than_four_series_to_the_table():
    measurements = [item for name in "ABCDEF" for item in figures(YEARS, submeasure=name)]
    assert block(measurements).summary.endswith("2 serier till står i tabellen.")


def test_amounts_without_decimals_are_as_given():
    chart = block(figures({"2018": "1", "2019": "3.50"}, indicator=2), indicators=("planer",))
    assert chart.summary == "Utfall: från 1 (2018) till 3,5 (2019), upp 2,5."


def test_a_table_is_drawn_with_its_ordinary_rows():
    chart = table_block(data_tables.OPERATIONS_BY_PROCESS_2022, columns=(1, 2))
    assert chart.shape == ChartShape.BAR
    assert list(drawn(chart)) == ["Budget", "Prognos"]
    assert len(chart.categories) == 12
    assert "VUXEN" not in chart.categories
    assert plain(chart.series[0].points[0].words) == "13 569"
    assert len(chart.table.body) == 19


def test_rows_of_other_kinds_are_drawn_where_there_are_no_ordinary_ones():
    assert table_block(a_table(("total", "A", "1"), ("summa", "B", "2"))).categories == ("A", "B")


def test_columns_of_words_are_not_drawn_and_columns_without_a_name_are_numbered():
    chart = table_block(a_table(("rad", "A", "ja", "1"), ("rad", "B", "nej", "2")))
    assert list(drawn(chart)) == ["Kolumn 2"]


def test_columns_are_told_apart_by_their_groups_or_by_the_sections_own_words():
    chart = table_block(data_tables.STAFF_2022, columns=(1, 3))
    assert list(drawn(chart)) == ["2021, Antal personer", "2022, Antal personer"]
    chart = table_block(data_tables.STAFF_2022, columns=(1, 3), headings=("", "Förra året", "I år"))
    assert list(drawn(chart)) == ["Förra året", "I år"]


def test_the_summary_of_a_table_names_the_highest_and_the_lowest():
    summary = table_block(data_tables.OPERATIONS_AUGUST_2022, columns=(1,)).summary
    assert plain(summary) == "Budget aug 2022: högst 637 522 (Personalkostnader), lägst 1 760 (Kapitalkostnader)."
