"""The plan for 2018–2019: goals by year in chapters and in a matrix, key figures without baseline, activities."""

import pytest

from tests.seeds.data.degerfors_2018 import (
    ACTIVITIES,
    CHAPTERS,
    HEADINGS,
    KEY_FIGURES,
    MATRIX,
    TITLE,
)
from tests.seeds.data.degerfors_2018_figures import NAMED, TARGETS
from tests.seeds.finding import bare, in_order, in_sheets, on_paper

FIXTURE = "degerfors-socialnamnden-2018"
OTHER_YEAR = {2018: 2019, 2019: 2018}
FIGURES = [(area, *figure) for area, figures in KEY_FIGURES for figure in figures]
DEEDS = [(area, activity) for area, activities in ACTIVITIES for activity in activities]
SUMMARY, FIGURE_TABLE, DEED_TABLE = HEADINGS[28], HEADINGS[30], HEADINGS[31]


def by_area(rows):
    """Each row with the area it stands under: a cell that spans several rows is in the first of them."""
    area, found = "", []
    for row in rows:
        cells = list(row.cells)
        if len(cells) == max(len(each.cells) for each in rows):
            area = cells.pop(0)
        found.append((area, cells))
    return found


def test_the_plan_says_when_it_was_adopted(rendition):
    assert in_order(TITLE, [rendition.stretch(TITLE[0])], within=True)
    assert [words for words in TITLE if not on_paper(rendition.paper, words)] == []


def test_the_sections_stand_in_the_order_of_the_plan(rendition):
    assert in_order(HEADINGS, rendition.headings())


@pytest.mark.parametrize(("chapter", "goals"), CHAPTERS)
def test_a_chapter_has_the_goals_of_each_year_in_its_own_words(rendition, chapter, goals):
    rest = bare(rendition.stretch(chapter, under="Socialnämndens utvecklingsområden"))
    for year, words in goals:
        before, found, rest = rest.partition(bare(words))
        assert found
        assert before.rfind(bare(f"Mål {year}")) >= before.rfind(bare(f"Mål {OTHER_YEAR[year]}"))


@pytest.mark.parametrize(("year", "goal", "target"), TARGETS)
def test_a_goals_target_stands_at_the_goal_of_its_year(rendition, year, goal, target):
    words = bare(rendition.stretch(f"Mål {year} {goal}"))
    assert words.count(bare("Målvärde")) == 1
    assert bare(f"Målvärde {year}: {target}") in words


@pytest.mark.parametrize(("heading", "facts"), NAMED)
def test_a_chapter_in_prose_keeps_its_figures_and_names(rendition, heading, facts):
    words = bare(rendition.stretch(heading))
    assert [fact for fact in facts if bare(fact) not in words] == []


@pytest.mark.parametrize(("area", "row", "first", "second"), MATRIX)
def test_the_matrix_has_the_goals_of_each_year_side_by_side(rendition, area, row, first, second):
    found = [(above, cells) for above, cells in by_area(rendition.rows(SUMMARY)) if bare(cells[0]) == bare(row)]
    ((above, cells),) = found
    assert bare(above) == bare(area)
    assert in_order(first, [cells[1]], within=True)
    assert in_order(second, [cells[2]], within=True)


def test_the_matrix_has_no_other_rows(rendition):
    assert [bare(cells[0]) for _, cells in by_area(rendition.rows(SUMMARY))][1:] == [bare(row[1]) for row in MATRIX]


def test_the_key_figures_stand_under_their_areas_with_an_empty_baseline(rendition):
    heading, *rows = by_area(rendition.rows(FIGURE_TABLE))
    assert [heading[0], *heading[1]] == ["Målområde", "Nyckeltal", "Redovisas", "Nuläge 2017"]
    assert [(area, *cells[:2]) for area, cells in rows] == FIGURES
    assert {bare(cells[2]) for _, cells in rows} <= {"", "-", "–"}


def test_the_activities_stand_under_their_areas(rendition):
    heading, *rows = by_area(rendition.rows(DEED_TABLE))
    assert [heading[0], *heading[1]] == ["Målområde", "Aktivitet"]
    assert [(area, cells[0]) for area, cells in rows] == DEEDS


@pytest.mark.parametrize(("area", "row", "first", "second"), MATRIX)
def test_the_matrix_is_on_paper_and_in_the_workbook(rendition, area, row, first, second):
    assert [goal for goal in (row, *first, *second) if not on_paper(rendition.paper, goal)] == []
    assert in_sheets(rendition.sheets, row)


@pytest.mark.parametrize(("chapter", "goals"), CHAPTERS)
def test_the_goals_in_the_chapters_words_are_on_paper(rendition, chapter, goals):
    assert [words for _, words in goals if not on_paper(rendition.paper, words)] == []


def test_the_key_figures_are_on_paper_and_in_the_workbook(rendition):
    assert [name for _, *name in FIGURES if not on_paper(rendition.paper, *name)] == []
    assert [name for _, *name in FIGURES if not in_sheets(rendition.sheets, *name)] == []


def test_the_activities_are_on_paper_and_in_the_workbook(rendition):
    assert [deed for _, deed in DEEDS if not on_paper(rendition.paper, deed)] == []
    assert [deed for _, deed in DEEDS if not in_sheets(rendition.sheets, deed)] == []


def test_a_plan_has_nothing_to_sum_up(rendition):
    assert not {"I korthet", "Sedan förra rapporten"} & set(rendition.headings())
