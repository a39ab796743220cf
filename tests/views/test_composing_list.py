"""The list of the reports that one composes."""

import pytest
from django.urls import reverse
from django.utils import timezone

from followup.core.choices import Role
from followup.core.models import Membership
from reports.models import Disclosure, Publication
from tests.builders import a_committee, a_plan, a_report, a_round

ADDRESS = "/rapporter/"


def a_publication(report, **overrides):
    values = {
        "version": 1,
        "audience": "members",
        "slug": report.slug,
        "title": report.title,
        "committee": report.committee,
        "published_at": timezone.now(),
        "published_by_name": "Cecilia",
    }
    return Publication.objects.create(report=report, **values | overrides)


def titles(response):
    return [row.record.title for row in response.context["list"].table.paginated_rows]


def test_strangers_are_asked_to_sign_in(client):
    assert client.get(ADDRESS).url == f"{reverse('login')}?next={ADDRESS}"


@pytest.mark.parametrize("person", ["reader", "reporter", "approver"])
def test_those_who_compose_nothing_are_refused(client, cast, person):
    client.force_login(getattr(cast, person))
    assert client.get(ADDRESS).status_code == 403


def test_one_sees_the_reports_of_ones_own_committees(client, world, cast):
    mine = a_report(world.round, title="Vår")
    a_report(a_round(a_plan(a_committee())), title="Deras")
    for person in (cast.controller, cast.administrator):
        client.force_login(person)
        response = client.get(ADDRESS)
        assert titles(response) == ["Vår"]
        assert f'href="/rapporter/{mine.pk}/redigera/"' in response.content.decode()
    client.force_login(cast.outsider)
    assert "Inga rapporter än" in client.get(ADDRESS).content.decode()


def test_a_report_says_how_far_it_has_come(client, world, cast):
    a_report(world.round, title="Utkastet")
    a_publication(a_report(world.round, title="Ledamöternas"))
    a_publication(a_report(world.round, title="Allas"), audience="public")
    opened = a_report(world.round, title="Öppnad")
    a_publication(opened)
    second = a_publication(opened, version=2, change_note="Rättat")
    Disclosure.objects.create(publication=second, disclosed_at=timezone.now())
    client.force_login(cast.controller)
    response = client.get(ADDRESS)
    found = {
        row.record.title: (row.record.state, row.record.newest_version) for row in response.context["list"].table.rows
    }
    assert found == {
        "Utkastet": ("draft", None),
        "Ledamöternas": ("members", 1),
        "Allas": ("public", 1),
        "Öppnad": ("public", 2),
    }
    for state, expected in {"draft": 1, "members": 1, "public": 2}.items():
        assert len(titles(client.get(ADDRESS, {"state": state}))) == expected


def test_the_list_is_narrowed_by_committee_and_year(client, world, cast):
    other = a_committee()
    Membership.objects.create(user=cast.controller, committee=other, role=Role.CONTROLLER)
    a_report(world.round, title="Vår 2017")
    a_report(a_round(a_plan(other), as_of="2018-12-31"), title="Andras 2018")
    client.force_login(cast.controller)
    assert titles(client.get(ADDRESS)) == ["Andras 2018", "Vår 2017"]
    assert titles(client.get(ADDRESS, {"year": "2017"})) == ["Vår 2017"]
    assert titles(client.get(ADDRESS, {"committee": other.pk})) == ["Andras 2018"]
    assert titles(client.get(ADDRESS, {"sort": "title"})) == ["Andras 2018", "Vår 2017"]


def test_nothing_matching_is_not_the_same_as_nothing_yet(client, world, cast):
    a_report(world.round)
    client.force_login(cast.controller)
    page = client.get(ADDRESS, {"state": "public"}).content.decode()
    assert "Ingen rapport stämmer med valet" in page
    assert "(frivilligt)" not in page
    strange = client.get(ADDRESS, {"state": "okänt", "year": "x", "page": "9", "sort": "hemligt"})
    assert strange.status_code == 200


@pytest.mark.parametrize("query", ["page=99", "page=x", "per_page=0", "per_page=-1", "sort=;"])
def test_an_address_that_was_tampered_with_shows_the_list(client, world, cast, query):
    report = a_report(world.round)
    client.force_login(cast.controller)
    assert report.title in client.get(f"{ADDRESS}?{query}").content.decode()


def test_the_number_of_queries_does_not_grow(client, world, cast, django_assert_max_num_queries):
    client.force_login(cast.controller)
    for reports in (2, 20):
        for _ in range(reports):
            a_publication(a_report(a_round(world.plan)))
        with django_assert_max_num_queries(8):
            assert client.get(ADDRESS).status_code == 200
