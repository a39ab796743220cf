"""Plans, levels, goals, indicators, targets and assignments written in bulk."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.access import COMMAND_LINE
from followup.core.choices import AuditAction
from followup.core.commands.bulk import fingerprint
from followup.core.commands.row_faults import RowChanged, RowsHeld, RowsRefused
from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent
from goals.commands.assignments import delete_assignments, save_assignments
from goals.commands.goals import delete_goals, save_goals, set_contributions, set_goal_units
from goals.commands.plans import delete_levels, save_levels, save_plan
from goals.models import Assignment, Goal, Level, Plan
from indicators.commands.indicators import delete_indicators, save_indicators, set_indicator_units
from indicators.commands.targets import delete_targets, save_targets
from indicators.models import Indicator, Target
from tests.builders import (
    a_committee,
    a_goal,
    a_measurement,
    a_plan,
    a_target,
    a_unit,
    an_assessment,
    an_assignment,
    an_indicator,
)


def some_goals(world, count, prefix="ny", parent=None):
    level = world.plan.levels.get()
    return [
        Goal(plan=world.plan, level=level, key=f"{prefix}{number}", name=f"Mål {number}", position=10 + number)
        for number in range(count)
    ]


def queries(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_a_new_plan_gets_its_address_from_the_title(world, cast):
    plan = Plan(committee=world.committee, title="Plan för åren 2018–2019", year_from=2018, year_through=2019)
    save_plan(plan=plan, by=cast.controller)
    assert Plan.objects.get(slug="plan-for-aren-2018-2019") == plan
    assert AuditEvent.objects.get().action == AuditAction.CREATED


def test_two_plans_of_a_committee_do_not_share_a_title(world, cast):
    with pytest.raises(ValidationError) as refused:
        save_plan(
            plan=Plan(committee=world.committee, title=world.plan.title, year_from=2018, year_through=2018),
            by=cast.controller,
        )
    assert set(refused.value.message_dict) == {"title"}


def test_years_in_the_wrong_order_are_told_in_words(world, cast):
    with pytest.raises(RowsRefused, match="Slutåret kan inte vara före startåret"):
        save_plan(
            plan=Plan(committee=world.committee, title="Plan", year_from=2018, year_through=2017), by=cast.controller
        )


def test_the_introduction_is_sanitised(world, cast):
    world.plan.introduction = "<p onclick='x()'>Hej</p><script>x()</script>"
    save_plan(plan=world.plan, by=cast.controller)
    world.plan.refresh_from_db()
    assert world.plan.introduction == "<p>Hej</p>"


@pytest.mark.parametrize("role", ["reader", "reporter", "approver", "outsider", "anonymous"])
def test_others_than_controllers_write_nothing_in_a_plan(world, cast, role):
    by = getattr(cast, role)
    indicator = an_indicator(world.goals[0])
    acts = [
        lambda: save_plan(plan=world.plan, by=by),
        lambda: save_levels(plan=world.plan, levels=[], by=by),
        lambda: delete_levels(plan=world.plan, levels=[], by=by),
        lambda: save_goals(plan=world.plan, goals=[], by=by),
        lambda: set_goal_units(plan=world.plan, units={}, by=by),
        lambda: set_contributions(plan=world.plan, contributions={}, by=by),
        lambda: delete_goals(plan=world.plan, goals=[], by=by),
        lambda: save_assignments(plan=world.plan, assignments=[], by=by),
        lambda: delete_assignments(plan=world.plan, assignments=[], by=by),
        lambda: save_indicators(plan=world.plan, indicators=[indicator], by=by),
        lambda: set_indicator_units(plan=world.plan, units={}, by=by),
        lambda: delete_indicators(plan=world.plan, indicators=[indicator], by=by),
        lambda: save_targets(plan=world.plan, targets=[], by=by),
        lambda: delete_targets(plan=world.plan, targets=[], by=by),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_the_command_line_may_everything(world):
    save_goals(plan=world.plan, goals=some_goals(world, 1), by=COMMAND_LINE)
    assert AuditEvent.objects.get().actor_name == "kommandoraden"
    assert Goal.history.get(key="ny0").history_user is None


def test_goals_below_are_saved_with_those_above_in_one_go_whatever_their_order(world, cast):
    below, middle, above = some_goals(world, 3)
    middle.parent, below.parent = above, middle
    saved = save_goals(plan=world.plan, goals=[below, middle, above], by=cast.controller)
    assert len(saved.created) == 3
    below.refresh_from_db()
    assert (below.parent, below.parent.parent) == (middle, above)


def test_goals_in_a_circle_are_refused_whether_new_or_stored(world, cast):
    first, second = some_goals(world, 2)
    first.parent, second.parent = second, first
    with pytest.raises(RowsRefused) as refused:
        save_goals(plan=world.plan, goals=[first, second], by=cast.controller)
    assert [fault.row for fault in refused.value.faults] == [first, second]
    above = world.goals[0]
    a_goal(world.plan, parent=a_goal(world.plan, parent=above))
    above.parent = Goal.objects.get(parent__parent=above)
    with pytest.raises(RowsRefused) as refused:
        save_goals(plan=world.plan, goals=[above], by=cast.controller)
    assert [(fault.row, fault.field) for fault in refused.value.faults] == [(above, "parent")]


def test_a_goal_of_another_plan_cannot_be_taken_over(world, cast):
    stranger = a_goal(a_plan(a_committee()))
    with pytest.raises(RowsRefused, match="hör till något annat"):
        save_goals(plan=world.plan, goals=[stranger], by=cast.controller)
    with pytest.raises(RowsRefused, match="hör till något annat"):
        delete_goals(plan=world.plan, goals=[stranger], by=cast.controller)


def test_a_row_does_not_go_over_to_another_owner(world, cast):
    theirs = a_plan(a_committee(), title="Deras plan")
    goal = a_goal(theirs)
    theirs.committee = world.committee
    goal.plan = world.plan
    for act in (
        lambda: save_plan(plan=theirs, by=cast.controller),
        lambda: save_goals(plan=world.plan, goals=[goal], by=cast.controller),
        lambda: delete_goals(plan=world.plan, goals=[goal], by=cast.controller),
    ):
        with pytest.raises(RowsRefused):
            act()
    assert Goal.objects.get(pk=goal.pk).plan_id == theirs.pk


def test_goals_ask_as_many_queries_for_many_as_for_few(world, cast):
    few, many = some_goals(world, 2, "a"), some_goals(world, 30, "b")
    save_goals(plan=world.plan, goals=[], by=cast.controller)
    assert queries(lambda: save_goals(plan=world.plan, goals=few, by=cast.controller)) == queries(
        lambda: save_goals(plan=world.plan, goals=many, by=cast.controller)
    )
    for position, goal in enumerate(few + many):
        goal.name += " i år"
        goal.parent = world.goals[position % 3]
    assert queries(lambda: save_goals(plan=world.plan, goals=few, by=cast.controller)) == queries(
        lambda: save_goals(plan=world.plan, goals=many, by=cast.controller)
    )
    assert queries(
        lambda: set_goal_units(plan=world.plan, units={goal.pk: [world.afi] for goal in few}, by=cast.controller)
    ) == queries(
        lambda: set_goal_units(plan=world.plan, units={goal.pk: [world.afi] for goal in many}, by=cast.controller)
    )


def test_one_goal_is_one_event_and_many_are_one_event_of_the_plan(world, cast):
    save_goals(plan=world.plan, goals=some_goals(world, 1, "a"), by=cast.controller)
    save_goals(plan=world.plan, goals=some_goals(world, 4, "b"), by=cast.controller)
    one, many = AuditEvent.objects.order_by("pk")
    assert (one.object_type, one.action) == ("goals.goal", AuditAction.CREATED)
    assert (many.object_type, many.details) == ("goals.plan", {"mål": "4 nya, 0 ändrade"})


def test_saving_what_stands_there_writes_no_history_and_no_event(world, cast):
    save_goals(plan=world.plan, goals=list(world.plan.goals.all()), by=cast.controller)
    assert not Goal.history.filter(history_type="~").exists()
    assert not AuditEvent.objects.exists()


def test_a_goal_that_somebody_else_changed_is_not_overwritten(world, cast):
    goal = Goal.objects.get(pk=world.goals[0].pk)
    seen = {goal.pk: fingerprint(goal)}
    Goal.objects.filter(pk=goal.pk).update(name="Deras ord")
    goal.number = "9"
    with pytest.raises(RowChanged) as refused:
        save_goals(plan=world.plan, goals=[goal], by=cast.controller, seen=seen)
    assert refused.value.current.name == "Deras ord"


def test_the_units_of_goals_keep_their_order_and_doubles(world, cast):
    goal = world.goals[0]
    changed = set_goal_units(plan=world.plan, units={goal.pk: [world.ifo, world.afi, world.ifo]}, by=cast.controller)
    assert changed == (goal,)
    links = goal.goal_units.order_by("position")
    assert [(link.unit, link.position) for link in links] == [(world.ifo, 1), (world.afi, 2), (world.ifo, 3)]
    assert set_goal_units(plan=world.plan, units={goal.pk: [world.ifo, world.afi, world.ifo]}, by=cast.controller) == ()


def test_a_unit_of_another_committee_does_not_answer(world, cast):
    with pytest.raises(RowsRefused):
        set_goal_units(plan=world.plan, units={world.goals[0].pk: [a_unit(a_committee(), "X")]}, by=cast.controller)


def test_goals_contribute_to_others_but_not_to_themselves(world, cast):
    first, second, third = world.goals
    set_contributions(plan=world.plan, contributions={third.pk: [second, first]}, by=cast.controller)
    assert [link.target_goal for link in third.contributions.order_by("position")] == [second, first]
    with pytest.raises(RowsRefused):
        set_contributions(plan=world.plan, contributions={first.pk: [first]}, by=cast.controller)


def test_a_goal_that_others_contribute_to_stays(world, cast):
    set_contributions(plan=world.plan, contributions={world.goals[1].pk: [world.goals[0]]}, by=cast.controller)
    with pytest.raises(RowsHeld, match="1 bidrag till mål"):
        delete_goals(plan=world.plan, goals=[world.goals[0]], by=cast.controller)
    delete_goals(plan=world.plan, goals=world.goals[:2], by=cast.controller)
    assert list(world.plan.goals.all()) == [world.goals[2]]


def test_levels_are_saved_and_one_with_goals_stays(world, cast):
    level = world.plan.levels.get()
    extra = Level(plan=world.plan, name="Fokusområde", position=0, assessed_by="nobody")
    save_levels(plan=world.plan, levels=[extra], by=cast.controller)
    with pytest.raises(RowsHeld, match="3 mål"):
        delete_levels(plan=world.plan, levels=[level], by=cast.controller)
    delete_levels(plan=world.plan, levels=[extra], by=cast.controller)
    assert list(world.plan.levels.all()) == [level]


def test_indicators_targets_and_assignments_are_saved_and_deleted(world, cast):
    by, goal = cast.controller, world.goals[0]
    indicator = Indicator(plan=world.plan, goal=goal, key="i1", name="Andel nöjda", unit_of_measure="%")
    save_indicators(plan=world.plan, indicators=[indicator], by=by)
    set_indicator_units(plan=world.plan, units={indicator.pk: [world.afi]}, by=by)
    targets = [
        Target(plan=world.plan, indicator=indicator, year=2017, words="95 % inom 120 dgr"),
        Target(plan=world.plan, goal=goal, year=2017, value=3),
    ]
    save_targets(plan=world.plan, targets=targets, by=by)
    assignment = Assignment(plan=world.plan, goal=goal, key="u1", kind="assignment", name="Utred boendet")
    save_assignments(plan=world.plan, assignments=[assignment], by=by)
    assert [row.committee for row in (indicator, *targets, assignment)] == [world.committee] * 4
    delete_targets(plan=world.plan, targets=targets[1:], by=by)
    delete_assignments(plan=world.plan, assignments=[assignment], by=by)
    delete_indicators(plan=world.plan, indicators=[indicator], by=by)
    for model in (Indicator, Target, Assignment):
        assert not model.objects.exists()


def test_what_no_cell_of_a_workbook_can_hold_is_refused_in_every_list(world, cast):
    saved = (
        (save_goals, "goals", world.goals[0], "responsible"),
        (save_indicators, "indicators", an_indicator(world.goals[0]), "responsible"),
        (save_assignments, "assignments", an_assignment(world.plan), "responsible"),
        (save_assignments, "assignments", an_assignment(world.plan), "together_with"),
    )
    for save, rows, row, name in saved:
        setattr(row, name, ["Stab", "Chef; VD"])
        with pytest.raises(RowsRefused, match="Chef; VD") as refused:
            save(plan=world.plan, by=cast.controller, **{rows: [row]})
        assert [fault.field for fault in refused.value.faults] == [name]


def test_a_target_needs_exactly_one_of_indicator_and_goal(world, cast):
    with pytest.raises(RowsRefused, match="antingen en indikator eller ett mål"):
        save_targets(plan=world.plan, targets=[Target(plan=world.plan, year=2017, value=3)], by=cast.controller)


def test_what_has_figures_or_answers_stays(world, cast):
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator)
    with pytest.raises(RowsHeld, match="1 utfall"):
        delete_indicators(plan=world.plan, indicators=[indicator], by=cast.controller)
    assignment = an_assignment(world.plan)
    an_assessment(world.round, None, assignment=assignment)
    with pytest.raises(RowsHeld, match="1 bedömning"):
        delete_assignments(plan=world.plan, assignments=[assignment], by=cast.controller)
    assert Indicator.objects.exists()
    assert a_target(indicator)
