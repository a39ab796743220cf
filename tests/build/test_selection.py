"""Which goals a section shows, and how deep each lies there."""

import sys

from reports.build.material import material_of
from reports.build.options import parsed
from reports.build.selection import in_groups, shown_assignments, shown_goals, shown_indicators
from tests.reports.facts import a_goal_fact, an_area_fact, an_assignment_fact, an_indicator_fact, some_facts

TREE = (
    an_area_fact(1, key="S"),
    a_goal_fact(2, key="S1", parent_id=1, level="Nämndmål"),
    a_goal_fact(3, key="S1a", parent_id=2, level="Årsmål"),
    an_area_fact(4, key="M"),
    a_goal_fact(5, key="M1", parent_id=4, level="Nämndmål"),
)


def shown(goals=TREE, **options):
    material = material_of(some_facts(goals=goals))
    picked = parsed({key: tuple(text.split(",")) for key, text in options.items()})
    return [(each.goal.key, each.depth) for each in shown_goals(material, picked)]


def test_all_goals_are_shown_in_plan_order():
    assert shown() == [("S", 0), ("S1", 1), ("S1a", 2), ("M", 0), ("M1", 1)]


def test_named_goals_are_shown_with_all_that_is_under_them_in_plan_order():
    assert shown(mål="M1,S1") == [("S1", 0), ("S1a", 1), ("M1", 0)]


def test_goals_on_other_levels_are_left_out_and_those_below_them_move_up():
    assert shown(nivåer="Område,årsmål") == [("S", 0), ("S1a", 1), ("M", 0)]
    assert shown(mål="S", nivåer="Nämndmål") == [("S1", 0)]


def test_a_tree_of_three_hundred_levels_is_shown_without_recursion():
    deep = tuple(
        a_goal_fact(number, parent_id=number - 1 if number > 1 else None)
        for number in range(1, sys.getrecursionlimit() + 300)
    )
    assert shown(deep)[-1] == (str(len(deep)), len(deep) - 1)


def test_indicators_are_picked_by_kind_and_by_id():
    indicators = (an_indicator_fact(1), an_indicator_fact(2, kind="volume"), an_indicator_fact(3, goal_id=None))
    material = material_of(some_facts(indicators=indicators))

    def ids(goal_id, **options):
        picked = parsed({key: tuple(text.split(",")) for key, text in options.items()})
        return [each.id for each in shown_indicators(material, picked, goal_id)]

    assert (ids(1), ids(1, typ="volymmått"), ids(1, indikatorer="i1"), ids(None)) == ([1, 2], [2], [1], [3])


def test_assignments_under_no_goal_are_left_out_where_goals_are_picked():
    assignments = (an_assignment_fact(1), an_assignment_fact(2, goal_id=None), an_assignment_fact(3, kind="activity"))
    material = material_of(some_facts(assignments=assignments))
    everything, picked = parsed({}), parsed({"mål": ("1",)})
    assert [each.id for each in shown_assignments(material, everything, "assignment")] == [1, 2]
    assert [each.id for each in shown_assignments(material, picked, "assignment")] == [1]


def test_groups_come_as_they_begin_after_those_in_none():
    items = [an_indicator_fact(number, group=group) for number, group in enumerate(["B", "", "A", "B"])]
    assert [(heading, [item.id for item in members]) for heading, members in in_groups(items)] == [
        ("", [1]), ("B", [0, 3]), ("A", [2]),
    ]  # fmt: skip
