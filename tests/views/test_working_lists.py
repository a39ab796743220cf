"""What the lists of those who work have in common: columns chosen, an address that keeps it, files of what is shown."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from followup.core.access import COMMAND_LINE
from followup.core.audit import record
from followup.core.choices import AuditAction
from tests.builders import (
    a_job,
    a_measurement,
    a_plan,
    a_report,
    a_round,
    a_target,
    an_indicator,
)

EVIL = "=1+1"


@dataclass(frozen=True)
class WorkingList:
    """`make` adds a row named by its text; `names` is the heading of the column that holds it."""

    make: Callable
    names: str
    chosen: tuple[str, str]
    others: tuple[str, ...] = ("reader", "reporter")


def address(name, world):
    plan = f"/planer/{world.committee.slug}/{world.plan.slug}/"
    return {
        "rounds": "/oversikt/",
        "jobs": "/arbeten/",
        "plans": "/planer/",
        "plan_rounds": f"{plan}uppfoljningar/",
        "indicators": f"{plan}indikatorer/",
        "events": "/handelser/",
        "reports": "/rapporter/",
    }[name]


def an_event(world, name):
    about = a_round(world.plan, title=name)
    record(action=AuditAction.CHANGED, subject=about, committee=world.committee, by=COMMAND_LINE)


def a_measured_indicator(world, name):
    indicator = an_indicator(world.goals[0], name=name, units=[world.afi])
    a_measurement(indicator)
    a_target(indicator)


def a_round_with_goals(world, name):
    a_round(world.plan, title=name)


LISTS = {
    "rounds": WorkingList(a_round_with_goals, "Uppföljning", ("opens_on", "Öppnar")),
    "jobs": WorkingList(
        lambda world, name: a_job(a_report(world.round, title=name), state="failed", fault="Fel."),
        "Arbete",
        ("state", "Läge"),
        ("reader", "reporter", "approver"),
    ),
    "plans": WorkingList(
        lambda world, name: a_plan(world.committee, title=name), "Plan", ("registry_number", "Diarienummer")
    ),
    "plan_rounds": WorkingList(a_round_with_goals, "Uppföljning", ("kind", "Typ")),
    "indicators": WorkingList(a_measured_indicator, "Namn", ("kolada_id", "Kolada-id")),
    "events": WorkingList(an_event, "Gäller", ("object_label", "Gäller")),
    "reports": WorkingList(
        lambda world, name: a_report(world.round, title=name), "Rapport", ("registry_number", "Diarienummer")
    ),
}
EVERY = pytest.mark.parametrize("name", LISTS)


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def as_csv(response):
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def sheet(response):
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    return load_workbook(BytesIO(response.content)).active


@EVERY
def test_columns_are_chosen_in_the_address_that_the_files_share(controller, world, name):
    kind = LISTS[name]
    kind.make(world, "En")
    column, heading = kind.chosen
    found = controller.get(f"{address(name, world)}?kolumn={column}&sort=-{column}")
    shown = found.context["list"]
    assert [each.name for each in shown.columns if each.is_shown] == [column]
    assert {each.name for each in shown.table.columns} == {column, *shown.table.always}
    assert f"?kolumn={column}&amp;sort=-{column}&amp;hamta=csv" in found.content.decode()
    assert heading in as_csv(controller.get(address(name, world) + shown.csv))[0]


@EVERY
def test_what_is_shown_is_taken_away_as_text_that_stays_text(controller, world, name):
    kind = LISTS[name]
    kind.make(world, EVIL)
    rows = as_csv(controller.get(f"{address(name, world)}?hamta=csv"))
    place = rows[0].index(kind.names)
    assert any(EVIL in row[place] for row in rows[1:])
    assert not any(cell.startswith("=") for row in rows for cell in row)
    cells = [row[place] for row in sheet(controller.get(f"{address(name, world)}?hamta=xlsx")).iter_rows(min_row=2)]
    assert any(EVIL in cell.value for cell in cells)
    assert {cell.data_type for cell in cells} == {"s"}


@EVERY
def test_the_files_have_every_row_and_the_columns_without_buttons_and_links(controller, world, name):
    for number in range(52):
        LISTS[name].make(world, f"Rad {number}")
    page = controller.get(f"{address(name, world)}?page=2").context["list"]
    rows = as_csv(controller.get(address(name, world) + page.csv))
    assert len(rows) == page.count + 1 > 52
    shown = [column for column in page.table.columns if not column.column.exclude_from_export]
    assert rows[0] == [str(column.header) for column in shown]
    assert sheet(controller.get(address(name, world) + page.xlsx)).max_row == len(rows)


@EVERY
def test_who_may_not_see_the_list_may_not_take_it_away(client, cast, world, name):
    LISTS[name].make(world, "En")
    for person in LISTS[name].others:
        client.force_login(getattr(cast, person))
        for file in ("", "?hamta=csv", "?hamta=xlsx"):
            assert client.get(address(name, world) + file).status_code in {403, 404}
    client.force_login(cast.outsider)
    outside = client.get(f"{address(name, world)}?hamta=csv")
    assert outside.status_code == 404 or len(as_csv(outside)) == 1
    client.logout()
    assert client.get(f"{address(name, world)}?hamta=csv").status_code == 302


@EVERY
@pytest.mark.parametrize("query", ["kolumn=x", "hamta=x", "sort=x&kolumn=", "page=-1&kolumn=x&hamta="])
def test_an_address_that_was_tampered_with_shows_the_list(controller, world, name, query):
    LISTS[name].make(world, "En")
    found = controller.get(f"{address(name, world)}?{query}")
    assert found.status_code == 200
    assert found.context["list"].count


@EVERY
def test_the_list_and_its_file_take_as_many_queries_for_many_rows_as_for_few(controller, world, name):
    def queries(file):
        controller.get(address(name, world) + file)
        with CaptureQueriesContext(connection) as asked:
            controller.get(address(name, world) + file)
        return len(asked)

    LISTS[name].make(world, "En")
    LISTS[name].make(world, "Två")
    few = [queries(file) for file in ("", "?hamta=csv", "?hamta=xlsx")]
    for number in range(60):
        LISTS[name].make(world, f"Rad {number}")
    assert [queries(file) for file in ("", "?hamta=csv", "?hamta=xlsx")] == few


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("rounds", "state=closed"),
        ("jobs", "state=done"),
        ("plans", "year=1950"),
        ("plan_rounds", "state=closed"),
        ("indicators", "text=finns+inte"),
        ("events", "words=finns+inte"),
        ("reports", "state=withdrawn"),
    ],
)
def test_nothing_yet_and_nothing_that_matches_are_two_things(controller, client, cast, world, name, query):
    LISTS[name].make(world, "En")
    narrowed = controller.get(f"{address(name, world)}?{query}").content.decode()
    assert "stämmer med valet" in narrowed
    assert 'class="filters' in narrowed
    if name not in {"plan_rounds", "indicators"}:
        client.force_login(cast.outsider)
        assert not client.get(address(name, world)).context["list"].count
        assert 'class="filters' not in client.get(address(name, world)).content.decode()


def test_days_and_moments_are_such_in_a_file(controller, world, time_machine):
    time_machine.move_to("2017-09-01 14:02:07+02:00", tick=False)
    controller.force_login(controller.get("/").wsgi_request.user)
    an_event(world, "En")
    rounds = sheet(controller.get("/oversikt/?hamta=xlsx&kolumn=deadline"))
    assert {row[1].value for row in rounds.iter_rows(min_row=2)} == {datetime(2017, 9, 8)}
    events = f"{address('events', world)}?kolumn=action"
    assert sheet(controller.get(f"{events}&hamta=xlsx"))["A2"].value == datetime(2017, 9, 1, 14, 2, 7)
    assert as_csv(controller.get(f"{events}&hamta=csv"))[1][0] == "2017-09-01 14:02:07"


def test_a_plan_is_found_by_its_words_and_by_a_year_within_it(controller, world):
    a_plan(world.committee, title="Boendeplan", year_from=2030, year_through=2033)

    def titles(query):
        return [row.record.title for row in controller.get(f"/planer/?{query}").context["list"].table.rows]

    assert titles("year=2032") == titles("words=BOENDE") == ["Boendeplan"]
    assert titles("year=2034") == []


def test_an_indicators_whole_goal_stands_in_a_file(controller, world):
    world.goals[0].name = "Långt " * 40
    world.goals[0].save()
    a_measured_indicator(world, "En")
    line = as_csv(controller.get(f"{address('indicators', world)}?kolumn=goal&hamta=csv"))[1]
    assert world.goals[0].name.strip() in " ".join(line)


def test_a_cell_with_nothing_in_it_is_marked_so_that_a_folded_row_leaves_it_out(controller, world):
    a_round(world.plan, title="Utan dagar", opens_on=None, deadline=None)
    html = controller.get("/oversikt/?kolumn=deadline&kolumn=done").content.decode()
    assert html.count('data-empty="true"') == 1
