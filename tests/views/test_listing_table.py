"""The table of a list: what its cells are, and what is worked out once for all of them."""

import django_tables2 as tables
import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.html import format_html

from reports.views.listing.table import NUMBER, ROW_HEADER, ListTable

ROWS = (
    {"name": "Nöjda <brukare>", "count": 0, "newest": "81,3 %", "source": ""},
    {"name": "Väntetid", "count": None, "newest": None, "source": None},
)


class Listed(ListTable):
    caption = "Provlista"

    name = tables.Column(verbose_name="Namn", attrs=ROW_HEADER)
    count = tables.Column(verbose_name="Antal", attrs=NUMBER)
    newest = tables.Column(verbose_name="Senaste", empty_values=())
    source = tables.Column(verbose_name="Källa")

    def render_name(self, value):
        return format_html('<a href="#">{}</a>', value)

    def render_newest(self, value):
        return value or "—"


@pytest.fixture
def table():
    return Listed(ROWS)


def shown(table, number):
    return dict(zip(Listed.base_columns, list(table.shown_rows())[number], strict=True))


def test_a_cell_that_shows_nothing_is_known_and_nought_is_something(table):
    assert [name for name, cell in shown(table, 0).items() if cell.is_empty] == ["source"]
    assert [name for name, cell in shown(table, 1).items() if cell.is_empty] == ["count", "source"]


def test_a_columns_attributes_are_those_of_every_row(table):
    for number in (0, 1):
        row = shown(table, number)
        assert [name for name, cell in row.items() if cell.is_heading] == ["name"]
        assert 'scope="row"' in row["name"].attrs
        assert 'data-label="Antal"' in row["count"].attrs
        assert 'class="number' in row["count"].attrs


def test_words_are_escaped_and_what_is_html_is_not(table):
    html = render_to_string("django_tables2/uppfoljning.html", {"table": table}, RequestFactory().get("/"))
    assert "Nöjda &lt;brukare&gt;</a></th>" in html
    assert html.count("<tr role=") == len(ROWS)
    assert html.count(' data-empty="true"') == 3


def test_attributes_are_not_worked_out_for_each_row(monkeypatch):
    asked = []
    worked_out = tables.columns.BoundColumn.attrs.fget
    counted = property(lambda column: asked.append(column.name) or worked_out(column))
    monkeypatch.setattr(tables.columns.BoundColumn, "attrs", counted)
    assert len(list(Listed(ROWS * 40).shown_rows())) == 80
    assert asked == list(Listed.base_columns)
