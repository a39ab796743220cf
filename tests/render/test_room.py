"""Tables on paper: no number is broken, and what no page has room for stands in parts."""

import pytest

from reports.build.document import (
    Cell,
    Column,
    DocumentSection,
    GoalOverview,
    OverviewGoal,
    Result,
    Row,
    RowRole,
    Table,
)
from reports.render.overview import lay_overview
from reports.render.pdf import print_source
from reports.render.room import LYING, UPRIGHT, columns_need, in_parts
from tests.render.example_blocks import rich_document
from tests.render.example_tables import ACHIEVED, figures, heading

NUMBER = "1\u00a0234\u00a0567,5"


def a_table(columns, text=NUMBER, body=()):
    head = (
        Row((heading(""), heading("Alla", columns=columns)), RowRole.HEADING),
        Row((heading("Post"), *(heading(f"K{number}") for number in range(1, columns + 1))), RowRole.HEADING),
    )
    rows = (Row((heading("Rad"), *figures(*[text] * columns)), anchor="rad"), *body)
    return Table("Tabell", "tkr", (Column(40), *[Column(60 // columns, True)] * columns), head, rows)


def names(table):
    return [cell.text for cell in table.head[-1].cells]


def test_a_table_that_has_room_is_left_as_it_is():
    assert in_parts(a_table(3), UPRIGHT) == (a_table(3),)


def test_a_column_is_as_wide_as_its_longest_number_where_the_table_has_room_for_it():
    (table,) = in_parts(a_table(6), UPRIGHT)
    assert table.columns[1].width * UPRIGHT >= 100 * len(NUMBER)
    assert sum(column.width for column in table.columns) == 100


def test_a_table_of_more_columns_than_a_page_has_room_for_is_parted_and_says_in_each_what_its_rows_are():
    parts = in_parts(a_table(20), LYING)
    assert len(parts) == 2
    assert [name for part in parts for name in names(part)[1:]] == [f"K{number}" for number in range(1, 21)]
    assert all(names(part)[0] == "Post" and part.body[0].cells[0].text == "Rad" for part in parts)
    assert [part.caption for part in parts] == ["Tabell", "Tabell, fortsättning"]
    assert all(sum(column.width for column in part.columns) == 100 for part in parts)
    assert [part.head[0].cells[-1].columns for part in parts] == [len(part.columns) - 1 for part in parts]
    assert [part.body[0].anchor for part in parts] == ["rad", ""]


def test_a_heading_over_all_columns_stands_in_every_part_and_a_comment_in_the_last():
    body = (
        Row((Cell("Grupp", columns=21, is_heading=True),), RowRole.GROUP),
        Row((Cell("Kommentar", columns=21),), RowRole.COMMENT),
    )
    first, last = in_parts(a_table(20, body=body), LYING)
    assert [row.role for row in first.body] == [RowRole.ROW, RowRole.GROUP]
    assert [row.role for row in last.body] == [RowRole.ROW, RowRole.GROUP, RowRole.COMMENT]
    assert {row.cells[0].columns for row in last.body[1:]} == {len(last.columns)}


@pytest.mark.parametrize(("text", "longest"), [(NUMBER, 11), ("av och till", 4), ("Verksamhetsuppföljningen", 12)])
def test_numbers_are_held_together_and_long_words_are_not(text, longest):
    beside = columns_need(a_table(1, ""))[1] - len("Alla")
    assert columns_need(a_table(1, text))[1] == longest + beside


def test_a_long_table_is_parted_on_paper():
    document = rich_document(sections=(DocumentSection("t", 2, "Tabell", "", a_table(20)),), notes=())
    assert print_source(document).count('<table class="table"') == 2


def test_an_overview_of_many_units_is_parted_on_paper_alone():
    results = tuple(Result(f"E{number}", "", False, ACHIEVED, ()) for number in range(20))
    goal = OverviewGoal("g", "1", "Mål", 0, ACHIEVED, results)
    overview = GoalOverview((), (goal,), tuple(result.unit for result in results))
    paper = lay_overview(overview, on_paper=True).matrices
    assert [len(matrix.units) for matrix in paper] == [8, 8, 4]
    assert [len(matrix.rows[0].cells) for matrix in paper] == [8, 8, 4]
    assert [matrix.has_own for matrix in paper] == [False, False, True]
    (screen,) = lay_overview(overview, on_paper=False).matrices
    assert (len(screen.units), screen.has_own, screen.is_moved) == (20, True, True)
