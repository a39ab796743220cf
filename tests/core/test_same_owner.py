"""The database itself keeps both ends of a reference in one plan and one committee."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from goals.models import Goal, GoalUnit
from indicators.models import Indicator, Measurement
from reports.models import Assessment, Round
from tests.builders import (
    a_committee,
    a_goal,
    a_level,
    a_measurement,
    a_plan,
    a_round,
    a_unit,
    an_assessment,
    an_indicator,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def other():
    """Another committee with a plan, a goal, a unit and a round."""
    plan = a_plan(a_committee())
    a_level(plan)
    return {"plan": plan, "goal": a_goal(plan), "unit": a_unit(plan.committee, "XYZ"), "round": a_round(plan)}


def assert_refused(write):
    def write_and_check():
        write()
        connection.check_constraints()

    with pytest.raises(IntegrityError), transaction.atomic():
        write_and_check()


def test_a_goal_under_another_plans_goal_is_refused(world, other):
    assert_refused(lambda: Goal.objects.filter(pk=world.goals[0].pk).update(parent=other["goal"]))


def test_a_goal_on_another_plans_level_is_refused(world, other):
    assert_refused(lambda: Goal.objects.filter(pk=world.goals[0].pk).update(level=other["goal"].level))


def test_a_unit_of_another_committee_cannot_answer(world, other):
    assert_refused(
        lambda: GoalUnit.objects.bulk_create(
            [GoalUnit(goal=world.goals[0], unit=other["unit"], committee=world.committee)]
        )
    )


def test_an_indicator_of_another_plans_goal_is_refused(world, other):
    indicator = an_indicator(world.goals[0])
    assert_refused(lambda: Indicator.objects.filter(pk=indicator.pk).update(goal=other["goal"]))


def test_a_figure_of_another_committees_unit_is_refused(world, other):
    measurement = a_measurement(an_indicator(world.goals[0]))
    assert_refused(lambda: Measurement.objects.filter(pk=measurement.pk).update(unit=other["unit"]))


def test_an_assessment_of_another_plans_goal_round_or_unit_is_refused(world, other):
    assessment = an_assessment(world.round, world.goals[0], world.afi)
    rows = Assessment.objects.filter(pk=assessment.pk)
    assert_refused(lambda: rows.update(goal=other["goal"]))
    assert_refused(lambda: rows.update(round=other["round"]))
    assert_refused(lambda: rows.update(unit=other["unit"]))


def test_moving_a_plan_to_another_committee_is_refused_while_it_is_in_use(world, other):
    assert_refused(lambda: type(world.plan).objects.filter(pk=world.plan.pk).update(committee=other["plan"].committee))


def test_validation_says_it_in_words_before_the_database_does(world, other):
    goal = world.goals[0]
    goal.parent = other["goal"]
    with pytest.raises(ValidationError, match="samma plan"):
        goal.full_clean()


def test_moving_within_the_owner_is_allowed(world):
    goal = world.goals[1]
    goal.parent = world.goals[0]
    goal.full_clean()
    goal.save()
    connection.check_constraints()
    assert Goal.objects.get(pk=goal.pk).parent == world.goals[0]


def test_the_owners_keys_are_taken_from_the_row_above(world):
    round = Round(plan=world.plan, key="ny", title="Ny", kind="interim", as_of="2017-08-31")
    round.full_clean()
    round.save()
    assert round.committee == world.committee
