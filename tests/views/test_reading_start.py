"""The start page of many committees: municipalities to choose among, and what came last."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.views.reading import start
from tests.builders import a_committee, a_member, a_municipality, a_plan, said_in
from tests.versions import a_version


@pytest.fixture
def many(db, monkeypatch):
    """Two municipalities with two and one committee, each with a report; three are many."""
    monkeypatch.setattr(start, "MOST_AT_LENGTH", 2)
    first, second = a_municipality(name="Berg"), a_municipality(name="Ale")
    places = [("Skolnämnden", first), ("Byggnämnden", first), ("Kulturnämnden", second)]
    committees = [a_committee(name=name, municipality=where) for name, where in places]
    for number, committee in enumerate(committees):
        a_version(a_plan(committee), date(2025, 1 + number, 28), published_at=f"2026-0{1 + number}-01T08:00Z")
    return committees


def test_one_chooses_a_municipality(client, many):
    page = client.get("/").content.decode()
    assert "Ale 1 nämnd, senast publicerat" in said_in(page)
    assert "Berg 2 nämnder, senast publicerat" in said_in(page)
    assert page.index(">Ale<") < page.index(">Berg<")
    assert f'href="/kommun/{many[0].municipality_id}/"' in page
    assert 'name="q"' in page


def test_what_came_last_stands_first(client, many):
    newest = said_in(client.get("/").content.decode().split("Senast publicerat")[-1])
    assert newest.index("Kulturnämnden, Ale") < newest.index("Byggnämnden, Berg") < newest.index("Skolnämnden, Berg")


def test_few_committees_stand_at_length(client, many, monkeypatch):
    monkeypatch.setattr(start, "MOST_AT_LENGTH", 3)
    page = client.get("/").content.decode()
    assert "Välj kommun" not in page
    assert all(committee.name in page for committee in many)


def test_what_is_for_members_is_counted_for_them_alone(client, many):
    committee = a_committee(name="Jävsnämnden", municipality=many[2].municipality)
    a_version(a_plan(committee), date(2025, 8, 31), audience="members")
    assert "Ale 1 nämnd," in said_in(client.get("/").content.decode())
    client.force_login(a_member("lena", "reader", committee))
    page = said_in(client.get("/").content.decode())
    assert "Ale 2 nämnder," in page
    assert "Bara för nämndens ledamöter" in page


def test_more_municipalities_ask_no_more(client, many):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        return len(asked)

    few = queries()
    for _number in range(8):
        a_version(a_plan(a_committee()), date(2025, 12, 31))
    assert queries() == few
