"""The plan for 2018 with its follow-up in August: goals in prose, and tables that refer to several numbers at once."""

import pytest

from tests.seeds.data.care_2018 import FOLLOW_UPS, GOALS, TITLE
from tests.seeds.finding import bare, in_order, in_sheets, on_paper

FIXTURE = "linkoping-omsorgsnamnden-2018"
ROWS = [
    (place, goal[0], *row) for place, (goal, rows) in enumerate(zip(GOALS, FOLLOW_UPS, strict=True)) for row in rows
]


def tables(rendition):
    """The rows of each follow-up table, told apart by their headings."""
    found = []
    for row in rendition.rows():
        if bare("Uppföljning delår 08") in map(bare, row.cells):
            found.append([])
        elif found and len(row.cells) == len(ROW_HEADINGS):
            found[-1].append(row.cells)
    return found


ROW_HEADINGS = ("Ref", "Uppföljning delår 08", "Bedömning helår 2018")


def test_the_report_says_when_the_plan_was_adopted_and_followed_up(rendition):
    assert in_order(TITLE, [rendition.stretch(TITLE[0])], within=True)
    assert [words for words in TITLE if not on_paper(rendition.paper, words)] == []


def test_no_goal_is_judged_as_a_whole(rendition):
    assert "I korthet" not in rendition.headings()
    assert "Det finns ingen tidigare rapport att jämföra med." in rendition.stretch("Sedan förra rapporten")


def test_the_goals_stand_in_the_order_of_the_plan(rendition):
    assert in_order([goal[0] for goal in GOALS], rendition.headings())


@pytest.mark.parametrize(("goal", "indicators", "council_goals", "assignments"), GOALS)
def test_a_goal_has_its_indicators_assignments_and_what_it_contributes_to(
    rendition, goal, indicators, council_goals, assignments
):
    stretch = bare(rendition.stretch(goal))
    assert in_order([number + words for number, words in indicators], [stretch], within=True)
    assert in_order(council_goals, [stretch], within=True)
    assert in_order([each for assignment in assignments for each in as_read(*assignment)], [stretch], within=True)
    assert stretch.count(bare("Tillsammans med:")) == sum(bool(together) for *_, together in assignments)


def as_read(number, words, together):
    """An assignment as it is read: its number and words, then whom it is done with."""
    return (f"{number} {words}", f"Tillsammans med: {', '.join(together)}") if together else (f"{number} {words}",)


def test_each_goal_has_a_table_with_as_many_rows_as_in_the_plan(rendition):
    assert [[row[0] for row in table] for table in tables(rendition)] == [
        [reference for reference, _, _ in rows] for rows in FOLLOW_UPS
    ]


@pytest.mark.parametrize(("place", "goal", "reference", "told", "expected"), ROWS)
def test_a_row_holds_its_figures_and_its_judgement_for_the_year(rendition, place, goal, reference, told, expected):
    row = next(row for row in tables(rendition)[place] if row[0] == reference)
    assert [words for words in told if bare(words) not in bare(row[1])] == []
    assert [words for words in expected if bare(words) not in bare(row[2])] == []


@pytest.mark.parametrize(("goal", "indicators", "council_goals", "assignments"), GOALS)
def test_all_of_it_is_on_paper(rendition, goal, indicators, council_goals, assignments):
    words = [goal, *council_goals, *(text for _, text in indicators), *(text for _, text, _ in assignments)]
    assert [text for text in words if not on_paper(rendition.paper, text)] == []


@pytest.mark.parametrize(("place", "goal", "reference", "told", "expected"), ROWS)
def test_the_judgements_are_on_paper_and_in_the_workbook(rendition, place, goal, reference, told, expected):
    assert [words for words in expected if not on_paper(rendition.paper, words)] == []
    assert in_sheets(rendition.sheets, reference)


@pytest.mark.parametrize(("goal", "indicators", "council_goals", "assignments"), GOALS)
def test_the_workbook_has_the_goals_with_indicators_and_assignments(
    rendition, goal, indicators, council_goals, assignments
):
    words = [goal, *(text for _, text in indicators), *(text for _, text, _ in assignments)]
    assert [text for text in words if not in_sheets(rendition.sheets, text)] == []
