"""The page of a memo's versions: all that was saved, the newest first, with what each changed."""

from dataclasses import replace

import pytest

from reports.commands.official_memo import write_memo
from tests.builders import a_report, said_in
from tests.commands.test_official_memo import TEXT


@pytest.fixture
def report(world):
    return a_report(world.round, slug="delar-2017")


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(report):
    return f"/rapporter/{report.pk}/tjansteskrivelse/versioner/"


def written(report, cast, *changes):
    write_memo(report=report, text=TEXT, version=0, by=cast.controller)
    for version, change in enumerate(changes, start=1):
        write_memo(report=report, text=replace(TEXT, **change), version=version, by=cast.controller)


def test_the_memos_page_leads_to_it_where_there_is_one(controller, cast, report):
    home = f"/rapporter/{report.pk}/tjansteskrivelse/"
    assert address(report) not in controller.get(home).content.decode()
    assert controller.get(address(report)).url == home
    written(report, cast)
    assert f'href="{address(report)}">Versioner</a>' in controller.get(home).content.decode()


def test_each_version_says_who_and_what_changed(controller, cast, report):
    written(report, cast, {"summary": "<p>Kort.</p>"}, {"summary": "<p>Kort sagt.</p>", "recipient": "Nämnden"})
    said = said_in(controller.get(address(report)).content.decode())
    assert said.index("Version 3") < said.index("Version 2") < said.index("Version 1")
    assert "Mottagare Socialnämnden → Nämnden" in said
    assert "Sammanfattning" in said.split("Version 2")[1]
    assert "Socialnämnden godkänner rapporten." in said.split("Version 1")[1]
    assert said.count("Gäller nu") == 1


def test_the_person_who_saved_it_in_the_browser_is_named(controller, cast, report):
    typed = {"heading": "Skrivelse", "recipient": "Nämnden", "proposed_decision": "Ja.", "version": "0"}
    controller.post(f"/rapporter/{report.pk}/tjansteskrivelse/", typed)
    assert f"av {cast.controller} Rubrik Skrivelse Mottagare Nämnden Daterad (tomt)" in said_in(
        controller.get(address(report)).content.decode()
    )


def test_twenty_stand_on_a_page_and_cost_the_same_as_two(controller, cast, report, django_assert_num_queries):
    written(report, cast, {"summary": "<p>1</p>"})
    controller.get(address(report))
    with django_assert_num_queries(8):
        controller.get(address(report))
    for number in range(2, 22):
        text = replace(TEXT, summary=f"<p>{number}</p>")
        write_memo(report=report, text=text, version=number, by=cast.controller)
    with django_assert_num_queries(8):
        page = controller.get(address(report)).content.decode()
    assert page.count('class="version"') == 20
    assert "Version 22" in page
    older = said_in(controller.get(f"{address(report)}?page=2").content.decode())
    assert "Version 2 " in older
    assert "Version 1 " in older


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("approver", 403), ("outsider", 404)])
def test_others_do_not_read_them(client, cast, report, role, status):
    written(report, cast)
    client.force_login(getattr(cast, role))
    assert client.get(address(report)).status_code == status
