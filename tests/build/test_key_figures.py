"""Key figures and volumes by goal area: how often reported, baseline, periods."""

from tests.build.sections import block_of, headings, words
from tests.reports.facts import a_figure, a_goal_fact, a_target_fact, an_area_fact, an_indicator_fact

GOALS = (an_area_fact(1, name="Attraktivitet"), a_goal_fact(2, parent_id=1), an_area_fact(3, name="Integration"))
INDICATORS = (
    an_indicator_fact(1, goal_id=1, kind="key_figure", name="Andel heltider", frequency="quarter"),
    an_indicator_fact(2, goal_id=2, kind="key_figure", name="Sjukfrånvaro korttid", frequency="month"),
    an_indicator_fact(3, goal_id=2),
    an_indicator_fact(4, goal_id=3, kind="key_figure", name="Andel nyanlända"),
    an_indicator_fact(5, goal_id=None, kind="volume", name="Antal ärenden LSS"),
)


def table(options=None, **facts):
    values = {"goals": GOALS, "indicators": INDICATORS, "plan_from": 2018, "plan_through": 2019, "as_of": None}
    return block_of("key_figures", options=options, **values | facts)


def test_by_topmost_goal_with_how_often_and_the_baseline_named_though_empty():
    found = table({"typ": "nyckeltal", "rubriker": "Målområde,Nyckeltal,Redovisas,Nuläge 2017"})
    assert headings(found) == ["Målområde", "Nyckeltal", "Redovisas", "Nuläge 2017"]
    assert words(found) == [
        ["Attraktivitet", "Andel heltider", "Kvartal", ""],
        ["Sjukfrånvaro korttid", "Månad", ""],
        ["Integration", "Andel nyanlända", "", ""],
    ]


def test_the_baseline_is_the_outcome_of_the_year_before_the_plan_and_other_periods_follow():
    figures = (a_figure(1, "2017", 40), a_figure(1, "2018K1", 42), a_figure(2, "2016", 3))
    found = table({"mål": "1"}, measurements=figures, targets=(a_target_fact(1, 2018, 45),))
    assert headings(found) == [
        "Målområde",
        "Nyckeltal",
        "Redovisas",
        "Nuläge 2017",
        "2016",
        "Kvartal 1 2018",
        "Målvärde",
    ]
    assert words(found)[0] == ["Attraktivitet", "Andel heltider", "Kvartal", "40", "", "42", "45"]


def test_volumes_under_no_goal_with_two_years_have_neither_area_nor_frequency():
    figures = (a_figure(5, "2019", 1440), a_figure(5, "2020", 1414))
    options = {
        "typ": "volymmått",
        "perioder": "2020,2019",
        "rubriker": ",Basuppdrag (volymmått),,Bokslut 2020,Bokslut 2019",
    }
    found = table(options, measurements=figures)
    assert headings(found) == ["Basuppdrag (volymmått)", "Bokslut 2020", "Bokslut 2019"]
    assert words(found) == [["Antal ärenden LSS", "1\u00a0414", "1\u00a0440"]]


def test_indicators_of_the_goals_are_left_out_unless_asked_for():
    assert "Indikator 3" not in str(words(table()))
    assert words(table({"typ": "indikator"})) == [["Attraktivitet", "Indikator 3"]]


def test_women_and_men_have_rows_below():
    figures = (a_figure(2, "2018", 3, sex="men"), a_figure(2, "2018", 4))
    assert words(table({"mål": "2"}, measurements=figures)) == [
        ["Attraktivitet", "Sjukfrånvaro korttid", "Månad", "4"], ["Män", "", "3"],
    ]  # fmt: skip
