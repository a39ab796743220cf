"""The section `tabell`."""

from decimal import Decimal

from reports.build.blocks.data_table import data_table_block
from reports.build.blocks.drafting import Draft, Drafting
from reports.build.document import RowRole
from reports.build.material import material_of
from reports.build.options import SectionOptions
from reports.choices import SectionKind
from tests.build import data_tables
from tests.build.data_tables import a_table
from tests.reports.facts import some_facts


def block(table, **options):
    return data_table_block(a_draft(some_facts(tables=(table,)), table=table.key, **options))


def a_draft(facts, **options):
    return Draft(
        Drafting(material_of(facts)), SectionKind.DATA_TABLE, SectionOptions(**options), "Tabell", "avsnitt-tabell"
    )


def texts(block):
    return [[cell.text for cell in row.cells] for row in block.body]


def names(block):
    return [cell.text for cell in block.head[-1].cells]


TABLE = a_table(
    ("rubrik", "tkr", "Budget", "Utfall", "Avvikelse", "Tom"),
    ("beräkning", "", "", "", "1-2"),
    ("rad", "Skola", "1593404", "12,7"),
    ("varav", "varav mat", "-5", "okänt"),
    ("summa", "Summa", "1593404", "12,7"),
)


def test_numbers_are_swedish_and_have_the_decimals_of_their_column():
    assert texts(block(TABLE)) == [
        ["Skola", "1\xa0593\xa0404", "12,7", "1\xa0593\xa0391,3"],
        ["varav mat", "−5", "okänt", ""],
        ["Summa", "1\xa0593\xa0404", "12,7", "1\xa0593\xa0391,3"],
    ]


def test_cells_hold_the_number_behind_the_words_and_words_hold_none():
    row = block(TABLE).body[0]
    assert [cell.value for cell in row.cells] == [None, 1593404, Decimal("12.7"), Decimal("1593391.3")]
    assert block(TABLE).body[1].cells[2].value is None


def test_the_first_cell_is_the_heading_of_its_row():
    assert [cell.is_heading for cell in block(TABLE).body[0].cells] == [True, False, False, False]


def test_a_row_without_a_label_has_an_empty_heading():
    shown = block(a_table(("rad", "A", "1"), ("rad", "", "2")))
    assert [(row.cells[0].text, row.cells[0].is_heading) for row in shown.body] == [("A", True), ("", True)]


def test_a_column_that_is_empty_in_every_row_is_left_out_unless_it_is_named():
    assert names(block(TABLE)) == ["tkr", "Budget", "Utfall", "Avvikelse"]
    assert names(block(TABLE, headings=("", "", "", "", "Not"))) == ["tkr", "Budget", "Utfall", "Avvikelse", "Not"]


def test_columns_are_picked_by_number_and_named_in_the_order_shown():
    assert texts(block(TABLE, columns=(3, 1)))[0] == ["Skola", "1\xa0593\xa0391,3", "1\xa0593\xa0404"]
    assert names(block(TABLE, columns=(3, 1), headings=("Verksamhet", "", "Plan"))) == [
        "Verksamhet",
        "Avvikelse",
        "Plan",
    ]
    assert names(block(TABLE, columns=(2, 7))) == ["tkr", "Utfall"]


def test_a_table_without_headings_gets_those_that_the_section_names():
    table = a_table(("rad", "A", "1", "2"))
    assert block(table).head == ()
    assert names(block(table, headings=("Rad", "Ett"))) == ["Rad", "Ett", ""]


def test_a_table_without_labels_has_no_column_for_them():
    assert texts(block(a_table(("rad", "", "1", "2")))) == [["1", "2"]]


def test_percent_stands_at_each_number():
    shown = block(data_tables.SICK_LEAVE_2022)
    assert texts(shown)[0] == ["Kvinnor", "8,79\xa0%", "9,65\xa0%", "8,02\xa0%", "8,26\xa0%"]
    assert shown.body[-1].role == RowRole.TOTAL


def test_years_in_headings_are_no_numbers():
    assert [cell.text for cell in block(data_tables.STAFF_2022).head[0].cells] == ["", "2021", "2022"]
    assert block(data_tables.STAFF_2022).head[0].cells[0].rows == 2


def test_rows_keep_what_they_are():
    shown = block(data_tables.OPERATIONS_BY_PROCESS_2022)
    assert [row.role for row in shown.body[:5]] == [
        RowRole.GROUP,
        RowRole.SUBTOTAL,
        RowRole.SUBTOTAL,
        RowRole.ROW,
        RowRole.ROW,
    ]
    assert [(cell.text, cell.columns) for cell in shown.body[0].cells] == [("Verksamhet", 4)]
    assert shown.body[-1].role == RowRole.SUM


def test_heading_rows_further_down_name_the_columns_again():
    shown = block(data_tables.INVESTMENTS_2020)
    again = [row for row in shown.body if row.role == RowRole.HEADING]
    assert again[0].cells[0].text == "Pågående projekt"
    assert [cell.columns for cell in again[0].cells] == [1, 3, 3]
    assert all(cell.is_heading for row in again for cell in row.cells)


def test_a_group_heading_that_has_cells_loses_none_of_them():
    shown = block(a_table(("rad", "A", "1"), ("mellanrubrik", "Sedan", "2021"), ("rad", "B", "2")))
    assert texts(shown)[1] == ["Sedan", "2021"]


def test_columns_of_numbers_are_told_from_columns_of_words():
    table = a_table(("rad", "A", "1", "ja"), ("rad", "B", "okänt", "nej"), ("rad", "C", "3", ""))
    assert [column.is_number for column in block(table).columns] == [False, True, False]


def test_widths_are_whole_percents_and_long_labels_get_more():
    for table in (TABLE, data_tables.OPERATING_SUMMARY_2020, a_table(("rad", "", *["1"] * 20))):
        widths = [column.width for column in block(table).columns]
        assert sum(widths) == 100
        assert min(widths) > 0
    first, *others = block(data_tables.OPERATING_SUMMARY_2020).columns
    assert first.width > max(column.width for column in others)


def test_columns_of_numbers_are_equally_wide_where_the_page_has_room():
    table = a_table(("rubrik", "Utgift", "Budget aug 2022", "Prognos", "Budgetavvikelse"), ("rad", "A", "1", "2", "3"))
    widths = [column.width for column in block(table).columns[1:]]
    assert max(widths) - min(widths) <= 1


def test_only_a_table_that_does_not_fit_lies_on_its_side():
    assert not block(data_tables.INVESTMENTS_2020).wide
    assert block(a_table(("rad", "A", *["1593404,25"] * 20))).wide


def test_the_caption_is_the_title_or_what_heads_the_labels():
    assert block(TABLE).caption == "Tabellen"
    assert block(a_table(("rubrik", "Drift", "A"), ("rad", "x", "1"), title="")).caption == "Drift"


def test_there_is_nothing_to_show_without_rows_or_without_the_table():
    assert block(a_table(("rubrik", "tkr", "Budget"), ("beräkning", "", "1"))) is None
    assert data_table_block(a_draft(some_facts(), table="x")) is None
