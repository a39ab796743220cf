"""The appendix of August 2022: council goals, quality goals, areas, indicators, each unit's own comment."""

import pytest

from tests.seeds.data.kalmar_2022_appendix import (
    ASSESSED,
    ASSIGNMENT,
    ASSIGNMENT_FACTS,
    ASSIGNMENT_STATUS,
    COUNCIL_GOALS,
    OVER_OTHERS,
    SUBTITLE,
    TITLE,
)
from tests.seeds.data.kalmar_2022_figures import FIGURES
from tests.seeds.data.kalmar_2022_quality import KNOWLEDGE, SAFE
from tests.seeds.data.kalmar_2022_quality_more import ACCESSIBLE, EFFECTIVE, EQUAL, FITTED
from tests.seeds.finding import bare, has_row, in_order, in_sheets, on_paper

FIXTURE = "kalmar-socialnamnden-2022"
REPORT = "bilaga-2022-08"
QUALITY_GOALS = (KNOWLEDGE, SAFE, FITTED, EFFECTIVE, EQUAL, ACCESSIBLE)
INDICATORS = [
    (area, *indicator) for _, areas in QUALITY_GOALS for area, indicators in areas for indicator in indicators
]
COUNCIL = "Uppföljning av fullmäktigemålen"
IN_DEPTH = "Fördjupad uppföljning"


@pytest.mark.parametrize("title", [TITLE, SUBTITLE])
def test_the_report_says_what_it_is(rendition, title):
    assert bare(title) in bare(rendition.page.text_content())
    assert on_paper(rendition.paper, title)


@pytest.mark.parametrize(("area", "goal"), COUNCIL_GOALS)
def test_the_councils_goals_stand_beside_their_focus_area(rendition, area, goal):
    assert has_row(rendition.rows("Fokusområden och fullmäktigemål"), area, goal)
    assert on_paper(rendition.paper, goal)
    assert in_sheets(rendition.sheets, area, goal)


def test_goals_stand_under_their_focus_area_in_the_plans_order(rendition):
    assert in_order([name for name, *_ in ASSESSED], rendition.headings())


@pytest.mark.parametrize(("name", "label", "status", "decided", "facts"), ASSESSED)
def test_a_goal_stands_with_its_label_status_and_the_words_as_decided(rendition, name, label, status, decided, facts):
    text = bare(rendition.stretch(name, under=COUNCIL))
    assert [words for words in (label, status, decided, *facts) if bare(words) not in text] == []
    assert [words for words in (name, decided, *facts) if bare(words) not in rendition.paper] == []


@pytest.mark.parametrize(("name", "decided"), OVER_OTHERS)
def test_a_goal_that_others_carry_says_what_was_decided(rendition, name, decided):
    assert bare(decided) in bare(rendition.stretch(name, under=COUNCIL))


def test_the_assignment_stands_with_its_own_word_for_its_status(rendition):
    text = bare(rendition.stretch(ASSIGNMENT, under=COUNCIL))
    assert [words for words in (ASSIGNMENT_STATUS, *ASSIGNMENT_FACTS) if bare(words) not in text] == []
    assert bare(ASSIGNMENT_STATUS) in rendition.paper


def test_the_quality_goals_their_areas_and_indicators_stand_in_the_plans_order(rendition):
    wanted = [
        words
        for goal, areas in QUALITY_GOALS
        for words in (goal, *(one for area, indicators in areas for one in (area, *(name for name, *_ in indicators))))
    ]
    assert in_order(wanted, [rendition.stretch(IN_DEPTH)], within=True)
    rest = rendition.paper
    for words in wanted:
        assert bare(words) in rest
        rest = rest.split(bare(words), 1)[1]


@pytest.mark.parametrize("goal", [goal for goal, _ in QUALITY_GOALS])
def test_a_quality_goal_names_the_role_that_is_responsible(rendition, goal):
    assert bare("Tf socialchef") in bare(rendition.stretch(goal, under=IN_DEPTH))


@pytest.mark.parametrize(("area", "name", "units", "facts"), INDICATORS)
def test_an_indicator_has_its_units_comments_and_their_facts(rendition, area, name, units, facts):
    text = rendition.stretch(name, under=area)
    assert [words for words in facts if bare(words) not in bare(text)] == []
    assert in_order(units, [text], within=True)


def test_all_facts_are_on_paper(rendition):
    words = [word for _, name, units, facts in INDICATORS for word in (name, *units, *facts)]
    assert [word for word in words if bare(word) not in rendition.paper] == []


@pytest.mark.parametrize(("indicator", "submeasure", "figures"), FIGURES)
def test_a_figure_that_is_data_stands_in_a_table_of_its_indicator(rendition, indicator, submeasure, figures):
    assert has_row(rendition.rows(indicator), submeasure, *figures)
    assert [figure for figure in figures if not in_sheets(rendition.sheets, indicator, submeasure, figure)] == []


def test_the_report_in_brief_is_one_page_and_leads_to_the_rest(rendition):
    assert rendition.brief_pages == 1
    (rest,) = rendition.page.xpath("//p[@class='brief__rest']")
    shown = len(rendition.page.xpath("//li[@class='trouble']"))
    assert f"… och {27 - shown} till, se avsnittet" in rest.text_content()
