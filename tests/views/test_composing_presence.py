"""Who else has a section or a table of a report open."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from followup.core.faults import NotAllowed
from reports.choices import ReportPart
from reports.commands.presence import note_report_presence
from reports.models import ReportPresence
from tests.builders import a_data_table, a_member, a_report, a_section


@pytest.fixture
def report(world):
    return a_report(world.round)


@pytest.fixture
def section(report):
    return a_section(report, title="Inledning")


def address(row, kind="avsnitt"):
    return f"/rapporter/{row.report_id}/{kind}/{row.pk}/"


def ask(client, user, address):
    client.force_login(user)
    return client.post(f"{address}narvaro/").content.decode()


def is_at(user, row, part=ReportPart.SECTION, **ago):
    return ReportPresence.objects.create(
        report=row.report, user=user, part=part, part_id=row.pk, seen_at=timezone.now() - timedelta(**ago)
    )


def test_two_at_the_same_section_are_told_of_each_other(client, cast, section):
    assert "öppet" not in ask(client, cast.administrator, address(section))
    assert "Administrator har också det här avsnittet öppet." in ask(client, cast.controller, address(section))
    assert "Controller har också det här avsnittet öppet." in ask(client, cast.administrator, address(section))


def test_several_are_named_in_one_sentence(client, cast, section):
    for user in (cast.administrator, cast.superuser):
        is_at(user, section)
    said = ask(client, cast.controller, address(section))
    assert "Administrator och Superuser har också det här avsnittet öppet." in said


def test_two_at_the_same_table_are_told_of_each_other(client, cast, report):
    table = a_data_table(report)
    ask(client, cast.administrator, address(table, "tabeller"))
    assert "Administrator har också den här tabellen öppen." in ask(client, cast.controller, address(table, "tabeller"))
    page = client.get(address(table, "tabeller")).content.decode()
    assert "Administrator har också den här tabellen öppen." in page


def test_a_table_and_a_section_with_the_same_key_are_not_the_same(client, cast, section):
    is_at(cast.administrator, section, part=ReportPart.DATA_TABLE)
    assert "Administrator" not in ask(client, cast.controller, address(section))


def test_who_has_gone_on_is_at_the_next_alone(client, cast, report, section):
    other = a_section(report, title="Ekonomi")
    ask(client, cast.administrator, address(section))
    ask(client, cast.administrator, address(other))
    said = ask(client, cast.controller, address(section))
    assert "öppet" not in said
    assert f'<span data-there="{other.pk}">Administrator är här</span>' in said
    assert ReportPresence.objects.count() == 2


def test_the_page_and_its_tree_say_who_is_where_before_any_script(client, cast, report, section):
    other = a_section(report, title="Ekonomi")
    is_at(cast.administrator, section)
    is_at(cast.superuser, other)
    client.force_login(cast.controller)
    page = client.get(address(section)).content.decode()
    assert "Administrator har också det här avsnittet öppet." in page
    assert f'data-there="{other.pk}">Superuser är här</span>' in page
    for path in (f"/rapporter/{report.pk}/redigera/", f"/rapporter/{report.pk}/avsnitt/nytt/"):
        assert "Superuser är här" in client.get(path).content.decode()


def test_the_tree_says_so_too_after_something_is_moved_in_it(client, cast, report, section):
    a_section(report, title="Ekonomi")
    is_at(cast.administrator, section)
    client.force_login(cast.controller)
    answer = client.post(f"{address(section)}flytta/", {"direction": "down"}, headers={"HX-Request": "true"})
    assert "Administrator är här" in answer.content.decode()


def test_whoever_looks_at_all_sections_is_told_but_not_noted(client, cast, report, section):
    is_at(cast.administrator, section)
    assert "Administrator är här" in ask(client, cast.controller, f"/rapporter/{report.pk}/")
    assert ReportPresence.objects.count() == 1


def test_one_is_not_told_of_oneself(client, cast, section):
    for _ in range(2):
        assert "Controller" not in ask(client, cast.controller, address(section))


def test_looking_at_a_page_notes_nothing(client, cast, section):
    client.force_login(cast.controller)
    client.get(address(section))
    assert not ReportPresence.objects.exists()


def test_who_was_there_a_while_ago_is_not_there_now_and_is_not_kept(client, cast, section):
    is_at(cast.administrator, section, seconds=61)
    is_at(cast.superuser, section, days=2)
    assert "öppet" not in ask(client, cast.controller, address(section))
    assert {each.user for each in ReportPresence.objects.all()} == {cast.administrator, cast.controller}


def test_what_stands_in_another_report_is_not_found(client, world, cast, section):
    other = a_report(world.round)
    client.force_login(cast.controller)
    assert client.post(f"/rapporter/{other.pk}/avsnitt/{section.pk}/narvaro/").status_code == 404
    assert client.post(f"/rapporter/{other.pk}/tabeller/{a_data_table(section.report).pk}/narvaro/").status_code == 404


def test_only_those_who_compose_are_noted(cast, section):
    for by in (cast.reporter, cast.reader, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            note_report_presence(
                report=section.report, part=ReportPart.SECTION, part_id=section.pk, now=timezone.now(), by=by
            )
    assert not ReportPresence.objects.exists()


def test_many_cost_no_more_queries_than_few(client, world, cast, report, section):
    counts = []
    client.force_login(cast.controller)
    for more in (1, 20):
        for number in range(more):
            where = a_section(report, title=f"Avsnitt {more}-{number}")
            is_at(a_member(f"kollega-{more}-{number}", "controller", world.committee), where if number % 2 else section)
        counts.append([])
        for path, method in (
            (f"{address(section)}narvaro/", "post"),
            (f"/rapporter/{report.pk}/narvaro/", "post"),
            (address(section), "get"),
            (f"/rapporter/{report.pk}/redigera/", "get"),
        ):
            getattr(client, method)(path)
            with CaptureQueriesContext(connection) as queries:
                assert getattr(client, method)(path).status_code == 200
            counts[-1].append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0][0] <= 7
