"""Steps in the rows and columns of a data table: computations go on meaning the columns that they meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.build.arithmetic import computed, parse_expression
from reports.build.arithmetic.renumber import columns_in, renumbered
from reports.build.part_facts import TableFact, TableRowFact
from reports.forms.table_shape import ShapeFault, Step, squared, stepped

BUDGET = squared(
    [
        TableRowFact("heading", "", ("Budget", "Utfall", "Avvikelse")),
        TableRowFact("computation", "", ("", "", "1-2")),
        TableRowFact("row", "Lokaler", ("120", "100", "")),
        TableRowFact("row", "Personal", ("90", "95", "")),
    ]
)


def values(rows):
    """The figures of the body by the heading of their column."""
    table = computed(TableFact("t", "", "", rows))
    names = [cell.text for cell in table.head[0].cells]
    return [
        {name: cell.value for name, cell in zip(names, row.cells, strict=True) if name and cell.value is not None}
        for row in table.body
    ]


def test_rows_are_filled_up_to_the_same_width_and_there_is_always_one():
    assert [len(row.cells) for row in squared([TableRowFact("row", "", ("1",)), TableRowFact("row", "", ())])] == [1, 1]
    assert squared([], 3) == (TableRowFact("row", "", ("", "", "")),)


@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize("step", [Step.COLUMN_BEFORE, Step.COLUMN_AFTER, Step.COLUMN_LEFT, Step.COLUMN_RIGHT])
def test_every_figure_is_the_same_wherever_its_column_goes(step, column):
    rows, _row, _column = stepped(BUDGET, step, 0, column)
    assert values(rows) == values(BUDGET)


def test_a_new_column_moves_the_numbers_of_those_after_it():
    rows, _row, column = stepped(BUDGET, Step.COLUMN_BEFORE, 0, 1)
    assert (rows[1].cells, column) == (("", "", "", "1-3"), 1)


def test_a_column_that_is_computed_with_is_kept_and_the_computed_one_may_go():
    with pytest.raises(ShapeFault, match="Kolumn 2 behövs i uträkningen ”1-2” på rad 2"):
        stepped(BUDGET, Step.COLUMN_REMOVE, 0, 1)
    rows, _row, column = stepped(BUDGET, Step.COLUMN_REMOVE, 0, 2)
    assert (rows[0].cells, column) == (("Budget", "Utfall"), 1)


def test_the_last_column_and_the_last_row_stay():
    only = squared([TableRowFact("row", "Ensam", ("1",))])
    with pytest.raises(ShapeFault):
        stepped(only, Step.COLUMN_REMOVE, 0, 0)
    assert stepped(only, Step.ROW_REMOVE, 0, 0)[0] == squared([], 1)


def test_there_is_room_for_twenty_columns_and_four_hundred_rows():
    with pytest.raises(ShapeFault, match="högst 20 kolumner"):
        stepped(squared([], 20), Step.COLUMN_AFTER, 0, 0)
    with pytest.raises(ShapeFault, match="högst 400 rader"):
        stepped(squared([TableRowFact("row", "", ())] * 400), Step.ROW_BELOW, 0, 0)


def test_a_row_moves_one_step_and_says_where_it_is():
    rows, row, _column = stepped(BUDGET, Step.ROW_UP, 3, 0)
    assert ([each.label for each in rows[2:]], row) == (["Personal", "Lokaler"], 2)
    assert stepped(BUDGET, Step.ROW_DOWN, 3, 0)[:2] == (BUDGET, 3)
    rows, row, _column = stepped(BUDGET, Step.ROW_BELOW, 2, 0)
    assert ([each.label for each in rows[2:]], row) == (["Lokaler", "", "Personal"], 3)


def test_a_place_outside_the_table_is_the_nearest_one_in_it():
    assert stepped(BUDGET, Step.ROW_ABOVE, 99, 99)[1:] == (3, 2)


@pytest.mark.parametrize("text", ["", "budget minus utfall", "1-", "(1-2"])
def test_what_is_no_computation_is_left_alone(text):
    assert renumbered(text, lambda number: number + 1) == text


@given(st.lists(st.integers(1, 19), min_size=1, max_size=6), st.sampled_from("+-*/"))
def test_numbers_of_columns_move_and_others_do_not(columns, sign):
    text = sign.join(str(column) for column in columns) + "+100-2,5"
    moved = renumbered(text, lambda number: number + 1)
    assert columns_in(moved) == {column + 1 for column in columns}
    assert moved.endswith("+100-2,5")
    assert parse_expression(moved)
