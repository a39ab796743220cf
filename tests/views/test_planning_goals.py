"""A plan's goals: the tree, adding, changing, moving, closing and deleting."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from followup.core.models import AuditEvent
from goals.models import Goal
from tests.builders import a_goal, a_level, an_assessment, an_indicator


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(name, world, **more):
    return reverse(
        f"reports:{name}", kwargs={"committee_slug": world.committee.slug, "plan_slug": world.plan.slug} | more
    )


def form_of(response, **overrides):
    """What the shown form would send, with `overrides`."""
    form = response.context["form"]
    data = {}
    for field in form:
        value = field.value()
        if value is None or value == "":
            continue
        data[field.name] = "\n".join(value) if field.name == "responsible" else value
    return data | overrides


def names_in_order(world):
    return [goal.name for goal in Goal.objects.filter(plan=world.plan).in_plan_order()]


def test_the_tree_shows_every_goal_with_its_level_and_depth(as_controller, world):
    below = a_goal(world.plan, parent=world.goals[0], name="Ett mål under", label="Årsmål 2017", position=2)
    an_indicator(below)
    page = as_controller.get(address("plan", world))
    shown = {goal.name: (goal.depth, goal.label, goal.indicators) for goal in page.context["goals"]}
    assert shown["Ett mål under"] == (1, "Årsmål 2017", 1)
    assert shown[world.goals[0].name] == (0, "Mål", 0)


@pytest.mark.parametrize("size", [3, 60])
def test_the_tree_asks_equally_many_questions_of_few_and_many_goals(
    as_controller, world, size, django_assert_num_queries
):
    for _number in range(size):
        a_goal(world.plan)
    with django_assert_num_queries(9):
        as_controller.get(address("plan", world))


def test_a_goal_is_added_last_under_the_one_chosen(as_controller, world):
    page = as_controller.get(address("goal_add", world) + f"?under={world.goals[0].pk}")
    data = form_of(page, name="Fler i egen bostad", number="1.1", responsible="Enhetschef\nController\nEnhetschef")
    response = as_controller.post(address("goal_add", world) + f"?under={world.goals[0].pk}", data)
    goal = Goal.objects.get(name="Fler i egen bostad")
    assert response.status_code == 302
    assert goal.parent == world.goals[0]
    assert goal.responsible == ["Enhetschef", "Controller", "Enhetschef"]
    assert names_in_order(world)[:2] == [world.goals[0].name, "Fler i egen bostad"]


def test_a_goal_without_a_name_is_refused_and_what_was_typed_stays(as_controller, world):
    page = as_controller.get(address("goal_add", world))
    response = as_controller.post(address("goal_add", world), form_of(page, number="7", description="Ett skäl."))
    assert response.status_code == 422
    assert "Skriv vad målet är." in response.content.decode()
    assert "Ett skäl." in response.content.decode()


def test_a_role_with_a_semicolon_is_refused_and_what_was_typed_stays(as_controller, world):
    page = as_controller.get(address("goal_add", world))
    response = as_controller.post(address("goal_add", world), form_of(page, name="Nytt", responsible="Chef\nVD; stab"))
    assert response.status_code == 422
    assert response.context["form"].errors == {
        "responsible": ["Skriv varje del på en egen rad, utan semikolon. Det gäller ”VD; stab”."]
    }
    assert "Chef\nVD; stab" in response.content.decode()
    assert not Goal.objects.filter(name="Nytt").exists()


def test_a_goal_is_changed_with_its_units_and_history(as_controller, world, cast):
    goal = world.goals[0]
    page = as_controller.get(address("goal_edit", world, goal_id=goal.pk))
    as_controller.post(
        address("goal_edit", world, goal_id=goal.pk),
        form_of(page, name="Trygg uppväxt", units=[world.ifo.pk, world.afi.pk]),
    )
    goal.refresh_from_db()
    assert goal.name == "Trygg uppväxt"
    assert {row.unit for row in goal.goal_units.all()} == {world.afi, world.ifo}
    assert goal.history.first().history_user == cast.controller
    assert AuditEvent.objects.filter(object_label__contains="Trygg uppväxt").exists()


def test_units_that_are_not_touched_keep_their_order_and_doubles(as_controller, world):
    goal = a_goal(world.plan, units=[world.ifo, world.afi, world.ifo])
    page = as_controller.get(address("goal_edit", world, goal_id=goal.pk))
    as_controller.post(address("goal_edit", world, goal_id=goal.pk), form_of(page, name="Nytt namn"))
    assert [row.unit.code for row in goal.goal_units.order_by("position")] == ["IFO", "AFI", "IFO"]


def test_two_people_in_one_goal_are_both_shown_what_was_written(as_controller, world):
    goal = world.goals[0]
    page = as_controller.get(address("goal_edit", world, goal_id=goal.pk))
    Goal.objects.filter(pk=goal.pk).update(name="Den andras namn")
    response = as_controller.post(address("goal_edit", world, goal_id=goal.pk), form_of(page, name="Mitt namn"))
    text = response.content.decode()
    assert response.status_code == 409
    assert "Den andras namn" in text
    assert "Mitt namn" in text
    again = as_controller.post(address("goal_edit", world, goal_id=goal.pk), form_of(response, name="Mitt namn"))
    assert again.status_code == 302
    goal.refresh_from_db()
    assert goal.name == "Mitt namn"


def test_all_that_somebody_else_changed_in_a_goal_is_told(as_controller, world):
    goal = a_goal(world.plan, description="<p>Ett skäl.</p>")
    page = as_controller.get(address("goal_edit", world, goal_id=goal.pk))
    other = as_controller.get(address("goal_edit", world, goal_id=goal.pk))
    theirs = {"responsible": "Chef\nStab", "year": "2017", "description": "", "units": [world.ifo.pk]}
    as_controller.post(address("goal_edit", world, goal_id=goal.pk), form_of(other) | theirs)
    response = as_controller.post(address("goal_edit", world, goal_id=goal.pk), form_of(page, number="7"))
    assert response.status_code == 409
    assert {each.label: each.words for each in response.context["theirs"]} == {
        "Nummer": goal.number,
        "Beskrivning": "tomt",
        "Ansvariga roller": "Chef, Stab",
        "År": "2017",
        "Enheter som svarar": str(world.ifo),
    }


def test_a_goal_is_of_a_year_in_its_plan(as_controller, world):
    page = as_controller.get(address("goal_add", world))
    for year, said in (("2016", "Planen gäller 2017."), ("2017", "")):
        response = as_controller.post(address("goal_add", world), form_of(page, name="Ett årsmål", year=year))
        assert response.status_code == (422 if said else 302)
        assert said in response.content.decode()


def test_a_year_that_a_goal_already_has_may_stay(as_controller, world):
    goal = a_goal(world.plan, year=2012)
    here = address("goal_edit", world, goal_id=goal.pk)
    assert as_controller.post(here, form_of(as_controller.get(here), number="7")).status_code == 302


def test_a_goal_moves_one_step_among_its_neighbours(as_controller, world):
    first, second, third = (goal.name for goal in world.goals)
    as_controller.post(address("goal_move", world), {"move": f"{world.goals[2].pk}:up"})
    assert names_in_order(world) == [first, third, second]
    as_controller.post(address("goal_move", world), {"move": f"{world.goals[0].pk}:down"})
    assert names_in_order(world) == [third, first, second]


def test_the_first_goal_cannot_move_up_and_says_so(as_controller, world):
    response = as_controller.post(
        address("goal_move", world), {"move": f"{world.goals[0].pk}:up"}, headers={"HX-Request": "true"}
    )
    assert "står redan först" in response.content.decode()


@pytest.mark.parametrize("move", ["", "x:up", "1:sideways", ":"])
def test_a_move_that_says_nothing_is_refused(as_controller, world, move):
    assert as_controller.post(address("goal_move", world), {"move": move}).status_code == 422


def test_a_goal_is_put_under_another_before_one_that_lies_there(as_controller, world):
    first, second, third = world.goals
    inner = a_goal(world.plan, parent=first, name="Innerst", position=2)
    as_controller.post(
        address("goal_place", world, goal_id=third.pk), {"under": str(first.pk), "before": str(inner.pk)}
    )
    third.refresh_from_db()
    assert third.parent == first
    assert names_in_order(world) == [first.name, third.name, "Innerst", second.name]


def test_a_goal_cannot_be_put_under_itself_or_beside_one_that_lies_elsewhere(as_controller, world):
    first, second, _third = world.goals
    inner = a_goal(world.plan, parent=first, name="Innerst", position=2)
    place = address("goal_place", world, goal_id=first.pk)
    assert as_controller.post(place, {"under": str(inner.pk)}).status_code == 422
    elsewhere = a_goal(world.plan, parent=second, name="Någon annanstans")
    response = as_controller.post(place, {"under": "topp", "before": str(elsewhere.pk)})
    assert response.status_code == 422
    assert "ligger någon annanstans" in response.content.decode()
    first.refresh_from_db()
    assert first.parent is None


def test_a_goal_is_closed_with_all_under_it_and_opened_again(as_controller, world):
    inner = a_goal(world.plan, parent=world.goals[0])
    close = address("goal_close", world, goal_id=world.goals[0].pk)
    as_controller.post(close, {"closed_on": "2017-10-01"})
    inner.refresh_from_db()
    assert inner.closed_on == date(2017, 10, 1)
    assert "avslutat 1 oktober 2017" in as_controller.get(address("plan", world)).content.decode()
    as_controller.post(close, {"open": "1"})
    inner.refresh_from_db()
    assert inner.closed_on is None


def test_closing_asks_for_a_day_and_suggests_today(as_controller, world):
    page = as_controller.get(address("goal_edit", world, goal_id=world.goals[0].pk))
    assert page.context["close_form"].initial["closed_on"] == timezone.localdate()
    refused = as_controller.post(address("goal_close", world, goal_id=world.goals[0].pk), {"closed_on": "i höst"})
    assert refused.status_code == 422
    assert "i höst" in refused.content.decode()


def test_a_goal_that_nothing_hangs_on_is_deleted(as_controller, world):
    goal = world.goals[2]
    delete = address("goal_delete", world, goal_id=goal.pk)
    assert as_controller.get(delete).status_code == 200
    assert Goal.objects.filter(pk=goal.pk).exists()
    as_controller.post(delete)
    assert not Goal.objects.filter(pk=goal.pk).exists()


def test_a_goal_with_answers_stays_and_the_page_says_what_hangs_on_it(as_controller, world):
    goal = world.goals[0]
    an_assessment(world.round, goal, world.afi)
    response = as_controller.post(address("goal_delete", world, goal_id=goal.pk), follow=True)
    assert Goal.objects.filter(pk=goal.pk).exists()
    assert "bedömning" in response.content.decode()


def test_what_a_goal_contributes_to_is_chosen_among_goals_with_a_level_below(as_controller, world):
    lower = a_level(world.plan, name="Utvecklingsområde")
    below = a_goal(world.plan, level=lower, name="Lägst")
    page = as_controller.get(address("goal_edit", world, goal_id=below.pk))
    offered = {goal.name for goal in page.context["form"].fields["contributes_to"].queryset}
    assert offered == {goal.name for goal in world.goals}
    as_controller.post(address("goal_edit", world, goal_id=below.pk), form_of(page, contributes_to=[world.goals[1].pk]))
    assert [row.target_goal for row in below.contributions.all()] == [world.goals[1]]
