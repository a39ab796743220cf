"""The part of a round's page that is asked for anew: answered only when something has changed."""

import pytest
from django.urls import reverse

from reports.commands.decisions import approve_unit
from reports.commands.rounds import close_round
from reports.models import Assessment
from tests.builders import a_goal, an_assessment


@pytest.fixture
def url(world):
    return reverse("reports:round_results", args=[world.round.pk])


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def seen(response):
    return response.context["seen"]


def test_nothing_is_answered_while_nothing_has_changed(controller, url, world, django_assert_max_num_queries):
    first = controller.get(url)
    assert first.status_code == 200
    with django_assert_max_num_queries(7):
        again = controller.get(url, {"seen": seen(first)})
    assert (again.status_code, again.content) == (204, b"")


def test_the_page_and_its_part_remember_the_same(controller, url, world):
    page = controller.get(reverse("reports:round", args=[world.round.pk]))
    assert controller.get(url, {"seen": seen(page)}).status_code == 204


def changes(world, cast):
    """What somebody may do meanwhile, each by itself."""
    answer = an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    yield "answered"
    answer.state = "returned"
    answer.save()
    yield "saved again"
    Assessment.objects.update(state="ready")
    approve_unit(round=world.round, unit=world.afi, by=cast.controller)
    yield "approved"
    answer.delete()
    yield "removed"
    close_round(round=world.round, by=cast.controller)
    yield "closed"


def test_every_change_is_seen(controller, url, world, cast):
    before = seen(controller.get(url))
    for what in changes(world, cast):
        response = controller.get(url, {"seen": before})
        assert response.status_code == 200, what
        before = seen(response)


def test_a_new_day_is_a_change(controller, url, time_machine):
    time_machine.move_to("2017-09-08 18:00Z")
    before = seen(controller.get(url))
    time_machine.move_to("2017-09-08 22:30Z")
    response = controller.get(url, {"seen": before})
    assert response.status_code == 200
    assert ">Sen<" in response.content.decode()


def test_it_is_the_part_alone_in_the_same_choice(controller, url, world):
    an_assessment(world.round, world.goals[1], world.afi, status="achieved", state="returned")
    response = controller.get(url, {"visa": "atersanda"})
    page = response.content.decode()
    assert "<html" not in page
    assert [row.subject.id for row in response.context["rows"]] == [world.goals[1].pk]
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(("visa", "said"), [("sena", "Ingenting är sent"), ("atersanda", "Ingenting är återsänt")])
def test_says_when_no_answer_is_late_or_returned(controller, url, world, visa, said):
    type(world.round).objects.update(deadline=None)
    assert said in controller.get(url, {"visa": visa}).content.decode()


def test_names_each_case_where_the_committee_is_brighter(controller, url, world):
    first, second, third = world.goals
    for goal, units in ((first, "partly_achieved"), (second, "achieved"), (third, "not_achieved")):
        an_assessment(world.round, goal, world.afi, status=units, state="ready")
        an_assessment(world.round, goal, None, status="achieved", state="ready")
    a_goal(world.plan)
    response = controller.get(url)
    assert [row.subject.id for row in response.context["brighter"]] == [first.pk, third.pk]
    page = " ".join(response.content.decode().split())
    assert "Nämndens bedömning är bättre än alla enheters" in page
    assert ">mål 1</a>, <a" in page
