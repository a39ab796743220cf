"""The pages of a report's data tables: the list, a new one, the grid."""

import re

import pytest

from reports.commands.data_tables import change_table, table_text
from reports.forms.data_table import DataTableForm
from reports.models import DataTable
from tests.builders import a_data_table, a_report, a_section, said_in


@pytest.fixture
def report(world):
    return a_report(world.round)


@pytest.fixture
def table(report):
    return a_data_table(
        report,
        ("heading", "", "Budget", "Utfall", "Avvikelse"),
        ("computation", "", "", "", "1-2"),
        ("row", "Lokaler", "120", "100", ""),
        ("sum", "Summa", "120", "90", ""),
        title="Drift",
        unit_of_measure="tkr",
    )


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(table, rest=""):
    return f"/rapporter/{table.report_id}/tabeller/{table.pk}/{rest}"


def words_of(response):
    return said_in(response.content.decode())


def sent(table, **overrides):
    """The fields of the grid as the page shows them."""
    form = DataTableForm.of(table_text(table))
    fields = {"title": form.title, "unit_of_measure": form.unit_of_measure, "seen": form.seen}
    fields |= {"rows": len(form.rows), "columns": form.width, "at_row": 1, "at_column": 1}
    for row in form.shown({}, None):
        fields |= {row.kind_name: row.kind} | {cell.name: cell.text for cell in (row.label, *row.cells)}
    return fields | overrides


def test_the_list_says_where_each_table_is_shown(controller, report, table):
    a_section(report, title="Ekonomi", kind="data_table", options={"tabell": [table.key]})
    a_data_table(report, ("heading", "Nettokostnader", "2017"), ("row", "A", "1"), title="")
    words = words_of(controller.get(f"/rapporter/{report.pk}/tabeller/"))
    assert "4 rader, tkr. Visas i Ekonomi" in words
    assert "Nettokostnader 2 rader. Visas inte i något avsnitt." in words


def test_the_list_asks_as_many_queries_for_many_tables(controller, report, django_assert_num_queries):
    a_data_table(report, ("row", "A", "1"))
    controller.get(f"/rapporter/{report.pk}/tabeller/")
    with django_assert_num_queries(8) as few:
        controller.get(f"/rapporter/{report.pk}/tabeller/")
    for _number in range(10):
        a_data_table(report, ("row", "A", "1"))
    with django_assert_num_queries(len(few)):
        controller.get(f"/rapporter/{report.pk}/tabeller/")


def test_a_new_table_begins_empty_or_as_that_of_the_report_before(controller, report, world):
    earlier = a_report(world.round, as_of=world.round.as_of.replace(year=2016), title="Förra årets")
    before = a_data_table(
        earlier,
        ("heading", "", "Budget"),
        ("computation", "", "1"),
        ("row", "Lokaler", "120"),
        title="Drift",
        key="drift",
    )
    page = f"/rapporter/{report.pk}/tabeller/ny/"
    assert "Förra rapportens ”Drift”" in words_of(controller.get(page))
    controller.post(page, {"title": "Drift 2017", "source": before.pk})
    copied = report.tables.get()
    assert copied.key == "drift"
    assert [row.cells for row in table_text(copied).rows] == [("Budget",), ("1",), ()]
    controller.post(page, {"title": "Med siffror", "source": before.pk, "with_figures": "on"})
    assert table_text(report.tables.get(title="Med siffror")).rows == table_text(before).rows
    response = controller.post(page, {"title": ""})
    assert response.status_code == 422


def test_the_grid_shows_what_is_computed_and_what_does_not_add_up(controller, table):
    words = words_of(controller.get(address(table)))
    assert "= 20" in words
    assert "Borde vara 100." in words


def test_saving_saves_all_and_says_so(controller, table):
    response = controller.post(address(table), sent(table, title="Driften", **{"c2-1": "130,50"}), follow=True)
    assert "är sparad" in words_of(response)
    assert table_text(DataTable.objects.get(pk=table.pk)).rows[2].cells == ("130,50", "100")


@pytest.mark.parametrize(
    ("step", "rows", "columns"),
    [("row_below", 5, 3), ("row_remove", 3, 3), ("column_after", 4, 4), ("compute", 4, 3)],
)
def test_a_step_is_shown_and_not_saved(controller, table, step, rows, columns):
    stood = table_text(table)
    response = controller.post(address(table), sent(table, do=step, at_row=3, at_column=3, **{"c2-0": "Nytt namn"}))
    assert response.status_code == 200
    page = response.content.decode()
    assert (page.count('<tr role="row" data-row>'), len(re.findall(r'id="k\d', page))) == (rows, columns)
    assert ("Nytt namn" in page) == (step != "row_remove")
    assert "Ändringarna är inte sparade." in page
    assert table_text(table) == stood


def test_a_step_that_cannot_be_taken_says_why_and_keeps_what_was_typed(controller, table):
    response = controller.post(address(table), sent(table, do="column_remove", at_column=1, **{"c2-0": "Nytt namn"}))
    assert response.status_code == 422
    assert "Kolumn 1 behövs i uträkningen" in words_of(response)
    assert "Nytt namn" in response.content.decode()


def test_a_cell_that_cannot_be_saved_is_pointed_at_and_nothing_is_lost(controller, table):
    response = controller.post(address(table), sent(table, **{"c1-3": "1 minus 2", "c2-0": "Nytt namn"}))
    page = response.content.decode()
    assert response.status_code == 422
    assert 'href="#c1-3"' in page
    assert 'id="c1-3_error"' in page
    assert "Nytt namn" in page
    assert table_text(table).rows[2].label == "Lokaler"


def test_two_at_once_see_both_and_saving_again_replaces_knowingly(controller, table, cast):
    mine = sent(table, **{"c2-1": "999"})
    theirs = table_text(table)
    rows = [*theirs.rows]
    rows[2] = rows[2].__class__("row", "Lokaler", ("111", "100"))
    change_table(
        table=table, text=theirs.__class__("Drift", "tkr", tuple(rows)), seen=theirs.fingerprint, by=cast.administrator
    )
    response = controller.post(address(table), mine)
    assert response.status_code == 409
    words = words_of(response)
    assert "Sparat nu: 111" in words
    assert "Hela tabellen som den är sparad nu" in words
    assert 'value="999"' in response.content.decode()
    again = mine | {"seen": table_text(table).fingerprint}
    assert controller.post(address(table), again).status_code == 302
    assert table_text(table).rows[2].cells[0] == "999"


def test_a_table_deleted_meanwhile_is_told_and_may_be_added_again(controller, table):
    mine, place = sent(table, **{"c2-1": "999"}), address(table)
    table.delete()
    response = controller.post(place, mine)
    assert response.status_code == 409
    assert "Någon annan har tagit bort tabellen" in words_of(response)
    assert controller.post(place, mine | {"seen": ""}).status_code == 302
    assert table_text(DataTable.objects.get()).rows[2].cells[0] == "999"


def test_what_is_computed_is_answered_while_it_is_typed(controller, table):
    answer = controller.post(f"/rapporter/{table.report_id}/tabeller/rakna/", sent(table, **{"c2-1": "1120"}))
    assert answer.json()["cells"]["c2-3"] == {"words": "= 1\u00a0020", "trouble": False}


def test_two_hundred_rows_of_twenty_columns_are_shown_and_saved(controller, report, django_assert_num_queries):
    table = a_data_table(report, *[("row", f"Rad {row}", *[str(row)] * 20) for row in range(200)])
    fields = sent(table, **{"c199-20": "slut"})
    assert len(fields) > 4000
    assert controller.post(address(table), fields).status_code == 302
    assert table_text(table).rows[199].cells[19] == "slut"
    with django_assert_num_queries(9):
        assert controller.get(address(table)).status_code == 200


def test_deleting_asks_and_says_what_stands_in_the_way(controller, report, table):
    section = a_section(report, title="Ekonomi", kind="data_table", options={"tabell": [table.key]})
    assert "Ta bort tabellen</button>" not in controller.get(address(table, "ta-bort/")).content.decode()
    assert "visas i ”Ekonomi”" in words_of(controller.post(address(table, "ta-bort/"), follow=True))
    section.delete()
    controller.post(address(table, "ta-bort/"))
    assert not DataTable.objects.exists()
