"""Which heading cells of a data table are one."""

import pytest

from reports.build.blocks.heading_rows import heading_rows
from reports.build.document import RowRole


def spans(*texts, has_labels=True):
    """Each row's cells as (text, columns, rows)."""
    return [
        [(cell.text, cell.columns, cell.rows) for cell in row.cells]
        for row in heading_rows(texts, RowRole.HEADING, has_labels)
    ]


def test_one_row_is_as_it_stands_and_equal_names_stay_apart():
    assert spans(["", "2021", "2021", ""]) == [[("", 1, 1), ("2021", 1, 1), ("2021", 1, 1), ("", 1, 1)]]


def test_equal_neighbours_in_an_upper_row_are_one():
    assert spans(["Drift, tkr", "2022", "2022", "2022"], ["", "Budget", "Prognos", "Avvikelse"]) == [
        [("Drift, tkr", 1, 2), ("2022", 3, 1)],
        [("Budget", 1, 1), ("Prognos", 1, 1), ("Avvikelse", 1, 1)],
    ]


def test_the_label_column_is_grouped_with_no_other():
    assert spans(["2022", "2022"], ["A", "B"])[0] == [("2022", 1, 1), ("2022", 1, 1)]
    assert spans(["2022", "2022"], ["A", "B"], has_labels=False)[0] == [("2022", 2, 1)]


def test_a_name_goes_up_over_empty_cells():
    assert spans(["Färdiga", "Hela", "Hela", ""], ["projekt", "A", "B", "Källa"]) == [
        [("Färdiga", 1, 1), ("Hela", 2, 1), ("Källa", 1, 2)],
        [("projekt", 1, 1), ("A", 1, 1), ("B", 1, 1)],
    ]


def test_a_group_ends_where_the_group_above_it_ends():
    assert spans(["", "2021", "2021", "2022", "2022"], ["", "T", "T", "T", "T"], ["x", "a", "b", "c", "d"]) == [
        [("x", 1, 3), ("2021", 2, 1), ("2022", 2, 1)],
        [("T", 2, 1), ("T", 2, 1)],
        [("a", 1, 1), ("b", 1, 1), ("c", 1, 1), ("d", 1, 1)],
    ]


def test_a_heading_that_is_repeated_below_itself_is_one():
    assert spans(["Rad", "2022"], ["Rad", "2022"]) == [[("Rad", 1, 2), ("2022", 1, 2)], []]


@pytest.mark.parametrize(
    "texts",
    [
        (["", "a", "", "b", "b"], ["x", "", "", "c", ""], ["", "y", "", "d", "e"]),
        (["", "", ""], ["", "", ""]),
        (["a", "a", "a", "a"], ["b", "b", "", ""], ["", "", "c", "c"], ["1", "2", "3", "4"]),
    ],
)
def test_the_cells_fill_the_rectangle_once(texts):
    rows = heading_rows(texts, RowRole.HEADING, has_labels=False)
    free = {(row, column) for row in range(len(texts)) for column in range(len(texts[0]))}
    for place, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (place, column) not in free:
                column += 1
            covered = {(place + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            assert covered <= free
            free -= covered
    assert not free
