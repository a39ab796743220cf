"""The tertial report of August 2022: a memo with a proposed decision, a forecast in tables, money, staff, quality."""

import pytest

from tests.seeds.data.kalmar_2022 import ATTACHMENTS, COLUMNS, DATED, FACTS, HEADINGS, REGISTRY_NUMBER, TABLES, TITLE
from tests.seeds.finding import bare, has_row, in_order, in_sheets, on_paper, something

FIXTURE = "kalmar-socialnamnden-2022"
REPORT = "tertial-2022-08"
ROWS = [(section, row) for section, rows in TABLES for row in rows]
FIGURES = [(section, row) for section, row in ROWS if len(row) > 1]


def test_the_sections_stand_in_the_order_of_the_report(rendition):
    assert in_order(HEADINGS, rendition.headings())


@pytest.mark.parametrize("fact", [TITLE, REGISTRY_NUMBER, DATED])
def test_the_report_says_what_it_is(rendition, fact):
    assert bare(fact) in bare(rendition.page.text_content())
    assert on_paper(rendition.paper, fact)


def test_the_attachments_are_listed_in_order(rendition):
    assert in_order(ATTACHMENTS, [rendition.stretch("Bilagor")], within=True)
    assert in_order(ATTACHMENTS, [rendition.paper], within=True)


@pytest.mark.parametrize(("section", "row"), ROWS)
def test_a_row_stands_in_its_table(rendition, section, row):
    assert has_row(rendition.rows(section), *row)


@pytest.mark.parametrize(("section", "columns"), COLUMNS)
def test_columns_without_a_label_before_them_are_named(rendition, section, columns):
    headed = [something(row.cells) for row in rendition.rows(section)]
    assert something(columns) in headed


@pytest.mark.parametrize(("section", "row"), FIGURES)
def test_a_row_stands_on_paper_and_in_the_spreadsheet(rendition, section, row):
    assert on_paper(rendition.paper, *row)
    assert in_sheets(rendition.sheets, *row)


@pytest.mark.parametrize(("heading", "after", "facts"), FACTS)
def test_the_texts_hold_the_figures_and_the_names(rendition, heading, after, facts):
    text = bare(rendition.stretch(heading, under=after))
    assert [fact for fact in facts if bare(fact) not in text] == []
    assert [fact for fact in facts if bare(fact) not in rendition.paper] == []


def test_a_report_of_texts_and_tables_has_nothing_to_sum_up(rendition):
    assert rendition.brief_pages == 0
    assert not {"I korthet", "Sedan förra rapporten"} & set(rendition.headings())
