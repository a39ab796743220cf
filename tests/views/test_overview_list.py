"""The list of rounds that a person follows."""

from datetime import date

import pytest
from django.urls import reverse

from followup.core.choices import Role
from followup.core.models import Membership
from tests.builders import a_committee, a_goal, a_level, a_member, a_plan, a_round, a_unit, an_assessment

URL = "/oversikt/"


def text_of(response):
    return " ".join(response.content.decode().split())


def a_followed_round(user, *, goals=2, **overrides):
    committee = a_committee()
    unit = a_unit(committee, "AFI")
    plan = a_plan(committee)
    a_level(plan)
    for _number in range(goals):
        a_goal(plan)
    Membership.objects.create(user=user, committee=committee, role=Role.CONTROLLER)
    return a_round(plan, **overrides), unit


def test_needs_a_sign_in(client, world):
    assert client.get(URL).url == f"{reverse('login')}?next={URL}"


@pytest.mark.parametrize("name", ["reader", "reporter"])
def test_is_for_those_who_follow(client, cast, name):
    client.force_login(getattr(cast, name))
    assert client.get(URL).status_code == 403


@pytest.mark.parametrize("name", ["approver", "controller", "administrator", "superuser"])
def test_shows_the_rounds_that_one_follows(client, cast, world, name):
    client.force_login(getattr(cast, name))
    assert world.round.title in text_of(client.get(URL))


def test_shows_no_other_committees_rounds(client, cast, world):
    client.force_login(cast.outsider)
    response = client.get(URL)
    assert world.round.title not in text_of(response)
    assert "Ingen uppföljning än" in text_of(response)


def test_shows_to_an_approver_of_one_unit(client, world):
    client.force_login(a_member("av-enhet", Role.APPROVER, world.committee, world.afi))
    assert world.round.title in text_of(client.get(URL))


def test_names_committee_and_municipality_to_those_who_follow_several(client, cast, world):
    client.force_login(cast.controller)
    assert world.committee.municipality.name not in text_of(client.get(URL))
    a_followed_round(cast.controller)
    assert f"Socialnämnden, {world.committee.municipality.name}" in text_of(client.get(URL))


def test_counts_what_is_asked_for(client, cast, world):
    first, second, third = world.goals
    an_assessment(world.round, first, world.afi, status="achieved", state="approved")
    an_assessment(world.round, second, world.afi, status="achieved", state="ready")
    an_assessment(world.round, first, world.ifo, status="achieved", state="draft")
    an_assessment(world.round, second, world.ifo, status="achieved", state="returned")
    an_assessment(world.round, third, world.ifo, status="achieved", state="ready")
    an_assessment(world.round, third, None, status="achieved", state="ready")
    client.force_login(cast.controller)
    row = text_of(client.get(URL))
    assert "3 av 5" in row
    tally = client.get(URL).context["list"].table.tallies[world.round.pk]
    assert (tally.asked, tally.answered, tally.done, tally.approved) == (5, 3, 2, 1)


def test_tells_how_long_is_left(client, cast, world, time_machine):
    client.force_login(cast.controller)
    time_machine.move_to("2017-09-05 12:00:00+02:00")
    client.force_login(cast.controller)
    assert "3 dagar kvar" in text_of(client.get(URL))
    time_machine.move_to("2017-09-09 12:00:00+02:00")
    client.force_login(cast.controller)
    assert "har passerat" in text_of(client.get(URL))


def test_narrows_to_committee_state_and_kind(client, cast, world):
    other, _unit = a_followed_round(cast.controller, title="Bokslut", kind="year_end", state="planned")
    client.force_login(cast.controller)

    def titles(query):
        return [row.record.title for row in client.get(URL, query).context["list"].table.rows]

    assert titles({"committee": other.committee_id}) == ["Bokslut"]
    assert titles({"state": "open"}) == [world.round.title]
    assert titles({"kind": "year_end"}) == ["Bokslut"]
    assert titles({"kind": "year_end", "state": "open"}) == []


def test_choices_stand_alone_with_a_capital_and_no_field_says_that_it_may_be_left_empty(client, cast, world):
    client.force_login(cast.controller)
    page = text_of(client.get(URL))
    for option in ("Planerad", "Öppen", "Helår", "Tertial 1"):
        assert f">{option}</option>" in page
    assert "(frivilligt)" not in page


def test_offers_only_the_committees_one_follows(client, cast, world):
    a_committee(name="Kulturnämnden")
    a_followed_round(cast.controller)
    client.force_login(cast.controller)
    response = client.get(URL)
    assert "Kulturnämnden" not in text_of(response)
    for label in ("Nämnd", "Läge", "Typ"):
        assert f">{label}" in text_of(response)


def test_says_when_nothing_matches(client, cast, world):
    client.force_login(cast.controller)
    response = client.get(URL, {"state": "closed"})
    assert "Ingen uppföljning stämmer med valet" in text_of(response)
    assert "Visa alla" in text_of(response)


def test_newest_first_and_every_order_is_total(client, cast, world):
    same_day = [a_round(world.plan, title="Samma dag") for _number in range(3)]
    a_round(world.plan, title="Nyare", as_of=date(2017, 12, 31), deadline=None)
    client.force_login(cast.superuser)
    a_committee()

    def keys(**query):
        return [row.record.pk for row in client.get(URL, query).context["list"].table.rows]

    assert client.get(URL).context["list"].table.rows[0].record.title == "Nyare"
    for column in ("title", "committee", "kind", "deadline", "state"):
        ordered = [key for key in keys(sort=column) if key in {round.pk for round in same_day}]
        assert ordered == sorted(ordered)
        assert keys(sort=column) == list(reversed(keys(sort=f"-{column}")))


@pytest.mark.parametrize(
    "query", ["page=99", "page=x", "per_page=0", "sort=answered", "sort=;", "committee=999999", "state=borta"]
)
def test_an_address_that_was_tampered_with_shows_the_list(client, cast, world, query):
    client.force_login(cast.controller)
    response = client.get(f"{URL}?{query}")
    assert response.status_code == 200
    assert world.round.title in text_of(response)


def test_is_shown_a_page_at_a_time(client, cast, world):
    for number in range(60):
        a_round(world.plan, title=f"Uppföljning {number}")
    client.force_login(cast.controller)
    pages = [client.get(URL, {"page": page}).context["list"].table.page for page in (1, 2)]
    assert [len(page.object_list) for page in pages] == [50, 11]


@pytest.mark.parametrize("count", [2, 12])
def test_the_number_of_queries_does_not_grow(client, cast, world, count, django_assert_max_num_queries):
    for _number in range(count):
        round, unit = a_followed_round(cast.controller)
        an_assessment(round, round.plan.goals.first(), unit, status="achieved")
    client.force_login(cast.controller)
    with django_assert_max_num_queries(14):
        client.get(URL)
