"""Handing in a whole unit."""

import pytest
from django.urls import reverse

from reports.models import Assessment
from tests.builders import an_assessment


@pytest.fixture
def address(world):
    return reverse("reports:hand_in", args=[world.round.pk, world.afi.pk])


def test_all_answers_become_ready(client, world, cast, address):
    for goal in world.goals:
        an_assessment(world.round, goal, world.afi, status="achieved")
    client.force_login(cast.reporter)
    response = client.post(address, follow=True)
    assert "Tack! Svaren från Enheten AFI är inlämnade" in response.content.decode()
    assert "Inlämnat" in response.content.decode()
    assert set(Assessment.objects.values_list("state", flat=True)) == {"ready"}


def test_goals_without_a_judgement_are_named_and_nothing_is_handed_in(client, world, cast, address):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved")
    client.force_login(cast.reporter)
    response = client.post(address)
    assert response.status_code == 422
    assert "Bedömning saknas för mål 2, 3." in response.content.decode()
    assert Assessment.objects.get().state == "draft"


def test_a_closed_round_takes_nothing(client, world, cast, address):
    world.round.state = "closed"
    world.round.save()
    client.force_login(cast.reporter)
    assert client.post(address).status_code == 423


def test_a_reload_leads_back_to_the_page(client, world, cast, address):
    client.force_login(cast.reporter)
    assert client.get(address).url == f"/rapportera/{world.round.pk}/{world.afi.pk}/"


@pytest.mark.parametrize(("who", "status"), [("other_reporter", 403), ("reader", 403), ("outsider", 404)])
def test_nobody_hands_in_for_another_unit(client, cast, address, who, status):
    client.force_login(getattr(cast, who))
    assert client.post(address).status_code == status
