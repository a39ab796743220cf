"""The follow-up of August 2017: twelve goals, three units with statuses of their own, one wide table."""

import pytest

from tests.seeds.data.social_2017 import COLUMNS, FIGURES, GOALS, NO, PARTLY, TITLE, YES
from tests.seeds.finding import bare, in_order, in_sheets, on_paper

FIXTURE = "linkoping-socialnamnden-2017"
NUMBERS = [goal[0] for goal in GOALS]


def row_of(rendition, number):
    return next(row for row in rendition.rows("Måluppföljning") if row.cells[0] == number)


def test_the_report_has_the_title_of_the_follow_up(rendition):
    assert in_order(TITLE, [rendition.page.findtext("head/title"), rendition.page.find("body").text_content()])
    assert on_paper(rendition.paper, *TITLE)


def test_the_report_in_brief_is_one_page_of_what_is_not_achieved_with_causes_and_measures(rendition):
    assert rendition.brief_pages == 1
    brief = rendition.stretch("I korthet")
    assert in_order(["1 ", "3 ", "4 ", "5 ", "12 "], [brief], within=True)
    assert "Åtgärd, ÄoF: Frågan tas upp på höstens brukarlunch." in brief
    assert "till, se avsnittet" not in brief


def test_nothing_lies_before_the_report(rendition):
    assert "Det finns ingen tidigare rapport att jämföra med." in rendition.stretch("Sedan förra rapporten")
    assert on_paper(rendition.paper, "Det finns ingen tidigare rapport att jämföra med.")


def test_the_overview_counts_by_the_three_statuses(rendition):
    assert in_order((YES, PARTLY, NO), [rendition.stretch("Målen i korthet")], within=True)


def test_the_table_has_the_five_columns(rendition):
    assert rendition.rows("Måluppföljning")[0].cells == COLUMNS
    assert on_paper(rendition.paper, *COLUMNS)


def test_the_table_has_the_twelve_goals_in_order(rendition):
    assert [row.cells[0] for row in rendition.rows("Måluppföljning")][1:] == NUMBERS


@pytest.mark.parametrize(("number", "name", "indicators", "statuses", "responsible"), GOALS, ids=NUMBERS)
def test_a_goals_row_holds_its_indicators_results_and_roles(rendition, number, name, indicators, statuses, responsible):
    _, goal, measured, results, roles = row_of(rendition, number).cells
    assert bare(name) in bare(goal)
    assert all(bare(words) in bare(measured) for words in indicators)
    assert bare("".join(responsible)) == bare(roles.replace(",", "")) or all(
        bare(role) in bare(roles) for role in responsible
    )
    for unit, status in statuses.items():
        assert bare(unit) in bare(results)
        assert bare(status) in bare(results)


@pytest.mark.parametrize(("number", "figures"), FIGURES, ids=[number for number, _ in FIGURES])
def test_the_figures_stand_in_the_goals_row(rendition, number, figures):
    row = bare(" ".join(row_of(rendition, number).cells))
    assert [figure for figure in figures if bare(figure) not in row] == []


@pytest.mark.parametrize(("number", "name", "indicators", "statuses", "responsible"), GOALS, ids=NUMBERS)
def test_goals_and_indicators_are_on_paper(rendition, number, name, indicators, statuses, responsible):
    assert on_paper(rendition.paper, name)
    assert [words for words in indicators if not on_paper(rendition.paper, words)] == []


@pytest.mark.parametrize(("number", "name", "indicators", "statuses", "responsible"), GOALS, ids=NUMBERS)
def test_the_sheet_has_each_units_status(rendition, number, name, indicators, statuses, responsible):
    found = {
        row[4]: row[6]
        for row in rendition.sheets["Måluppföljning"]
        if str(row[0]) == number and isinstance(row[4], str)
    }
    assert {unit: found.get(unit) or "" for unit in statuses} == statuses
    assert in_sheets(rendition.sheets, name)


@pytest.mark.parametrize(("number", "name", "indicators", "statuses", "responsible"), GOALS, ids=NUMBERS)
def test_a_goal_is_measured_by_its_indicators_and_no_others(rendition, number, name, indicators, statuses, responsible):
    row = next(row for row in rendition.sheets["Måluppföljning"] if str(row[0]) == number)
    found = row[3].split("\n")
    assert len(found) == len(indicators)
    assert in_order(indicators, found)
