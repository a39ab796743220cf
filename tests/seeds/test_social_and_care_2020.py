"""The year-end report of 2020: goals on three levels, indicators over three years and by sex, money, staff, plans."""

import pytest

from tests.seeds.data.social_and_care_2020 import (
    AREAS,
    ASSIGNMENT,
    ATTACHMENTS,
    COUNCIL_GOALS,
    GOALS,
    HEADINGS,
    NOTES,
    STATUS_WORDS,
    TEXT_FIGURES,
)
from tests.seeds.data.social_and_care_2020_indicators import INDICATORS, SEXES
from tests.seeds.data.social_and_care_2020_money import MONEY, VOLUMES
from tests.seeds.finding import bare, has_row, in_order, in_sheets, on_paper, something

FIXTURE = "linkoping-social-och-omsorgsnamnden-2020"
TABLES = (*MONEY, *VOLUMES, *INDICATORS)
SECTIONS = [section for section, _ in TABLES]
SEX_ROWS = [
    (section, name, sex, figures)
    for section, name, women, men in SEXES
    for sex, figures in (("Kvinnor", women), ("Män", men))
    if figures
]
FOLLOWED_UP = "Uppfyllelse av kommunfullmäktiges övergripande mål"


def test_the_sections_stand_in_the_order_of_the_report(rendition):
    assert in_order(HEADINGS, rendition.headings())


@pytest.mark.parametrize(("goal", "status"), GOALS)
def test_a_goal_has_its_status_in_the_overview_and_where_it_is_followed_up(rendition, goal, status):
    overview = rendition.stretch("Nämndens måluppfyllelse för året")
    after = bare(overview).split(bare(goal), 1)[1]
    assert after.find(bare(status)) == min(place for word in STATUS_WORDS if (place := after.find(bare(word))) >= 0)
    assert bare(status) in bare(rendition.stretch(goal, under=FOLLOWED_UP))


def test_the_overview_has_the_areas_in_order(rendition):
    assert in_order(AREAS, [rendition.stretch("Nämndens måluppfyllelse för året")], within=True)


def test_the_councils_goals_stand_over_the_committees(rendition):
    followed_up = bare(rendition.stretch(FOLLOWED_UP))
    assert [goal for goal in COUNCIL_GOALS if bare(goal) not in followed_up] == []


@pytest.mark.parametrize(("section", "rows"), TABLES, ids=SECTIONS)
def test_the_rows_stand_in_their_table(rendition, section, rows):
    found = rendition.rows(section)
    assert [row for row in rows if not has_row(found, *row)] == []


@pytest.mark.parametrize(("section", "name", "sex", "figures"), SEX_ROWS)
def test_women_and_men_have_rows_of_their_own_under_the_indicator(rendition, section, name, sex, figures):
    rows = rendition.rows(section)
    start = next(place for place, row in enumerate(rows) if row.after(name) is not None)
    below = rows[start + 1 : start + 3]
    assert [row.after(sex) for row in below if row.after(sex) is not None] == [something(figures)]


def test_sources_and_remarks_are_notes(rendition):
    page = bare(rendition.page.text_content())
    assert [note for note in NOTES if bare(note) not in page] == []
    assert [note for note in NOTES if not on_paper(rendition.paper, note)] == []


def test_the_assignment_stands_with_its_status(rendition):
    assignment, status = ASSIGNMENT
    row = next(row for row in rendition.rows("Strategiska utvecklingsuppdrag") if row.after(assignment))
    assert bare(status) in row.after(assignment)
    assert on_paper(rendition.paper, assignment)


@pytest.mark.parametrize(("heading", "figures"), TEXT_FIGURES)
def test_the_figures_of_a_text_stand_under_its_heading(rendition, heading, figures):
    text = bare(rendition.stretch(heading))
    assert [figure for figure in figures if bare(figure) not in text] == []


def test_the_four_statuses_are_told_before_the_goals(rendition):
    assert in_order(STATUS_WORDS, [rendition.stretch("Målredovisning")], within=True)


def test_the_attachments_are_listed_in_order(rendition):
    assert in_order(ATTACHMENTS, [rendition.stretch("Övriga bilagor")], within=True)


@pytest.mark.parametrize(("section", "rows"), TABLES, ids=SECTIONS)
def test_the_rows_are_on_paper_with_their_figures_side_by_side(rendition, section, rows):
    assert [row for row in rows if not on_paper(rendition.paper, *row)] == []


def test_the_goals_are_on_paper(rendition):
    assert [goal for goal, _ in GOALS if not on_paper(rendition.paper, goal)] == []


@pytest.mark.parametrize(("section", "rows"), TABLES, ids=SECTIONS)
def test_the_workbook_has_the_rows_with_their_figures(rendition, section, rows):
    assert [row for row in rows if not in_sheets(rendition.sheets, *row)] == []


def test_the_workbook_has_each_goals_status(rendition):
    assert [goal for goal in GOALS if not in_sheets(rendition.sheets, *goal)] == []


def test_the_report_in_brief_is_one_page_with_the_six_goals_that_are_partly_achieved(rendition):
    assert rendition.brief_pages == 1
    assert len(rendition.page.xpath("//li[@class='trouble']")) == 6


def test_the_largest_movements_are_told_for_women_and_men_though_no_report_lies_before(rendition):
    part = rendition.stretch("Sedan förra rapporten")
    assert "Det finns ingen tidigare rapport att jämföra med." in part
    row = next(row for row in rendition.rows("Störst förändring") if row.cells[0] == "Chefers sjukfrånvaro")
    assert [bare(cell) for cell in row.cells[1:]] == [
        bare(words) for words in ("2019 → 2020", "−1,4 procentenheter 2,5 → 1,1", "+1,7 procentenheter 0,3 → 2,0")
    ]
