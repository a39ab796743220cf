"""What the checks look at is read whole: the plan, the round before, what was promised, which targets were changed."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.build.inspecting import inspect
from reports.build.inspection import PromisedFact
from reports.models import MeasureFollowUp
from tests.builders import (
    a_goal,
    a_measurement,
    a_plan,
    a_report,
    a_round,
    a_section,
    a_target,
    an_assessment,
    an_indicator,
)

TODAY = date(2017, 9, 20)
PROMISED = "<ul><li>Anställa två</li><li>Utbilda alla</li></ul>"


@pytest.fixture
def report(world):
    report = a_report(world.round)
    a_section(report, kind="text")
    return report


def test_all_of_the_plan_is_read_whatever_the_sections_show(world, report):
    indicator = an_indicator(world.goals[0])
    a_target(indicator)
    a_measurement(indicator, numerator=57, denominator=70)
    found = inspect(report, TODAY)
    assert [each.id for each in found.report.indicators] == [indicator.pk]
    assert len(found.report.targets) == 1
    (figure,) = found.report.measurements
    assert (figure.numerator, figure.denominator) == (57, 70)
    assert found.today == TODAY


def test_the_nearest_round_before_of_the_same_plan(world, report):
    goal = world.goals[0]
    for day, words in (("2017-01-31", "Först"), ("2017-04-30", "Sedan"), ("2017-12-31", "Senare")):
        an_assessment(a_round(world.plan, as_of=day), goal, world.afi, comment=f"<p>{words}</p>")
    found = inspect(report, TODAY)
    assert [(each.goal_id, each.unit_id, each.comment) for each in found.earlier] == [
        (goal.pk, world.afi.pk, "<p>Sedan</p>")
    ]
    assert found.earlier_as_of == date(2017, 4, 30)


def test_answers_of_the_plan_before_have_this_plans_ids(world, report):
    before = a_plan(world.committee, year_from=2016, year_through=2016)
    old_goal, dropped = a_goal(before), a_goal(before)
    old_indicator = an_indicator(old_goal)
    goal, indicator = world.goals[0], an_indicator(world.goals[0])
    world.plan.predecessor, goal.predecessor, indicator.predecessor = before, old_goal, old_indicator
    for row in (world.plan, goal, indicator):
        row.save()
    last = a_round(before, as_of="2016-12-31")
    an_assessment(last, old_goal, world.afi, status="achieved")
    an_assessment(last, dropped, world.afi, status="achieved")
    an_assessment(last, None, world.afi, indicator=old_indicator, status="not_achieved")
    report.refresh_from_db()
    found = inspect(report, TODAY)
    assert [(each.goal_id, each.indicator_id) for each in found.earlier] == [(goal.pk, None), (None, indicator.pk)]


def test_each_promise_with_what_has_become_of_it(world, report):
    goal = world.goals[0]
    an_assessment(a_round(world.plan, as_of="2017-04-30"), goal, world.afi, measure=PROMISED)
    answer = an_assessment(world.round, goal, world.afi)
    MeasureFollowUp.objects.create(
        assessment=answer, position=1, promise="Utbilda alla", outcome="done", comment="Maj."
    )
    whose = (goal.pk, None, world.afi.pk)
    assert inspect(report, TODAY).promises == (
        PromisedFact(*whose, "Anställa två"),
        PromisedFact(*whose, "Utbilda alla", "done", "Maj."),
    )


def test_a_target_that_was_changed_and_one_that_was_removed(world, report):
    changed, removed, kept = (a_target(an_indicator(world.goals[0]), value=80) for _ in range(3))
    changed.value = 70
    changed.save()
    kept.save()
    removed.delete()
    found = {each.indicator_id: (each.before, each.after) for each in inspect(report, TODAY).target_changes}
    assert found == {changed.indicator_id: (Decimal(80), Decimal(70)), removed.indicator_id: (Decimal(80), None)}


def test_a_report_without_a_round_has_nothing_before_it(world):
    report = a_report(world.round)
    report.round = None
    found = inspect(report, TODAY)
    assert (found.earlier, found.earlier_as_of, found.promises) == ((), None, ())


def test_the_number_of_queries_does_not_grow(world):
    counts = []
    for size in (2, 12):
        plan = a_plan(world.committee)
        before, now = a_round(plan, as_of="2017-04-30"), a_round(plan)
        report = a_report(now)
        a_section(report, kind="goal_follow_up")
        for _ in range(size):
            goal = a_goal(plan, units=[world.afi])
            a_measurement(an_indicator(goal))
            an_assessment(before, goal, world.afi, measure=PROMISED)
            an_assessment(now, goal, world.afi)
        with CaptureQueriesContext(connection) as captured:
            inspect(report, TODAY)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 17
