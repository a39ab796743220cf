"""Recording many outcomes that a person had before them."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent, PeriodLock
from followup.core.periods import parse_period
from indicators.commands.outcome_grid import OutcomeEdit, OutcomesChanged, OutcomesRefused, record_outcomes
from indicators.commands.outcomes import Outcome
from indicators.models import Measurement
from tests.builders import a_committee, a_goal, a_measurement, a_plan, an_indicator

NOTHING = Outcome()


@pytest.fixture
def indicator(world):
    return an_indicator(world.goals[0])


def edit(indicator, period, outcome, seen=NOTHING, **place):
    values = {"sex": "total", "submeasure": ""} | place
    return OutcomeEdit(
        name=f"{indicator.pk} {period} {values['sex']}",
        indicator_id=indicator.pk,
        period=parse_period(period),
        outcome=outcome,
        seen=seen,
        **values,
    )


def value(number):
    return Outcome(value=Decimal(number))


def test_new_changed_and_removed_outcomes_are_written_at_once(world, cast, indicator):
    a_measurement(indicator, "2015", value=5)
    a_measurement(indicator, "2016", value=6)
    edits = [
        edit(indicator, "2015", value(50), value(5)),
        edit(indicator, "2016", Outcome(), value(6)),
        edit(indicator, "2017", Outcome(words="IU"), sex="women", submeasure="Boende"),
    ]
    assert record_outcomes(plan=world.plan, unit=None, edits=edits, by=cast.controller) == 3
    assert [(row.period, row.sex, row.submeasure, row.value, row.words) for row in Measurement.objects.all()] == [
        ("2015", "total", "", 50, ""),
        ("2017", "women", "Boende", None, "IU"),
    ]
    assert Measurement.history.filter(history_user=cast.controller).count() == 3
    assert AuditEvent.objects.count() == 2


def test_a_units_outcomes_are_its_own(world, cast, indicator):
    whole = a_measurement(indicator, "2017", value=1)
    edits = [edit(indicator, "2017", value(2))]
    record_outcomes(plan=world.plan, unit=world.afi, edits=edits, by=cast.controller)
    assert Measurement.objects.get(unit=world.afi).value == 2
    assert Measurement.objects.get(pk=whole.pk).value == 1


def test_what_stands_there_already_is_not_written_again(world, cast, indicator):
    a_measurement(indicator, "2017", value=Decimal("81.20"))
    edits = [edit(indicator, "2017", value("81.2"), value(3))]
    assert record_outcomes(plan=world.plan, unit=None, edits=edits, by=cast.controller) == 0
    assert not Measurement.history.filter(history_type="~").exists()


def test_what_somebody_else_changed_is_told_and_nothing_is_written(world, cast, indicator):
    a_measurement(indicator, "2016", value=7)
    edits = [
        edit(indicator, "2015", value(1)),
        edit(indicator, "2016", value(2), value(6)),
        edit(indicator, "2017", value(3), value(9)),
    ]
    with pytest.raises(OutcomesChanged) as refused:
        record_outcomes(plan=world.plan, unit=None, edits=edits, by=cast.controller)
    assert refused.value.current == {edits[1].name: value(7), edits[2].name: Outcome()}
    assert Measurement.objects.get().value == 7


def test_a_locked_period_is_told_at_its_figures_and_nothing_is_written(world, cast, indicator):
    PeriodLock.objects.create(
        committee=world.committee,
        period_from=date(2016, 1, 1),
        period_through=date(2016, 12, 31),
        reason="Bokslut",
        locked_by=cast.administrator,
    )
    edits = [edit(indicator, "2016", value(1)), edit(indicator, "2017", value(2))]
    with pytest.raises(OutcomesRefused) as refused:
        record_outcomes(plan=world.plan, unit=None, edits=edits, by=cast.controller)
    assert refused.value.faults == {edits[0].name: "Perioden 2016 är låst."}
    assert not Measurement.objects.exists()


def test_figures_of_another_plan_are_refused(world, cast):
    elsewhere = an_indicator(a_goal(a_plan(a_committee())))
    with pytest.raises(OutcomesRefused, match="hör inte till planen"):
        record_outcomes(plan=world.plan, unit=None, edits=[edit(elsewhere, "2017", value(1))], by=cast.controller)


@pytest.mark.parametrize("role", ["reader", "reporter", "approver", "outsider"])
def test_only_those_who_set_up_the_plan_record_in_the_grid(world, cast, indicator, role):
    with pytest.raises(NotAllowed):
        record_outcomes(plan=world.plan, unit=None, edits=[edit(indicator, "2017", value(1))], by=getattr(cast, role))


def test_numerator_and_denominator_belong_to_what_the_person_had_before_them(world, cast, indicator):
    a_measurement(indicator, "2017", value=80, numerator=40, denominator=50)
    seen = Outcome(value=Decimal(80), numerator=Decimal(40), denominator=Decimal(50))
    with pytest.raises(OutcomesChanged):
        record_outcomes(
            plan=world.plan, unit=None, edits=[edit(indicator, "2017", value(82), value(80))], by=cast.controller
        )
    record_outcomes(plan=world.plan, unit=None, edits=[edit(indicator, "2017", value(82), seen)], by=cast.controller)
    stored = Measurement.objects.get()
    assert (stored.value, stored.numerator, stored.denominator) == (82, None, None)


@pytest.mark.parametrize("number", ["12345.1234567891", "-99999999999999.9", "999999999999999"])
def test_as_many_digits_as_can_be_typed_are_kept(world, cast, indicator, number):
    record_outcomes(plan=world.plan, unit=None, edits=[edit(indicator, "2017", value(number))], by=cast.controller)
    assert Measurement.objects.get().value == Decimal(number)


def test_recording_asks_as_many_queries_for_many_as_for_few(world, cast):
    indicators = [an_indicator(world.goals[0]) for _number in range(15)]

    def recording(first, count):
        edits = [edit(each, str(first), value(first)) for each in indicators[:count]]
        with CaptureQueriesContext(connection) as captured:
            record_outcomes(plan=world.plan, unit=None, edits=edits, by=cast.controller)
        return len(captured)

    recording(2000, 1)
    assert recording(2001, 2) == recording(2002, 15)
