"""The round's page for a unit: all that it is asked for, and who may see it."""

from datetime import date

import pytest
from django.urls import reverse

from reports.commands.rounds import close_round, open_round
from tests.builders import a_goal, a_round, an_assessment, an_indicator


@pytest.fixture
def address(world):
    return reverse("reports:entry", args=[world.round.pk, world.afi.pk])


@pytest.fixture
def page(client, cast, address):
    def get():
        client.force_login(cast.reporter)
        response = client.get(address)
        assert response.status_code == 200
        return response.content.decode()

    return get


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("reporter", 200),
        ("controller", 200),
        ("administrator", 200),
        ("superuser", 200),
        ("other_reporter", 403),
        ("reader", 403),
        ("approver", 403),
        ("outsider", 404),
    ],
)
def test_who_may_see_the_page(client, cast, address, who, status):
    client.force_login(getattr(cast, who))
    assert client.get(address).status_code == status


def test_nobody_sees_it_without_signing_in(client, address):
    assert client.get(address).url == f"/logga-in/?next={address}"


def test_a_unit_of_another_committee_is_not_there(client, world, cast, address):
    unit = cast.outsider.memberships.get().committee.units.create(code="X", name="Annan")
    client.force_login(cast.superuser)
    assert client.get(reverse("reports:entry", args=[world.round.pk, unit.pk])).status_code == 404


def test_the_units_goals_stand_in_plan_order(world, page):
    world.goals[0].position = 9
    world.goals[0].save()
    a_goal(world.plan, units=[world.ifo], name="Bara för IFO")
    shown = page()
    places = [shown.index(f'id="mal-{world.goals[number].pk}"') for number in (1, 2, 0)]
    assert places == sorted(places)
    assert "Bara för IFO" not in shown
    assert "0 av 3 mål besvarade" in shown


def test_a_reopened_round_says_why(world, cast, page):
    open_round(round=close_round(round=world.round, by=cast.controller), reason="Siffror saknades.", by=cast.controller)
    assert "Siffror saknades." in page()


def test_a_unit_without_goals_is_told_whom_to_ask(world, page):
    world.plan.levels.update(assessed_by="committee")
    assert "Enheten har inget att svara på i den här uppföljningen" in page()


def test_a_round_that_is_not_open_is_not_handed_in(world, page):
    assert "Lämna in enhetens svar" in page()
    world.round.state = "closed"
    world.round.save()
    assert "Lämna in enhetens svar" not in page()


def test_each_line_says_how_far_it_has_come_and_why_it_was_returned(world, page):
    an_assessment(world.round, world.goals[0], world.afi, status="partly_achieved", state="ready")
    an_assessment(
        world.round, world.goals[1], world.afi, status="achieved", state="returned", return_reason="Skriv mer."
    )
    shown = page()
    for words in ("Delvis uppnått", "Klar", "Återsänd", "Skriv mer.", "Ej påbörjad", "1 av 3 mål besvarade"):
        assert words in shown


def test_it_leads_to_the_first_that_is_left(world, page):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved")
    shown = page()
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[1].pk])
    assert f'<a class="button" href="{address}">Fortsätt' in shown


def test_it_leads_back_to_where_one_was_until_that_is_ready(world, cast, page):
    mine = an_assessment(world.round, world.goals[2], world.afi, comment="<p>Halvt</p>", updated_by=cast.reporter)
    an_assessment(world.round, world.goals[1], world.afi, comment="<p>Hennes</p>", updated_by=cast.controller)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[2].pk])
    assert f'<a class="button" href="{address}">Fortsätt' in page()
    mine.status, mine.state = "achieved", "ready"
    mine.save()
    first = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    assert f'<a class="button" href="{first}">Fortsätt' in page()


def test_the_list_may_be_narrowed_to_what_is_left(client, cast, world, address):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved")
    client.force_login(cast.reporter)
    response = client.get(address, {"visa": "kvar"})
    assert [item.subject for item in response.context["page"].shown] == world.goals[1:]
    assert "Kvar att göra (2)" in response.content.decode()
    for goal in world.goals[1:]:
        an_assessment(world.round, goal, world.afi, status="achieved")
    assert "Inget är kvar att göra" in client.get(address, {"visa": "kvar"}).content.decode()


@pytest.mark.parametrize("size", [3, 30])
def test_queries_do_not_grow_with_what_is_asked_for(client, world, cast, address, size, django_assert_max_num_queries):
    earlier = a_round(world.plan, as_of=date(2017, 4, 30), state="closed")
    for _ in range(size):
        goal = a_goal(world.plan)
        an_indicator(goal, units=[world.afi], is_assessed=True)
        an_assessment(earlier, goal, world.afi, status="achieved", comment="<p>Då</p>")
        an_assessment(world.round, goal, world.afi, status="partly_achieved", updated_by=cast.controller)
    client.force_login(cast.reporter)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200
