"""Outcomes by the thousand."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.commands.row_faults import RowsLocked, RowsRefused
from followup.core.faults import Locked, NotAllowed
from followup.core.models import PeriodLock
from indicators.commands.outcomes import delete_outcomes, save_outcomes
from indicators.models import Measurement
from tests.builders import a_committee, a_goal, a_measurement, a_plan, an_indicator


@pytest.fixture
def indicator(world):
    return an_indicator(world.goals[0])


def some_outcomes(indicator, count, first=1950):
    return [
        Measurement(indicator=indicator, period=str(first + number), value=Decimal(number)) for number in range(count)
    ]


def lock(world, cast, first, last):
    return PeriodLock.objects.create(
        committee=world.committee,
        period_from=first,
        period_through=last,
        reason="Bokslut",
        locked_by=cast.administrator,
    )


def test_an_outcome_gets_its_days_and_owner_from_period_and_indicator(world, cast, indicator):
    row = Measurement(indicator=indicator, period="2017t2", value=1)
    saved = save_outcomes(plan=world.plan, measurements=[row], by=cast.controller)
    assert saved.created == (row,)
    row.refresh_from_db()
    assert (row.period, row.period_from, row.period_through) == ("2017T2", date(2017, 5, 1), date(2017, 8, 31))
    assert (row.plan, row.committee) == (world.plan, world.committee)


def test_every_period_that_is_none_is_told(world, cast, indicator):
    rows = [Measurement(indicator=indicator, period=period, value=1) for period in ("2017T4", "2017", "i fjol")]
    with pytest.raises(RowsRefused) as refused:
        save_outcomes(plan=world.plan, measurements=rows, by=cast.controller)
    assert [(fault.row, fault.field) for fault in refused.value.faults] == [(rows[0], "period"), (rows[2], "period")]


def test_saving_asks_as_many_queries_for_many_as_for_few(world, cast, indicator):
    def saving(rows):
        with CaptureQueriesContext(connection) as captured:
            save_outcomes(plan=world.plan, measurements=rows, by=cast.controller)
        return len(captured)

    saving([])
    assert saving(some_outcomes(indicator, 2)) == saving(some_outcomes(indicator, 25, 2000))
    stored = list(Measurement.objects.in_series_order())
    for row in stored:
        row.value += 1
    assert saving(stored[:2]) == saving(stored[2:])


def test_an_indicator_of_another_plan_is_refused(world, cast):
    elsewhere = an_indicator(a_goal(a_plan(a_committee())))
    with pytest.raises(RowsRefused, match="Indikatorn hör inte till planen"):
        save_outcomes(plan=world.plan, measurements=some_outcomes(elsewhere, 1), by=cast.controller)
    with pytest.raises(RowsRefused):
        delete_outcomes(plan=world.plan, measurements=[a_measurement(elsewhere)], by=cast.controller)


def test_a_locked_period_refuses_new_changed_and_deleted_outcomes(world, cast, indicator):
    stored = a_measurement(indicator, "2016")
    lock(world, cast, date(2016, 1, 1), date(2016, 12, 31))
    new = Measurement(indicator=indicator, period="2016K4", value=1)
    free = Measurement(indicator=indicator, period="2017", value=1)
    with pytest.raises(RowsLocked) as refused:
        save_outcomes(plan=world.plan, measurements=[new, free], by=cast.controller)
    assert [(fault.row, fault.message) for fault in refused.value.faults] == [(new, "Perioden kvartal 4 2016 är låst.")]
    stored.value = 3
    with pytest.raises(Locked):
        save_outcomes(plan=world.plan, measurements=[stored], by=cast.controller)
    stored.period = "2018"
    with pytest.raises(Locked, match="Perioden 2016 är låst"):
        save_outcomes(plan=world.plan, measurements=[stored], by=cast.controller)
    with pytest.raises(Locked):
        delete_outcomes(plan=world.plan, measurements=[Measurement.objects.get()], by=cast.controller)
    assert Measurement.objects.get().value == 80


def test_an_unchanged_outcome_in_a_locked_period_is_no_hindrance(world, cast, indicator):
    stored = a_measurement(indicator, "2016")
    lock(world, cast, date(2016, 1, 1), date(2016, 12, 31))
    save_outcomes(plan=world.plan, measurements=[stored, *some_outcomes(indicator, 1, 2017)], by=cast.controller)
    assert Measurement.objects.count() == 2


def test_deleted_outcomes_leave_their_history(world, cast, indicator):
    rows = [a_measurement(indicator, "2016"), a_measurement(indicator, "2017")]
    delete_outcomes(plan=world.plan, measurements=rows, by=cast.controller)
    gone = Measurement.history.filter(history_type="-")
    assert [entry.history_user for entry in gone] == [cast.controller] * 2
    assert not Measurement.objects.exists()


def test_only_controllers_save_in_bulk(world, cast, indicator):
    for by in (cast.reporter, cast.approver, cast.outsider):
        with pytest.raises(NotAllowed):
            save_outcomes(plan=world.plan, measurements=some_outcomes(indicator, 1), by=by)
