"""The round's entry page: what it shows, and who may see it."""

import pytest
from django.urls import reverse

from reports.commands.assessments import save_assessment  # noqa: F401
from tests.builders import a_goal, a_member, a_plan, a_round, an_assessment, an_indicator  # noqa: F401


@pytest.fixture
def address(world):
    return reverse("reports:entry", args=[world.round.pk, world.afi.pk])


def test_smoke(client, world, cast, address):
    client.force_login(cast.reporter)
    response = client.get(address)
    assert response.status_code == 200
