"""Copying a plan to the next period, on its page and as a command."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from followup.core.faults import NotAllowed
from goals.models import Goal, GoalContribution, Plan
from reports.commands.copy_plan import CopyChoice, copy_plan
from reports.views.entry.load import entry_page, part_of
from tests.builders import (
    a_goal,
    a_measurement,
    a_round,
    a_target,
    an_assessment,
    an_assignment,
    an_indicator,
)

EVERYTHING = CopyChoice("Verksamhetsplan 2018", 2018, 2018, True, True, True)


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


def here(world):
    return reverse("reports:plan_copy", args=[world.committee.slug, world.plan.slug])


def sent(response, **overrides):
    shown = {field.name: field.value() for field in response.context["form"]}
    return {name: value for name, value in shown.items() if value not in (None, False)} | overrides


@pytest.fixture
def rich(world):
    """A plan with something of everything: goal 1 with one below, of one year, to which goal 3 contributes."""
    first = world.goals[0]
    below = a_goal(
        world.plan, parent=first, name="Årets mål", year=2017, label="Årsmål 2017", position=2, units=[world.ifo]
    )
    GoalContribution.objects.create(goal=world.goals[2], target_goal=below, position=1)
    indicator = an_indicator(below, name="Andel nöjda", unit_of_measure="%", units=[world.ifo])
    a_target(indicator, year=2017, value=80)
    a_target(indicator, year=2019, value=90)
    a_measurement(indicator, unit=world.ifo)
    an_assignment(world.plan, goal=below, name="Utred boendet", due_on=date(2017, 6, 30))
    return world


def test_the_form_suggests_the_period_after(as_controller, world):
    form = as_controller.get(here(world)).context["form"]
    assert (form.initial["title"], form.initial["year_from"], form.initial["year_through"]) == (
        "Verksamhetsplan 2018",
        2018,
        2018,
    )


def test_a_plan_of_two_years_is_followed_by_two_years(as_controller, world):
    Plan.objects.update(title="Plan 2017–2018 (Kf 2016)", year_through=2018)
    form = as_controller.get(here(world)).context["form"]
    assert form.initial["title"] == "Plan 2019–2020 (Kf 2016)"
    assert (form.initial["year_from"], form.initial["year_through"]) == (2019, 2020)


def test_what_is_taken_is_shown_before_anything_is_written(as_controller, rich):
    closed = a_goal(rich.plan, name="Det avslutade", closed_on=date(2017, 5, 1))
    page = as_controller.post(here(rich), sent(as_controller.get(here(rich)), action="show"))
    taken = page.context["taken"]
    assert (len(taken.goals), len(taken.indicators), len(taken.targets), len(taken.assignments)) == (4, 1, 0, 0)
    assert taken.closed == (closed,)
    assert [(moved.goal.name, moved.year) for moved in page.context["moved"]] == [("Årets mål", 2018)]
    assert Plan.objects.count() == 1


def test_the_copy_is_a_plan_of_its_own_that_remembers_what_it_was(as_controller, rich):
    answer = as_controller.post(here(rich), sent(as_controller.get(here(rich)), action="copy"))
    assert answer.status_code == 302
    new = Plan.objects.get(title="Verksamhetsplan 2018")
    assert (new.predecessor, new.year_from, new.slug) == (rich.plan, 2018, "verksamhetsplan-2018")
    old_goals, goals = (list(plan.goals.in_plan_order()) for plan in (rich.plan, new))
    assert [goal.predecessor for goal in goals] == old_goals
    assert [goal.name for goal in goals] == [goal.name for goal in old_goals]
    assert {goal.level.plan for goal in goals} == {new}
    assert as_controller.get(answer["Location"]).status_code == 200


def test_the_tree_the_units_the_contributions_and_the_years_come_along(rich, cast):
    new = copy_plan(plan=rich.plan, choice=EVERYTHING, by=cast.controller)
    below = new.goals.get(name="Årets mål")
    assert (below.parent.name, below.parent.plan) == (rich.goals[0].name, new)
    assert (below.year, below.label) == (2018, "Årsmål 2018")
    assert [link.unit for link in below.goal_units.all()] == [rich.ifo]
    assert new.goals.get(predecessor=rich.goals[2]).contributions.get().target_goal == below
    indicator = new.indicators.get()
    assert (indicator.goal, indicator.predecessor.plan) == (below, rich.plan)
    assert [link.unit for link in indicator.indicator_units.all()] == [rich.ifo]
    assert [(target.indicator, target.year, target.value) for target in new.targets.all()] == [(indicator, 2018, 80)]
    assignment = new.assignments.get()
    assert (assignment.goal, assignment.due_on, assignment.predecessor.plan) == (below, None, rich.plan)
    assert not indicator.measurements.exists()


def test_the_unit_sees_what_it_said_and_measured_in_the_old_plan(rich, cast):
    old = rich.plan.goals.get(name="Årets mål")
    an_assessment(rich.round, old, rich.ifo, status="partly_achieved", state="approved")
    new = copy_plan(plan=rich.plan, choice=EVERYTHING, by=cast.controller)
    page = entry_page(a_round(new, as_of=date(2018, 12, 31), kind="year_end"), rich.ifo, date(2018, 12, 31))
    [item] = [item for item in page.items if item.subject.predecessor == old]
    part = part_of(page, item.key)
    assert part.context.last_time.word == "Delvis uppnått"
    assert "80" in part.sheet.rows[0].previous


def test_closed_goals_and_all_under_them_stay_behind(rich, cast):
    Goal.objects.filter(pk=rich.goals[0].pk).update(closed_on=date(2017, 5, 1))
    new = copy_plan(plan=rich.plan, choice=EVERYTHING, by=cast.controller)
    assert new.goals.count() == 2
    assert not new.indicators.exists()
    assert not new.assignments.exists()
    assert not GoalContribution.objects.filter(plan=new).exists()


def test_a_goal_of_a_year_that_the_new_plan_lacks_stays_behind(rich, cast):
    Plan.objects.filter(pk=rich.plan.pk).update(year_through=2018)
    Goal.objects.filter(name="Årets mål").update(year=2018)
    new = copy_plan(plan=rich.plan, choice=EVERYTHING, by=cast.controller)
    assert not new.goals.filter(name="Årets mål").exists()


def test_nothing_is_taken_that_was_not_chosen(rich, cast):
    bare = CopyChoice("Plan 2018", 2018, 2018, False, False, False)
    new = copy_plan(plan=rich.plan, choice=bare, by=cast.controller)
    assert (new.goals.count(), new.indicators.count(), new.targets.count(), new.assignments.count()) == (4, 0, 0, 0)


def test_the_copy_has_the_plans_own_words_but_not_its_decision(rich, cast):
    Plan.objects.update(
        word_achieved="Nått", introduction="<p>I år</p>", registry_number="2017/1", adopted_on=date(2017, 1, 1)
    )
    new = copy_plan(plan=rich.plan, choice=EVERYTHING, by=cast.controller)
    assert (new.word_achieved, new.introduction, new.registry_number, new.adopted_on) == ("Nått", "", "", None)


def test_a_title_that_is_taken_is_told_at_the_field(as_controller, world):
    form = sent(as_controller.get(here(world)), title=world.plan.title, action="copy")
    answer = as_controller.post(here(world), form)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"title"}
    assert Plan.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"year_from": "nästa"}, {"year_through": "2017"}, {"with_indicators": "", "with_targets": "on"}],
)
def test_what_does_not_hold_is_told_and_nothing_is_copied(as_controller, world, wrong):
    answer = as_controller.post(here(world), sent(as_controller.get(here(world)), action="copy", **wrong))
    assert answer.status_code == 422
    assert Plan.objects.count() == 1


def test_two_who_copy_at_once_make_one_copy(as_controller, world):
    form = sent(as_controller.get(here(world)), action="copy")
    assert as_controller.post(here(world), form).status_code == 302
    assert as_controller.post(here(world), form).status_code == 422
    assert Plan.objects.count() == 2


def test_only_controllers_copy(world, cast):
    for by in (cast.reporter, cast.approver, cast.outsider):
        with pytest.raises(NotAllowed):
            copy_plan(plan=world.plan, choice=EVERYTHING, by=by)


def test_copying_asks_as_many_queries_of_a_large_plan_as_of_a_small(rich, cast):
    def copying(title):
        with CaptureQueriesContext(connection) as captured:
            copy_plan(plan=rich.plan, choice=CopyChoice(title, 2018, 2018, True, True, True), by=cast.controller)
        return len(captured)

    copying("Den första")
    few = copying("Den andra")
    for _number in range(20):
        goal = a_goal(rich.plan, units=[rich.afi])
        a_target(an_indicator(goal, units=[rich.afi]))
        an_assignment(rich.plan, goal=goal)
    assert copying("Den tredje") == few
