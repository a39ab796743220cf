"""The goals' tree: moving, closing and opening again."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent
from goals.commands.goal_tree import close_goal, move_goal, reopen_goal
from goals.models import Goal
from reports.asked import asked_in, asked_of_unit
from reports.views.overview.tally import tallies
from tests.builders import a_goal, a_round

AUTUMN = date(2017, 9, 1)


@pytest.fixture
def tree(world):
    """Goal 1 with two goals under it, goal 2 and goal 3."""
    first, second, third = world.goals
    world.plan.goals.update(position=0)
    a, b = a_goal(world.plan, parent=first, name="a"), a_goal(world.plan, parent=first, name="b")
    for position, goal in enumerate([first, a, b, second, third], start=1):
        Goal.objects.filter(pk=goal.pk).update(position=position)
    return {
        goal.name.removeprefix("Mål nummer "): Goal.objects.get(pk=goal.pk) for goal in (first, a, b, second, third)
    }


def order(world):
    return " ".join(goal.name.removeprefix("Mål nummer ") for goal in world.plan.goals.in_plan_order())


@pytest.mark.parametrize(
    ("moved", "parent", "before", "expected"),
    [
        ("3", None, "1", "3 1 a b 2"),
        ("1", None, "3", "2 1 a b 3"),
        ("1", None, None, "2 3 1 a b"),
        ("1", "2", None, "2 1 a b 3"),
        ("b", "1", "a", "1 b a 2 3"),
        ("2", "1", "b", "1 a 2 b 3"),
        ("a", None, None, "1 b 2 3 a"),
    ],
)
def test_a_goal_moves_with_all_under_it_and_the_plan_is_numbered_depth_first(
    world, cast, tree, moved, parent, before, expected
):
    move_goal(goal=tree[moved], parent=tree.get(parent), before=tree.get(before), by=cast.controller)
    assert order(world) == expected
    assert list(world.plan.goals.in_plan_order().values_list("position", flat=True)) == [1, 2, 3, 4, 5]
    tree[moved].refresh_from_db()
    assert tree[moved].parent == tree.get(parent)
    assert AuditEvent.objects.get().object_id == str(tree[moved].pk)


@pytest.mark.parametrize(("moved", "parent", "before"), [("1", "a", None), ("1", "1", None), ("2", None, "a")])
def test_a_goal_moves_neither_under_itself_nor_to_a_place_that_is_gone(world, cast, tree, moved, parent, before):
    with pytest.raises(CommandRefused):
        move_goal(goal=tree[moved], parent=tree.get(parent), before=tree.get(before), by=cast.controller)
    assert order(world) == "1 a b 2 3"


def test_moving_asks_as_many_queries_in_a_large_plan(world, cast, tree):
    def moving(to):
        with CaptureQueriesContext(connection) as captured:
            move_goal(goal=tree["3"], parent=None, before=to, by=cast.controller)
        return len(captured)

    moving(tree["2"])
    few = moving(tree["1"])
    for _number in range(30):
        a_goal(world.plan)
    assert moving(None) == few


def test_only_controllers_change_the_tree(world, cast, tree):
    for act in (
        lambda: move_goal(goal=tree["3"], parent=None, before=None, by=cast.reporter),
        lambda: close_goal(goal=tree["3"], closed_on=AUTUMN, by=cast.reporter),
        lambda: reopen_goal(goal=tree["3"], by=cast.reporter),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_goal_is_closed_with_all_under_it_and_opened_with_those_closed_that_day(world, cast, tree):
    close_goal(goal=tree["b"], closed_on=date(2017, 3, 1), by=cast.controller)
    close_goal(goal=tree["1"], closed_on=AUTUMN, by=cast.controller)
    assert list(world.plan.goals.in_plan_order().values_list("closed_on", flat=True)) == [
        AUTUMN,
        AUTUMN,
        date(2017, 3, 1),
        None,
        None,
    ]
    assert Goal.history.filter(history_type="~", history_user=cast.controller).count() == 3
    with pytest.raises(CommandRefused, match="Öppna först det överordnade målet"):
        reopen_goal(goal=tree["a"], by=cast.controller)
    reopen_goal(goal=tree["1"], by=cast.controller)
    assert set(world.plan.goals.exclude(closed_on=None)) == {tree["b"]}
    with pytest.raises(CommandRefused, match="redan öppet"):
        reopen_goal(goal=tree["1"], by=cast.controller)


def test_units_are_asked_of_a_closed_goal_only_in_rounds_as_of_days_before(world, cast, tree):
    later = a_round(world.plan, as_of=date(2017, 12, 31))
    closed = close_goal(goal=tree["2"], closed_on=AUTUMN, by=cast.controller)
    assert closed.pk in {each.id for each in asked_of_unit(world.round, world.afi)}
    assert closed.pk not in {each.id for each in asked_of_unit(later, world.afi)}
    rows = asked_in([world.round, later])
    assert closed.pk in {row.id for row in rows[world.round.pk]}
    assert closed.pk not in {row.id for row in rows[later.pk]}
    asked = tallies([world.round, later])
    assert asked[world.round.pk].asked == asked[later.pk].asked + 2


def test_the_day_of_closing_counts_as_closed(world, cast, tree):
    close_goal(goal=tree["2"], closed_on=world.round.as_of, by=cast.controller)
    assert tree["2"].pk not in {each.id for each in asked_of_unit(world.round, world.afi)}
