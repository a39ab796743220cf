"""Tables on the page: what each cell is and heads, where it stands, how the table folds."""

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from reports.build.document import Cell, Column, DocumentSection, Row, RowRole, StatusMark, Table, TextPart
from reports.render.grid import column_labels, placed, unrolled
from reports.render.html import render_html
from reports.render.pdf import print_source
from tests.render.example_blocks import rich_document
from tests.render.example_tables import (
    PARTLY,
    data_table,
    figures,
    follow_up_table,
    heading,
    indicator_table,
    status_matrix,
    two_level_table,
)

THREE = tuple(Column(33) for _column in range(3))


def page_with(block, title="Rubrik", source=None):
    document = rich_document(sections=(DocumentSection("a", 2, title, "", block),))
    return lxml_html.fromstring(source(document) if source else render_html(document).decode())


def table_of(block, **options):
    return page_with(block, **options).xpath("//section//table")[0]


def words(element):
    return " ".join(element.text_content().split())


def test_a_cell_that_spans_rows_pushes_those_below_to_the_right():
    rows = (Row((heading("a", rows=2), Cell("b"))), Row((Cell("c"),)), Row((Cell("d"), Cell("e"))))
    assert [[each.column for each in line] for line in placed(rows)] == [[0, 1], [1], [0, 1]]


def test_unrolled_a_spanning_cell_stands_in_each_of_its_rows():
    rows = (Row((heading("a", rows=3), Cell("b"))), Row((Cell("c"),)), Row((Cell("d"),)))
    first = [line[0] for line in unrolled(rows)]
    assert [each.cell.text for each in first] == ["a", "a", "a"]
    assert [each.is_repeat for each in first] == [False, True, True]
    assert [each.goes_on for each in first] == [True, True, False]


def test_a_column_is_called_what_stands_above_it_each_word_once():
    labels = column_labels(two_level_table().head, 7)
    assert labels[0] == "Färdigställda projekt"
    assert labels[4] == "Varav årets investeringar: Beslutad budget"


def test_the_caption_names_the_table_and_its_unit():
    caption = table_of(data_table()).find("caption")
    assert words(caption) == "Driftsammandrag, netto, tkr"
    assert caption.get("class") is None


def test_a_caption_that_the_heading_above_already_says_is_for_listeners_alone():
    caption = table_of(indicator_table(), title="Nämndindikatorer").find("caption")
    assert caption.get("class") == "visually-hidden"
    assert words(caption) == "Nämndindikatorer"


def test_a_unit_is_shown_even_where_the_caption_is_not():
    caption = table_of(data_table(), title="Driftsammandrag, netto").find("caption")
    assert caption.get("class") is None
    assert words(caption.find("span[@class='visually-hidden']")) == "Driftsammandrag, netto,"
    assert words(caption).endswith("tkr")


def test_heads_in_two_levels_say_what_they_head():
    first, second = table_of(two_level_table()).xpath("thead/tr")
    assert [(cell.get("scope"), cell.get("colspan"), cell.get("rowspan")) for cell in first] == [
        ("col", None, "2"),
        ("colgroup", "3", None),
        ("colgroup", "3", None),
    ]
    assert {cell.get("scope") for cell in second} == {"col"}


def test_headings_further_down_begin_a_part_of_their_own():
    bodies = table_of(two_level_table()).xpath("tbody")
    assert len(bodies) == 2
    assert [row.get("class") for row in bodies[1]][:2] == ["row--heading", "row--heading"]
    assert {cell.get("scope") for cell in bodies[1][1]} == {"col"}


def test_a_group_heads_the_rows_below_it():
    bodies = table_of(follow_up_table(lambda *_arguments: "<p>Text.</p>")).xpath("tbody")
    assert len(bodies) == 6
    for body in bodies:
        (first,) = body[0]
        assert (first.tag, first.get("scope"), first.get("colspan")) == ("th", "rowgroup", "3")


def test_each_row_has_its_heading_and_an_empty_corner_is_none():
    head = (Row((Cell(), heading("2020"))),)
    table = table_of(Table("T", "", THREE[:2], head, (Row((heading("AFI"), *figures("1"))),)))
    assert [cell.tag for cell in table.xpath("thead/tr/*")] == ["td", "th"]
    assert [(cell.tag, cell.get("scope")) for cell in table.xpath("tbody/tr/*")] == [("th", "row"), ("td", None)]


@pytest.mark.parametrize("role", [role for role in RowRole if role != RowRole.ROW])
def test_what_a_row_is_stands_in_its_class(role):
    body = (Row((heading("Rad", columns=2),), role), Row((heading("x"), Cell("y"))))
    rows = table_of(Table("T", "", THREE[:2], (), body)).xpath("tbody/tr")
    assert rows[0].get("class") == f"row--{role.value.replace('_', '-')}"
    assert rows[1].get("class") is None


def test_figures_are_flush_right_and_words_are_not():
    row = table_of(data_table()).xpath("tbody/tr[th='Summa']")[0]
    assert [cell.get("class") for cell in row] == [None, "n", "n", "n", "n"]


def test_figures_are_moved_sideways_and_can_be_reached_from_the_keyboard():
    (frame,) = page_with(data_table()).xpath("//div[@class='table-frame']")
    assert (frame.get("role"), frame.get("tabindex")) == ("group", "0")
    assert words(frame.find("table/caption")) == "Driftsammandrag, netto, tkr"
    assert frame.get("aria-labelledby") == frame.find("table/caption").get("id")


@pytest.mark.parametrize("block", [status_matrix(), follow_up_table(lambda *_arguments: "<p>Text.</p>")])
def test_words_become_cards_that_are_still_a_table_for_those_who_listen(block):
    table = table_of(block)
    assert "table--folds" in table.get("class").split()
    assert {row.get("role") for row in table.xpath(".//tr")} == {"row"}
    assert {cell.get("role") for cell in table.xpath(".//td")} == {"cell"}
    assert all(cell.get("data-label") for cell in table.xpath("tbody//td"))


def test_a_unit_in_the_headings_is_said_above_only_where_these_are_hidden():
    body = (Row((heading("Totalt"), Cell("13"))),)
    table = Table("Rubrik", "mnkr", (Column(50), Column(50)), (Row((heading("Utfall, mnkr"), heading("2022"))),), body)
    assert "mnkr" not in table_of(table).xpath("string(caption)")
    folded = replace(table, body=(Row((heading("Totalt"), Cell("13", lines=("prel.",)))),))
    (caption,) = table_of(folded).xpath("caption")
    assert (caption.get("class"), "mnkr" in caption.text_content()) == ("said-in-head", True)


def test_percent_is_no_unit_of_the_caption_since_it_stands_at_each_number():
    table = replace(data_table(), unit="%")
    assert "%" not in table_of(table).xpath("string(caption)")


def test_rows_with_two_headings_beside_each_other_become_cards_and_a_comment_over_all_has_no_label():
    table = table_of(indicator_table())
    assert table.get("class") == "table table--folds"
    assert [cell.get("data-label") for cell in table.xpath("tbody/tr[1]/td")] == [
        "2018",
        "2019",
        "2020",
        "Målvärde 2020",
    ]
    assert table.xpath("tbody/tr[@class='row--comment']/td")[0].get("data-label") is None


def test_a_caption_that_the_tables_own_corner_says_is_for_listeners_alone():
    def is_shown(corner, caption, unit):
        head = (Row((heading(corner), heading("2020"))),)
        body = (Row((heading("Kostnader"), Cell("1"))),)
        columns = (Column(50), Column(50, is_number=True))
        (caption,) = table_of(Table(caption, unit, columns, head, body)).xpath("caption")
        return caption.get("class") != "visually-hidden"

    assert not is_shown("Drift, netto tkr", "Drift, netto tkr", "tkr")
    assert not is_shown("Drift tkr", "Drift", "tkr")
    assert is_shown("Drift", "Drift", "tkr")
    assert is_shown("Verksamhet", "Drift", "tkr")


def test_on_paper_no_cell_of_the_body_spans_rows_and_the_rows_stay_whole():
    screen, paper = (table_of(indicator_table(), source=source) for source in (None, print_source))
    assert screen.xpath("tbody//*[@rowspan]")
    assert not paper.xpath("tbody//*[@rowspan]")
    assert {len(row) for row in paper.xpath("tbody/tr[not(@class='row--comment')]")} == {6}


def test_on_paper_the_words_of_a_tall_heading_stand_in_the_lowest_row_of_the_head():
    first, second = table_of(two_level_table(), source=print_source).xpath("thead/tr")
    assert [words(cell) for cell in first] == [
        "",
        "Utgifter/inkomster sedan projektets start",
        "Varav årets investeringar",
    ]
    assert words(second[0]) == "Färdigställda projekt"
    assert {cell.tag for cell in (*first, *second)} == {"th"}


def test_a_status_and_texts_in_a_cell_stand_after_its_words():
    cell = Cell("Mål 1", lines=("Ansvarig: HR",), parts=(TextPart("Orsak", "<p>Pandemin.</p>"),), status=PARTLY)
    table = table_of(Table("T", "", THREE[:1], (), (Row((cell,)),)))
    assert words(table.xpath("tbody//td")[0]) == "Mål 1 Ansvarig: HR Delvis uppfyllt Orsak Pandemin."


def test_widths_are_the_columns_own_without_style_in_the_markup():
    page = render_html(rich_document(sections=(DocumentSection("a", 2, "R", "", data_table()),))).decode()
    assert ".w15{width:15%}.w40{width:40%}" in page
    assert '<col class="w40"><col class="w15">' in page


@pytest.mark.parametrize(("word", "breaks"), [("Delvis uppnått", False), ("Verksamhetsutvecklas", True)])
def test_only_a_status_with_a_very_long_word_may_be_broken_inside_it(word, breaks):
    table = Table("", "", THREE[:1], (), (Row((Cell(status=StatusMark("achieved", word)),)),))
    (marks,) = table_of(table).xpath(".//p")
    assert ("marks--break" in marks.get("class")) == breaks
