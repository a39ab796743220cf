"""The table of indicators: goal, indicator, a column a period, target; women, men, units and submeasures below."""

from datetime import date

from reports.build.document import RowRole
from tests.build.sections import block_of, headings, words
from tests.reports.facts import a_figure, a_goal_fact, a_target_fact, an_answer, an_area_fact, an_indicator_fact

GOALS = (an_area_fact(1), a_goal_fact(2, parent_id=1), a_goal_fact(3, parent_id=1, number=""))
INDICATORS = (
    an_indicator_fact(1, goal_id=2, number="1.1", name="Sjukfrånvaro"),
    an_indicator_fact(2, goal_id=2, unit_of_measure="%", decimals=0),
    an_indicator_fact(3, goal_id=3),
    an_indicator_fact(4, goal_id=None, kind="volume"),
)
FIGURES = (
    a_figure(1, "2018", 6.1),
    a_figure(1, "2019", 6.7),
    a_figure(1, "2018", 2.7, sex="men"),
    a_figure(1, "2018", 6.5, sex="women"),
    a_figure(2, "2019", 58),
    a_figure(2, "2019", 70, unit_id=1),
    a_figure(2, "2019", 71, unit_id=1, sex="women"),
    a_figure(2, "2019", 85, submeasure="Öppenvård"),
    a_figure(2, "2019", 44, submeasure="HVB vuxna"),
    a_figure(3, "2019", None, words="Etablerat i två stadsdelar"),
)


def table(options=None, **facts):
    values = {"goals": GOALS, "indicators": INDICATORS, "measurements": FIGURES, "as_of": date(2020, 12, 31)}
    return block_of("indicator_table", "Nämndindikatorer", options, **values | facts)


def test_every_series_has_its_row_under_the_indicator():
    targets = (a_target_fact(1, 2020, 5.2), a_target_fact(2, 2019, None, words="95 % inom 120 dgr"))
    found = table({"mål": "1"}, targets=targets)
    assert headings(found) == ["Mål", "Indikator", "2018", "2019", "Målvärde"]
    assert words(found) == [
        ["2 Mål 2", "1.1 Sjukfrånvaro", "6,1", "6,7", "5,2"],
        ["Kvinnor", "6,5", "", ""],
        ["Män", "2,7", "", ""],
        ["Indikator 2", "", "58\u00a0%", "95 % inom 120 dgr"],
        ["AFI", "", "70\u00a0%", ""],
        ["AFI, kvinnor", "", "71\u00a0%", ""],
        ["Öppenvård", "", "85\u00a0%", ""],
        ["HVB vuxna", "", "44\u00a0%", ""],
        ["Mål 3", "Indikator 3", "", "Etablerat i två stadsdelar", ""],
    ]
    assert [row.role for row in found.body[:4]] == [RowRole.ROW, RowRole.PART, RowRole.PART, RowRole.ROW]
    assert (found.body[0].cells[0].rows, found.caption) == (8, "Nämndindikatorer")


def test_an_indicator_with_figures_for_women_only_has_its_name_above_them():
    facts = {"indicators": INDICATORS[:1], "measurements": (a_figure(1, "2018", 0.95, sex="women"),)}
    assert words(table({"mål": "1"}, **facts)) == [["2 Mål 2", "1.1 Sjukfrånvaro", ""], ["Kvinnor", "0,95"]]


def test_the_plans_own_indicators_come_last_where_no_goals_are_picked():
    assert words(table())[-1] == ["", "Indikator 4", "", ""]
    assert "Indikator 4" not in str(words(table({"nivåer": "Mål"})))


def test_an_indicators_unit_of_measure_stands_after_its_name():
    indicators = (
        an_indicator_fact(1, goal_id=1, unit_of_measure="mnkr"),
        an_indicator_fact(2, goal_id=1, unit_of_measure="antal"),
        an_indicator_fact(3, goal_id=1, unit_of_measure="dagar", name="Väntetid i dagar"),
    )
    names = [
        row[1 if place == 0 else 0] for place, row in enumerate(words(table(indicators=indicators, measurements=())))
    ]
    assert names == ["Indikator 1 (mnkr)", "Indikator 2", "Väntetid i dagar"]


def test_periods_stand_as_they_end_and_of_those_that_end_together_the_shorter_first():
    codes = ("2019-01..2019-08", "2019T1", "2018", "2019T2", "2019-08", "2019")
    figures = tuple(a_figure(1, code, 1) for code in codes)
    assert headings(table(measurements=figures))[2:] == [
        "2018", "Tertial 1 2019", "Augusti 2019", "Tertial 2 2019", "Januari–augusti 2019", "2019",
    ]  # fmt: skip


def test_indicators_are_picked_by_kind_and_id():
    assert words(table({"typ": "volymmått"})) == [["Indikator 4"]]
    assert words(table({"indikatorer": "i3", "perioder": "2019"})) == [
        ["Mål 3", "Indikator 3", "Etablerat i två stadsdelar"],
    ]


def test_named_periods_are_the_columns_in_the_order_given_and_empty_ones_are_left_out():
    found = table({"indikatorer": "i1", "perioder": "2019,2017,2018"})
    assert headings(found) == ["Mål", "Indikator", "2019", "2018"]
    found = table({"indikatorer": "i1", "perioder": "2019,2017,2018", "rubriker": ",Mått,Bokslut 2019,Bokslut 2017"})
    assert headings(found) == ["Mål", "Mått", "Bokslut 2019", "Bokslut 2017", "2018"]


def test_periods_shorter_than_a_year_have_their_words():
    figures = (a_figure(1, "2019T2", 1), a_figure(1, "2019-01..2019-08", 2), a_figure(1, "2019K1", 3))
    assert headings(table(measurements=figures))[2:] == ["Kvartal 1 2019", "Tertial 2 2019", "Januari–augusti 2019"]


def test_units_that_are_picked_leave_out_the_others_figures():
    figures = (a_figure(1, "2019", 1), a_figure(1, "2019", 2, unit_id=1), a_figure(1, "2019", 3, unit_id=2))
    found = table({"enheter": "IFO"}, indicators=INDICATORS[:1], measurements=figures)
    assert words(found) == [["2 Mål 2", "1.1 Sjukfrånvaro", "1"], ["IFO", "3"]]


def test_the_indicators_comments_stand_below_with_whose_and_about_what_when_asked_for_and_the_goals_do_not():
    answers = (
        an_answer(2, None, comment="<p>Frånvaron minskar.</p>"),
        an_answer(None, 1, indicator_id=1, comment="", cause="<p>Ont om folk.</p>"),
        an_answer(3, 2, comment=""),
    )
    assert len(words(table({"mål": "1"}, assessments=answers))) == 9
    found = table({"mål": "1", "visa": "kommentarer"}, assessments=answers)
    assert words(found)[9:] == [["Sjukfrånvaro (AFI) | Orsak: <p>Ont om folk.</p>"]]
    assert [(row.role, row.cells[0].columns) for row in found.body[9:]] == [(RowRole.COMMENT, 4)]


def test_a_comment_tells_its_reference_and_its_status_where_that_is_asked_for_too():
    answers = (an_answer(None, None, indicator_id=1, ref="1-2"),)
    plain = table({"mål": "1", "visa": "kommentarer"}, assessments=answers)
    judged = table({"mål": "1", "visa": "kommentarer,bedömning"}, assessments=answers)
    assert words(plain)[9:] == [["1-2 Sjukfrånvaro | <p>Kommentar.</p>"]]
    assert words(judged)[9:] == [["1-2 Sjukfrånvaro | <p>Kommentar.</p> | Målet är uppnått"]]


def test_rows_have_anchors_of_their_own():
    anchors = [row.anchor for row in table().body if row.anchor]
    assert len(set(anchors)) == len(table().body)
    wanted = {f"indikatortabell-indikator-i{number}" for number in (1, 2, 3, 4)}
    assert wanted | {"indikatortabell-indikator-i1-kvinnor", "indikatortabell-indikator-i2-afi"} <= set(anchors)
