"""Who is asked what in a round: the one rule, and that the reporter's page follows it."""

from datetime import date

import pytest

from followup.core.models import Unit
from reports.asked import asked_in, asked_of_unit
from reports.choices import SubjectKind
from reports.views.entry.load import entry_page
from tests.builders import a_goal, a_level, a_round, an_assignment, an_indicator


@pytest.fixture
def rows(world):
    def found(round=None):
        return {each.key: each for each in asked_in([round or world.round])[(round or world.round).pk]}

    return found


def indicator(pk):
    return SubjectKind.INDICATOR, pk


def test_a_goal_is_asked_of_those_that_it_names_and_of_all_where_it_names_none(world, rows):
    first, _second, third = (rows()[SubjectKind.GOAL, goal.pk] for goal in world.goals)
    assert first.unit_ids == {world.afi.pk, world.ifo.pk}
    assert third.unit_ids == {world.afi.pk}
    assert first.is_asked_of_committee


def test_an_indicator_is_asked_of_its_own_units_else_of_its_goals_else_of_the_committee(world, rows):
    above = a_goal(world.plan, level=a_level(world.plan, assessed_by="committee", name="Område"))
    own = an_indicator(world.goals[2], is_assessed=True, units=[world.ifo])
    of_goal = an_indicator(world.goals[2], is_assessed=True)
    of_committee = an_indicator(above, is_assessed=True)
    named_above = an_indicator(above, is_assessed=True, units=[world.afi])
    free = an_indicator(None, plan=world.plan, is_assessed=True)
    plain = an_indicator(world.goals[0])
    found = rows()
    asked = {key: (each.unit_ids, each.is_asked_of_committee) for key, each in found.items()}
    assert asked[indicator(own.pk)] == ({world.ifo.pk}, False)
    assert asked[indicator(of_goal.pk)] == ({world.afi.pk}, False)
    assert asked[indicator(of_committee.pk)] == (frozenset(), True)
    assert asked[indicator(named_above.pk)] == ({world.afi.pk}, False)
    assert asked[indicator(free.pk)] == (frozenset(), True)
    assert indicator(plain.pk) not in asked


def test_an_assignment_is_asked_of_the_committee(world, rows):
    assignment = an_assignment(world.plan, goal=world.goals[0])
    asked = rows()[SubjectKind.ASSIGNMENT, assignment.pk]
    assert (asked.unit_ids, asked.is_asked_of_committee) == (frozenset(), True)


def test_what_stands_under_a_goal_of_another_year_or_a_closed_one_is_not_asked_for(world, rows):
    world.goals[0].year = 2018
    world.goals[1].closed_on = date(2017, 8, 31)
    for goal in world.goals[:2]:
        goal.save()
        an_indicator(goal, is_assessed=True)
        an_assignment(world.plan, goal=goal)
    assert [each.id for each in rows().values()] == [world.goals[2].pk]
    later = a_round(world.plan, as_of=date(2018, 8, 31))
    assert {each.goal_id for each in rows(later).values()} == {world.goals[0].pk, world.goals[2].pk}


def test_they_come_in_plan_order_each_goal_before_what_belongs_to_it(world, rows):
    assignment = an_assignment(world.plan, goal=world.goals[0])
    second = an_indicator(world.goals[0], is_assessed=True, position=2)
    first = an_indicator(world.goals[0], is_assessed=True, position=1)
    free = an_assignment(world.plan)
    order = [each.id for each in rows().values()]
    goals = [goal.pk for goal in world.goals]
    assert order == [goals[0], first.pk, second.pk, assignment.pk, goals[1], goals[2], free.pk]


def test_the_reporters_page_asks_for_the_same(world):
    above = a_goal(world.plan, level=a_level(world.plan, assessed_by="committee", name="Område"), position=0)
    an_indicator(above, is_assessed=True, units=[world.afi])
    an_indicator(above, is_assessed=True)
    closed = a_goal(world.plan, closed_on=date(2017, 1, 1))
    an_indicator(closed, is_assessed=True)
    for goal in world.goals:
        an_indicator(goal, is_assessed=True)
        an_indicator(goal, is_assessed=True, units=[world.ifo])
        an_indicator(goal)
    an_indicator(None, plan=world.plan, is_assessed=True, units=[world.afi])
    for unit in (world.afi, world.ifo):
        page = entry_page(world.round, unit, date(2017, 9, 1))
        shown = [item.key for item in page.items]
        assert shown == [each.key for each in asked_of_unit(world.round, unit)]
        assert len(shown) > 5


@pytest.mark.parametrize("size", [2, 20])
def test_the_number_of_queries_does_not_grow(world, size, django_assert_num_queries):
    for _number in range(size):
        goal = a_goal(world.plan, units=[world.afi])
        an_indicator(goal, is_assessed=True, units=[world.ifo])
        an_assignment(world.plan, goal=goal)
    rounds = [a_round(world.plan) for _number in range(size)]
    with django_assert_num_queries(6):
        asked_in(rounds)
    units = list(Unit.objects.filter(committee=world.committee))
    with django_assert_num_queries(5):
        asked_in(rounds, units)
