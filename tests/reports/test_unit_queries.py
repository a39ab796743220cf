"""What is done with all that a unit has answered asks as much for two answers as for twenty, and tells of each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.access import Capability, may
from followup.core.models import AuditEvent
from reports.commands.decisions import approve_unit, return_unit
from reports.commands.handing_in import hand_in_unit
from reports.models import Assessment
from tests.builders import a_goal, a_unit, an_assessment


def answered(world, unit, goals, state):
    for goal in goals:
        an_assessment(world.round, goal, unit, status="achieved", comment="<p>Klart.</p>", state=state)


def asked(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


@pytest.mark.parametrize(
    ("act", "before", "after", "events"),
    [
        (hand_in_unit, "draft", "ready", 1),
        (approve_unit, "ready", "approved", 20),
        (return_unit, "ready", "returned", 20),
    ],
)
def test_many_answers_ask_no_more_than_few(world, cast, act, before, after, events):
    few, many = a_unit(world.committee, "FÅ"), a_unit(world.committee, "ALLA")
    more = {"reason": "Fyll i orsaken.", "with_approved": False} if act is return_unit else {}
    two, twenty = ([a_goal(world.plan, units=[unit]) for _each in range(n)] for unit, n in ((few, 2), (many, 20)))
    for goal in world.goals:
        goal.delete()
    answered(world, few, two, before)
    answered(world, many, twenty, before)

    assert may(cast.controller, Capability.APPROVE, world.round.committee)  # read once
    small = asked(lambda: act(round=world.round, unit=few, by=cast.controller, **more))
    AuditEvent.objects.all()._raw_delete("default")
    large = asked(lambda: act(round=world.round, unit=many, by=cast.controller, **more))

    assert small == large
    stored = Assessment.objects.filter(unit=many)
    assert {(each.state, each.version, each.history.latest().version) for each in stored} == {(after, 2, 2)}
    assert {each.history.latest().history_user for each in stored} == {cast.controller}
    assert AuditEvent.objects.count() == events
