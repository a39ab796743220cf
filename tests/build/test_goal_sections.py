"""Overview, five-column table, matrices: goals side by side."""

from reports.build.document import RowRole
from tests.build.sections import block_of, document_of, headings, words
from tests.reports.facts import (
    a_figure,
    a_goal_fact,
    a_section_fact,
    a_target_fact,
    an_answer,
    an_area_fact,
    an_indicator_fact,
)

TREE = (
    an_area_fact(1, label="Fokusområde"),
    a_goal_fact(2, parent_id=1, is_judged_by_committee=True),
    an_area_fact(3),
    a_goal_fact(4, parent_id=3, unit_ids=(2,)),
)


def test_the_overview_has_areas_labels_and_the_committees_own_status_with_its_trend():
    answers = (
        an_answer(2, None, "partly_achieved", trend="down"),
        an_answer(2, 1),
        an_answer(4, 2, "", status_words="Ej mätt"),
    )
    block = block_of("goal_overview", goals=TREE, assessments=answers)
    assert [(goal.name, goal.depth, goal.is_area, goal.label) for goal in block.goals] == [
        ("Område 1", 0, True, "Fokusområde"), ("Mål 2", 1, False, "Mål"),
        ("Område 3", 0, True, "Mål"), ("Mål 4", 1, False, "Mål"),
    ]  # fmt: skip
    assert (block.goals[1].status.mark, block.goals[1].trend.word) == ("partly_achieved", "nedåt")
    assert [(result.unit, result.status and result.status.word) for result in block.goals[1].results] == [
        ("AFI", "Målet är uppnått"), ("IFO", None),
    ]  # fmt: skip
    units, own = block.summaries
    assert [(count.status.word, count.count) for count in units.counts] == [
        ("Målet är uppnått", 1), ("Målet är delvis uppnått", 0), ("Målet är inte uppnått", 0),
        ("Kan ej bedömas", 0), ("Ej mätt", 1),
    ]  # fmt: skip
    assert (units.without, own.counts[1].count, own.without) == (1, 1, 0)


def test_the_overview_counts_only_the_goals_that_it_shows():
    block = block_of("goal_overview", options={"mål": "3"}, goals=TREE, assessments=(an_answer(2, 1), an_answer(4, 2)))
    assert [summary.counts[0].count for summary in block.summaries] == [1]


def test_where_only_the_committee_judges_its_missing_judgements_are_counted():
    goals = (a_goal_fact(1, unit_ids=(), is_judged_by_committee=True),)
    (summary,) = block_of("goal_overview", goals=goals).summaries
    assert (summary.label, summary.without) == ("Nämndens egna bedömningar", 1)


def test_the_five_columns_leave_out_areas_that_nobody_judges_or_measures():
    assert [row.name for row in block_of("goal_table", goals=TREE, indicators=()).rows] == ["Mål 2", "Mål 4"]
    measured = (an_indicator_fact(1, goal_id=3),)
    assert [row.name for row in block_of("goal_table", goals=TREE, indicators=measured).rows] == [
        "Mål 2",
        "Område 3",
        "Mål 4",
    ]
    assert [row.name for row in block_of("goal_table", options={"nivåer": "Område"}, goals=TREE).rows] == [
        "Område 1",
        "Område 3",
    ]


RESPONSIBLE = a_goal_fact(1, responsible=("Socialchef",))


def five_headings(*goals, **options):
    return block_of("goal_table", options=options, goals=goals or (RESPONSIBLE,)).headings


def test_the_five_columns_have_other_headings_where_they_are_named():
    assert five_headings(rubriker=",,Indikator") == (
        "Nr", "Mål", "Indikator", "Resultat", "Ansvarig för mätning",
    )  # fmt: skip


def test_of_the_five_columns_one_that_nothing_stands_in_is_left_out_unless_it_is_named():
    bare = a_goal_fact(1, number="", unit_ids=())
    assert five_headings(bare) == ("", "Mål", "Indikator/mätning", "", "")
    assert five_headings(bare, rubriker="Nummer,,,,Ansvar") == ("Nummer", "Mål", "Indikator/mätning", "", "Ansvar")


def test_of_the_five_columns_those_are_left_out_whose_part_is_not_picked():
    assert five_headings(visa="indikatorer") == ("Nr", "Mål", "Indikator/mätning", "", "")
    assert five_headings(visa="kommentarer,ansvarig", rubriker=",,Indikator") == (
        "Nr", "Mål", "", "", "Ansvarig för mätning",
    )  # fmt: skip


def test_the_five_columns_say_which_parts_of_a_result_are_shown():
    found = block_of("goal_table", options={"visa": "kommentarer"}, assessments=(an_answer(1, 1),))
    assert (found.shows_status, found.shows_comments) == (False, True)


def test_a_figure_that_has_only_begun_gives_way_to_one_that_had_ended():
    figures = (a_figure(1, "2016", 80), a_figure(1, "2017", 85))
    (line,) = block_of("goal_table", measurements=figures).rows[0].indicators
    assert line.figures == ("2016: 80\u00a0%",)


def test_goals_described_in_two_sections_have_different_anchors_and_the_overview_leads_to_the_first():
    sections = [a_section_fact(kind) for kind in ("goal_overview", "goal_table", "goal_follow_up", "assessment_matrix")]
    overview, table, follow_up, matrix = (section.block for section in document_of(*sections).sections)
    assert [goal.anchor for goal in overview.goals] == [row.anchor for row in table.rows] == ["mal-1", "mal-2"]
    assert [part.anchor for part in follow_up.parts] == ["mal-1-2", "mal-1-indikatorer", "mal-2-2"]
    assert [row.anchor for row in matrix.body] == ["bedomningsmatris-mal-1", "bedomningsmatris-mal-2"]


def test_keys_that_are_alike_as_addresses_have_anchors_apart():
    goals = (a_goal_fact(1, key="Å 1"), a_goal_fact(2, key="a-1"))
    assert [row.anchor for row in block_of("goal_table", goals=goals).rows] == ["mal-a-1", "mal-a-1-2"]


def test_the_assessment_matrix_tells_who_judged_who_has_not_and_who_was_not_asked():
    answers = (an_answer(2, None, "partly_achieved"), an_answer(2, 1), an_answer(4, 2, "not_achieved"))
    found = block_of("assessment_matrix", goals=TREE, assessments=answers)
    assert headings(found) == ["Mål", "Socialnämnden", "AFI", "IFO"]
    assert words(found) == [
        ["Område 1"],
        ["2 Mål 2", "Målet är delvis uppnått", "Målet är uppnått", "Ej bedömd"],
        ["Område 3"],
        ["4 Mål 4", "–", "–", "Målet är inte uppnått"],
    ]
    assert [row.role for row in found.body] == [RowRole.GROUP, RowRole.ROW, RowRole.GROUP, RowRole.ROW]


def test_the_assessment_matrix_has_no_column_for_a_committee_that_does_not_judge_and_only_picked_units():
    assert headings(block_of("assessment_matrix", options={"enheter": "IFO"})) == ["Mål", "IFO"]


def test_the_assessment_matrix_shows_the_statuses_whatever_parts_are_picked():
    found = block_of("assessment_matrix", options={"visa": "ansvarig"}, assessments=(an_answer(1, 1),))
    assert words(found)[0] == ["1 Mål 1", "Målet är uppnått", "Ej bedömd"]


def test_the_units_of_an_overview_stand_in_the_committees_order():
    goals = (a_goal_fact(1, unit_ids=(2,)), a_goal_fact(2, unit_ids=(2, 1)))
    assert block_of("goal_overview", goals=goals).units == ("AFI", "IFO")


def test_an_overview_without_statuses_says_nothing_of_who_has_judged():
    found = block_of("goal_overview", options={"visa": "ansvarig"}, goals=TREE, assessments=(an_answer(2, 1),))
    assert found.summaries == ()
    assert [(goal.status, goal.results) for goal in found.goals] == [(None, ())] * 4


YEARS = (
    an_area_fact(1, name="Attraktivitet"),
    an_area_fact(2, parent_id=1, name="Heltidsprojekt"),
    a_goal_fact(3, parent_id=2, number="", year=2018, name="En modell finns"),
    a_goal_fact(4, parent_id=2, number="", year=2019, name="Andelen har ökat"),
    a_goal_fact(5, parent_id=2, number="", year=2019, name="Alla erbjuds heltid"),
    a_goal_fact(6, parent_id=1, number="", year=2019, name="Sjuktalet har minskat"),
    a_goal_fact(7, parent_id=1, number="", name="Fler praktikplatser"),
)


def matrix(options=None, **facts):
    return block_of("goal_matrix", options=options, **{"goals": YEARS, "plan_from": 2018, "plan_through": 2019} | facts)


def test_goals_of_a_year_stand_under_their_year_beside_area_and_goal():
    found = matrix()
    assert headings(found) == ["Målområde", "Mål", "2018", "2019"]
    assert words(found) == [
        ["Attraktivitet", "Heltidsprojekt", "En modell finns", "Andelen har ökat | Alla erbjuds heltid"],
        ["", "", "Sjuktalet har minskat"],
    ]
    assert found.body[0].cells[0].rows == 2


def test_targets_follow_the_goal_of_their_year_and_goals_of_no_year_have_a_row_of_targets():
    targets = (
        a_target_fact(None, 2019, 10, goal_id=4, measured_against="change_percent"),
        a_target_fact(None, 2018, 40, goal_id=7),
        a_target_fact(None, 2019, 45, goal_id=7),
        a_target_fact(None, 2019, 50, goal_id=7, unit_id=1, sex="women"),
    )
    assert words(matrix(targets=targets)) == [
        [
            "Attraktivitet", "Heltidsprojekt", "En modell finns",
            "Andelen har ökat | Målvärde: +10\u00a0% mot föregående år | Alla erbjuds heltid",
        ],
        ["", "", "Sjuktalet har minskat"],
        ["Fler praktikplatser", "40", "45 | AFI, kvinnor: 50"],
    ]  # fmt: skip


def test_a_picked_goal_of_a_year_keeps_area_and_goal_beside_it():
    found = matrix({"mål": "4", "perioder": "2019"})
    assert headings(found) == ["Målområde", "Mål", "2019"]
    assert words(found) == [["Attraktivitet", "Heltidsprojekt", "Andelen har ökat"]]


def test_in_a_report_without_a_round_nobody_owes_an_answer():
    facts = {"goals": TREE, "has_round": False}
    assert [row.results for row in block_of("goal_table", **facts, indicators=()).rows] == [(), ()]
    assert block_of("goal_overview", **facts).summaries == ()


def test_statuses_are_counted_above_a_report_that_shows_judgements_and_no_other():
    assert len(document_of(a_section_fact("goal_follow_up"), assessments=(an_answer(1, 1),)).summaries) == 1
    assert document_of(a_section_fact("indicator_table"), assessments=(an_answer(1, 1),)).summaries == ()


def test_sections_without_a_title_are_named_by_what_they_show():
    document = document_of(
        a_section_fact("data_table"), a_section_fact("data_table"), a_section_fact("text", "Prognos")
    )
    assert [section.anchor for section in document.sections] == [
        "avsnitt-tabell",
        "avsnitt-tabell-2",
        "avsnitt-prognos",
    ]
