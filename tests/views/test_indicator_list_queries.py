"""What the list of indicators asks: as much of few as of many, with everything that it shows and offers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.bench.made import is_query
from tests.builders import a_goal, a_measurement, a_target, a_unit, an_indicator

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(world):
    return f"/planer/{world.committee.slug}/{world.plan.slug}/indikatorer/"


def more_of_everything(world, count):
    for number in range(count):
        unit = a_unit(world.committee, f"X{count}{number}")
        indicator = an_indicator(a_goal(world.plan, name=f"Mål {count}-{number}"), units=[unit])
        a_measurement(indicator)
        a_measurement(indicator, unit=unit)
        a_target(indicator)


def test_it_asks_eight_questions_at_any_size(client, cast, world, address):
    client.force_login(cast.controller)
    asked = []
    for count in (2, 60):
        more_of_everything(world, count)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        asked.append(sum(is_query(each["sql"]) for each in captured))
    assert asked == [8, 8]


def test_its_form_offers_units_and_goals_and_keeps_what_was_chosen(client, cast, world, address):
    client.force_login(cast.controller)
    more_of_everything(world, 1)
    unit, goal = world.committee.units.get(code="X10"), world.plan.goals.get(name="Mål 1-0")
    for query in (f"unit={unit.pk}&goal={goal.pk}", f"unit={unit.pk}&goal={goal.pk}&text=finns+inte"):
        page = client.get(f"{address}?{query}").content.decode()
        assert f'<option value="{unit.pk}" selected>{unit}</option>' in page
        assert f'<option value="{goal.pk}" selected>{goal}</option>' in page
        for each in (*world.committee.units.all(), *world.plan.goals.all()):
            assert f'<option value="{each.pk}"' in page
