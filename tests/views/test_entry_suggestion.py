"""What one unit's figures speak for, where the target is set for all units together."""

import pytest
from django.urls import reverse

from goals.models import GoalUnit
from tests.builders import a_measurement, a_target, an_indicator

PERIOD = "2017-01..2017-08"


@pytest.mark.parametrize(
    ("units", "unit_of_measure", "of_unit", "speaks"),
    [
        (["afi", "ifo"], "antal", False, False),
        ([], "antal", False, False),
        (["afi"], "antal", False, True),
        (["afi", "ifo"], "antal", True, True),
        (["afi", "ifo"], "%", False, True),
    ],
)
def test_a_units_count_alone_is_not_held_against_a_target_for_all_units(
    client, cast, world, units, unit_of_measure, of_unit, speaks
):
    indicator = an_indicator(
        world.goals[0],
        units=[getattr(world, each) for each in units],
        unit_of_measure=unit_of_measure,
        desired_direction="increase",
    )
    a_target(indicator, value=100, unit=world.afi if of_unit else None)
    a_measurement(indicator, PERIOD, unit=world.afi, value=40)
    client.force_login(cast.reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    page = client.get(address).content.decode()
    assert ("Utfallen talar för:" in page) is speaks
    assert ("når inte målet" in page) is speaks


def test_where_the_goal_is_answered_by_the_unit_alone_its_count_is_the_whole(client, cast, world):
    indicator = an_indicator(world.goals[0], unit_of_measure="antal", desired_direction="increase")
    GoalUnit.objects.create(goal=world.goals[0], unit=world.afi)
    a_target(indicator, value=100)
    a_measurement(indicator, PERIOD, unit=world.afi, value=40)
    client.force_login(cast.reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    assert "Utfallen talar för:" in client.get(address).content.decode()
