"""No statement locks rows of a table that it only goes through: the watch that every test runs under."""

import pytest
from django.db import connection

from indicators.models import Measurement
from tests.builders import a_measurement, an_indicator


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite locks the whole file")
def test_a_lock_of_all_that_is_joined_is_refused(world):
    a_measurement(an_indicator(world.goals[0]))
    wide = Measurement.objects.select_for_update()
    with pytest.raises(AssertionError, match="locks rows of every table"):
        list(wide)
    assert len(wide.order_by("pk")) == 1
    assert len(Measurement.objects.select_for_update(of=("self",))) == 1
