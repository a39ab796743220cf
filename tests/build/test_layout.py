"""From lines in the full list of columns to a table."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reports.build.blocks.layout import Heading, Line, across, laid_out
from reports.build.document import Cell, RowRole
from reports.build.options import SectionOptions
from tests.build.sections import headings, words

THREE = [Heading("Mål", 20), Heading("Indikator", 40), Heading("2020", 10, is_number=True)]


def line(*texts, about=()):
    return Line(tuple(Cell(text=text) for text in texts), stands_for=about)


def test_without_lines_there_is_no_table():
    assert laid_out("Tom", THREE, [], SectionOptions()) is None
    assert laid_out("Tom", THREE, [across(Cell(text="Grupp"), RowRole.GROUP)], SectionOptions()) is None


def test_a_column_that_is_empty_everywhere_is_left_out_unless_it_is_named():
    lines = [line("A", "", "1"), line("B", "", "2")]
    assert headings(laid_out("T", THREE, lines, SectionOptions())) == ["Mål", "2020"]
    named = laid_out("T", THREE, lines, SectionOptions(headings=("", "Mått")))
    assert (headings(named), words(named)) == (["Mål", "Mått", "2020"], [["A", "", "1"], ["B", "", "2"]])


def test_headings_by_their_place_in_the_full_list():
    table = laid_out("T", THREE, [line("A", "", "1")], SectionOptions(headings=("Nämndmål", "", "Utfall")))
    assert headings(table) == ["Nämndmål", "Utfall"]


def test_neighbours_about_the_same_are_one_cell():
    lines = [line("A", "a", "1", about=(1,)), line("A", "b", "2", about=(1,)), line("A", "c", "3", about=(2,))]
    table = laid_out("T", THREE, lines, SectionOptions())
    assert words(table) == [["A", "a", "1"], ["b", "2"], ["A", "c", "3"]]
    assert [row.cells[0].rows for row in table.body] == [2, 1, 1]


def test_a_cell_over_all_columns_parts_what_would_have_been_one():
    lines = [
        line("A", "a", "1", about=(1,)),
        across(Cell(text="Grupp"), RowRole.GROUP),
        line("A", "b", "2", about=(1,)),
    ]
    table = laid_out("T", THREE, lines, SectionOptions())
    assert words(table) == [["A", "a", "1"], ["Grupp"], ["A", "b", "2"]]
    assert table.body[1].cells[0].columns == 3


def test_figures_are_flush_right_unless_most_of_them_are_long_words():
    numbers = [Line((Cell(text="A"), Cell(text="a"), Cell(text="1", value=Decimal(1))))]
    told = [*numbers, line("B", "b", "Etablerat i två stadsdelar")]
    assert [column.is_number for column in laid_out("T", THREE, numbers, SectionOptions()).columns] == [
        False, False, True,
    ]  # fmt: skip
    assert laid_out("T", THREE, told, SectionOptions()).columns[2].is_number
    mostly = [*told, line("C", "c", "Minskning med tio procent")]
    assert not laid_out("T", THREE, mostly, SectionOptions()).columns[2].is_number


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30))
def test_widths_make_a_hundred_and_many_columns_a_wide_table(widths):
    columns = [Heading(str(place), width) for place, width in enumerate(widths)]
    table = laid_out("T", columns, [line(*("x" for _ in widths))], SectionOptions())
    assert sum(column.width for column in table.columns) == 100
    assert all(column.width > 0 for column in table.columns)
    assert table.wide == (len(widths) > 8)


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), min_size=1, max_size=20))
def test_every_row_covers_every_column_once(rows):
    lines = [
        line("A", "a", "1", about=(about,)) if is_line else across(Cell(text="G"), RowRole.GROUP)
        for about, is_line in rows
    ]
    table = laid_out("T", THREE, lines, SectionOptions())
    if table is None:
        assert not any(is_line for _about, is_line in rows)
        return
    covered = [0] * len(table.body)
    for place, row in enumerate(table.body):
        for cell in row.cells:
            for below in range(cell.rows):
                covered[place + below] += cell.columns
    assert covered == [3] * len(table.body)
