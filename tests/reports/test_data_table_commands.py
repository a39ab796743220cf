"""Writing a report's data tables: whole, refused whole, and told in the audit trail."""

import pytest
from django.core.exceptions import ValidationError

from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent
from reports.build.part_facts import TableRowFact
from reports.commands.data_tables import (
    TableChanged,
    TableRefused,
    TableText,
    add_table,
    change_table,
    delete_table,
    table_text,
)
from reports.models import DataTable, DataTableRow
from tests.builders import a_data_table, a_report, a_section


@pytest.fixture
def report(world):
    return a_report(world.round)


@pytest.fixture
def table(report):
    return a_data_table(report, ("heading", "", "2017", "2016"), ("row", "Lokaler", "12", "10"), ("row", "Hyra", "5"))


def text(*rows, title="Drift", unit="tkr"):
    return TableText(title, unit, tuple(TableRowFact(kind, label, tuple(cells)) for kind, label, *cells in rows))


def change(table, written, by, seen=None):
    seen = table_text(table).fingerprint if seen is None else seen
    return change_table(table=table, text=written, seen=seen, by=by)


def test_a_table_is_saved_whole_and_its_rows_keep_their_places(table, cast):
    written = text(
        ("heading", "", "2017"), ("row", "Ny rad", "1,50"), ("row", "Lokaler", "12"), ("sum", "Summa", "13,50")
    )
    change(table, written, cast.controller)
    table.refresh_from_db()
    assert table_text(table) == written
    assert list(table.rows.values_list("position", flat=True)) == [1, 2, 3, 4]


def test_rows_that_were_removed_are_deleted_and_empty_ends_are_not_kept(table, cast):
    change(table, text(("row", "Lokaler ", " 12 ", "", ""), ("row", "", "", "")), cast.controller)
    assert list(table.rows.values_list("label", "cells")) == [("Lokaler", ["12"])]


def test_the_audit_trail_says_which_cells_were_what(table, cast):
    before = table_text(table)
    rows = (*before.rows[:1], TableRowFact("sum", "Lokaler", ("13", "10")), *before.rows[2:])
    change(table, TableText("Drift", "", rows), cast.controller)
    event = AuditEvent.objects.get()
    assert event.object_type == "reports.datatable"
    assert event.details == {"titel": "Tabell 1 → Drift", "celler": "rad 2: rad → summa; rad 2, kolumn 1: 12 → 13"}


def test_saving_what_stands_there_writes_nothing(table, cast):
    change(table, table_text(table), cast.controller, seen="något annat")
    assert not AuditEvent.objects.exists()


def test_two_at_once_and_the_second_is_told_with_nothing_written(table, cast):
    seen = table_text(table).fingerprint
    change(table, text(("row", "Den första", "1")), cast.controller, seen)
    with pytest.raises(TableChanged) as refusal:
        change(table, text(("row", "Den andra", "2")), cast.administrator, seen)
    assert refusal.value.current.rows[0].label == "Den första"
    assert table.rows.get().label == "Den första"


def test_faults_are_told_cell_by_cell_and_nothing_is_written(table, cast):
    written = text(("computation", "", "1+", "2018-01-02", "1-2"), ("row", "x" * 2001, "\x07"))
    with pytest.raises(TableRefused) as refusal:
        change(table, written, cast.controller)
    assert set(refusal.value.faults) == {(0, 1), (0, 2), (1, 0), (1, 1)}
    assert "1-2 eller 1/2*100" in refusal.value.faults[0, 1]
    assert table.rows.count() == 3


def test_more_than_twenty_cells_or_four_hundred_rows_are_refused(table, cast):
    with pytest.raises(TableRefused):
        change(table, text(("row", "", *["1"] * 21)), cast.controller)
    with pytest.raises(TableRefused):
        change(table, text(*[("row", "x")] * 401), cast.controller)


def test_a_new_table_gets_a_key_of_its_own_and_stands_last(report, table, cast):
    first = add_table(report=report, text=text(("row", "A", "1")), by=cast.controller)
    second = add_table(report=report, text=text(), by=cast.controller)
    third = add_table(report=report, text=text(), key="eget", by=cast.controller)
    assert [each.key for each in (first, second, third)] == ["drift", "drift-2", "eget"]
    assert [each.position for each in (first, second, third)] == [2, 3, 4]
    with pytest.raises(ValidationError):
        add_table(report=report, text=text(title=" "), by=cast.controller)


def test_a_table_that_a_section_shows_is_kept(report, table, cast):
    a_section(report, title="Ekonomi", kind="data_table", options={"tabell": [table.key]})
    with pytest.raises(CommandRefused, match="visas i ”Ekonomi”"):
        delete_table(table=table, by=cast.controller)
    report.sections.all().delete()
    delete_table(table=table, by=cast.controller)
    assert not DataTable.objects.exists()
    assert not DataTableRow.objects.exists()
    assert AuditEvent.objects.get().action == "deleted"


@pytest.mark.parametrize("who", ["reader", "reporter", "approver", "outsider"])
def test_only_those_who_compose_reports_write_tables(report, table, cast, who):
    person = getattr(cast, who)
    for write in (
        lambda: add_table(report=report, text=text(), by=person),
        lambda: change(table, text(), person),
        lambda: delete_table(table=table, by=person),
    ):
        with pytest.raises(NotAllowed):
            write()


def test_the_number_of_queries_does_not_grow_with_rows(report, cast, django_assert_max_num_queries):
    for size in (5, 200):
        table = a_data_table(report, *[("row", f"Rad {number}", "1") for number in range(size)])
        written = text(*[("row", f"Rad {number}", "2") for number in range(size)])
        seen = table_text(table).fingerprint
        with django_assert_max_num_queries(18):
            change(table, written, cast.controller, seen)
