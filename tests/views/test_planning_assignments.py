"""A plan's assignments and activities: the list, their order, adding, changing, deleting."""

from datetime import date

import pytest
from django.urls import reverse

from goals.models import Assignment
from tests.builders import a_goal, a_plan, an_assessment, an_assignment


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(name, world, **more):
    return reverse(
        f"reports:{name}", kwargs={"committee_slug": world.committee.slug, "plan_slug": world.plan.slug} | more
    )


def sent(response, **overrides):
    """What the shown form would send, with `overrides`."""
    shown = {}
    for field in response.context["form"]:
        value = field.value()
        if isinstance(value, list):
            value = "\n".join(value)
        shown[field.name] = value.isoformat() if isinstance(value, date) else value
    return {name: value for name, value in shown.items() if value is not None} | overrides


def some(world, count, **values):
    return [
        an_assignment(world.plan, name=f"Uppdrag {number}", position=number, **values) for number in range(1, count + 1)
    ]


def names(world):
    return list(world.plan.assignments.order_by("position", "pk").values_list("name", flat=True))


def test_the_list_follows_the_goals_and_what_belongs_to_none_comes_last(as_controller, world):
    first, second = world.goals[:2]
    an_assignment(world.plan, name="Fritt", position=1)
    an_assignment(world.plan, goal=second, name="Till andra målet", position=2)
    an_assignment(world.plan, goal=first, name="Till första målet", position=3)
    parts = as_controller.get(address("assignments", world)).context["parts"]
    assert [(part.goal, [line.name for line in part.lines]) for part in parts] == [
        (first, ["Till första målet"]),
        (second, ["Till andra målet"]),
        (None, ["Fritt"]),
    ]


def test_a_group_is_named_once_and_a_day_gives_way_to_words(as_controller, world):
    an_assignment(world.plan, group="Boende", due_on=date(2017, 6, 30), position=1)
    an_assignment(world.plan, group="Boende", due_on=date(2017, 6, 30), due_words="löpande", position=2)
    [part] = as_controller.get(address("assignments", world)).context["parts"]
    assert [(line.group, line.due) for line in part.lines] == [("Boende", "30 juni 2017"), ("", "löpande")]


def test_the_list_asks_equally_many_questions_of_few_and_many(as_controller, world, django_assert_max_num_queries):
    some(world, 2, goal=world.goals[0])
    with django_assert_max_num_queries(100) as few:
        as_controller.get(address("assignments", world))
    for number in range(20):
        an_assignment(world.plan, goal=a_goal(world.plan), name=f"Till {number}")
    with django_assert_max_num_queries(len(few)):
        as_controller.get(address("assignments", world))


def test_a_plan_without_any_says_so(as_controller, world):
    assert "inga uppdrag eller aktiviteter än" in as_controller.get(address("assignments", world)).content.decode()


def test_everything_that_an_assignment_holds_can_be_typed(as_controller, world):
    typed = {
        "kind": "activity",
        "goal": world.goals[1].pk,
        "group": "Boende",
        "number": "3",
        "name": "Utred boendet",
        "description": "Se till *behoven*.",
        "given_by": "Kommunfullmäktige",
        "together_with": "Bildningsnämnden\nKultur",
        "responsible": "Verksamhetschef",
        "due_on": "2017-06-30",
        "due_words": "före sommaren",
    }
    assert as_controller.post(address("assignment_add", world), typed).status_code == 302
    added = Assignment.objects.get()
    assert (added.kind, added.goal, added.group, added.number) == ("activity", world.goals[1], "Boende", "3")
    assert (added.description, added.given_by) == ("<p>Se till <em>behoven</em>.</p>", "Kommunfullmäktige")
    assert (added.together_with, added.responsible) == (["Bildningsnämnden", "Kultur"], ["Verksamhetschef"])
    assert (added.due_on, added.due_words) == (date(2017, 6, 30), "före sommaren")
    assert (added.key, added.position) == ("3-utred-boendet", 1)


def test_a_new_one_comes_last_and_under_the_goal_that_was_asked_for(as_controller, world):
    some(world, 2)
    page = as_controller.get(address("assignment_add", world), {"goal": world.goals[0].pk})
    as_controller.post(address("assignment_add", world), sent(page, name="Den tredje"))
    assert names(world) == ["Uppdrag 1", "Uppdrag 2", "Den tredje"]
    assert Assignment.objects.get(name="Den tredje").goal == world.goals[0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"due_on": "snart"},
        {"kind": "x"},
        {"goal": "x"},
        {"together_with": "Kultur\nSkola; fritid"},
        {"responsible": "Chef; stab"},
    ],
)
def test_what_does_not_hold_is_told_and_what_was_typed_stays(as_controller, world, wrong):
    typed = {"kind": "assignment", "name": "Utred", "group": "Mina ord"} | wrong
    answer = as_controller.post(address("assignment_add", world), typed)
    assert answer.status_code == 422
    form = answer.context["form"]
    assert set(form.errors) == set(wrong)
    assert {name: form[name].value() for name in wrong} == wrong
    assert "Mina ord" in answer.content.decode()
    assert not Assignment.objects.exists()


def test_a_goal_of_another_plan_cannot_be_chosen(as_controller, world):
    stranger = a_goal(a_plan(world.committee))
    answer = as_controller.post(
        address("assignment_add", world), {"kind": "assignment", "name": "Utred", "goal": stranger.pk}
    )
    assert set(answer.context["form"].errors) == {"goal"}


def test_an_assignment_is_changed(as_controller, world):
    [assignment] = some(world, 1, responsible=["Chef"], goal=world.goals[0])
    here = address("assignment_edit", world, assignment_id=assignment.pk)
    assert as_controller.post(here, sent(as_controller.get(here), name="Ett annat namn")).status_code == 302
    assignment.refresh_from_db()
    assert (assignment.name, assignment.responsible, assignment.goal) == ("Ett annat namn", ["Chef"], world.goals[0])
    assert assignment.history.first().history_type == "~"


def test_two_who_change_the_same_assignment_are_found_out(as_controller, world):
    [assignment] = some(world, 1)
    here = address("assignment_edit", world, assignment_id=assignment.pk)
    mine = sent(as_controller.get(here), name="Mitt ord")
    Assignment.objects.update(name="Deras ord", kind="activity", due_on=date(2017, 6, 30), responsible=["Chef", "Stab"])
    answer = as_controller.post(here, mine)
    assert answer.status_code == 409
    assert {each.label: each.words for each in answer.context["theirs"]} == {
        "Typ": "Aktivitet",
        "Namn": "Deras ord",
        "Ansvariga roller": "Chef, Stab",
        "Klart senast": "30 juni 2017",
    }
    text = answer.content.decode()
    assert "Deras ord" in text
    assert "Mitt ord" in text
    assert as_controller.post(here, sent(answer, name="Mitt ord")).status_code == 302
    assert names(world) == ["Mitt ord"]


def test_one_that_was_moved_meanwhile_is_no_conflict(as_controller, world):
    first, _second = some(world, 2)
    here = address("assignment_edit", world, assignment_id=first.pk)
    mine = sent(as_controller.get(here), name="Mitt ord")
    as_controller.post(address("assignment_move", world), {"move": f"{first.pk}:down"})
    assert as_controller.post(here, mine).status_code == 302
    assert names(world) == ["Uppdrag 2", "Mitt ord"]


def test_neighbours_under_a_goal_change_places(as_controller, world):
    first, second, third = some(world, 3)
    Assignment.objects.filter(pk=second.pk).update(goal=world.goals[0])
    move = address("assignment_move", world)
    answer = as_controller.post(move, {"move": f"{third.pk}:up"})
    assert answer["Location"].endswith(f"#uppdrag-{third.pk}")
    assert names(world) == ["Uppdrag 3", "Uppdrag 2", "Uppdrag 1"]
    as_controller.post(move, {"move": f"{third.pk}:up"})
    assert names(world) == ["Uppdrag 3", "Uppdrag 2", "Uppdrag 1"]
    as_controller.post(move, {"move": f"{third.pk}:down"})
    assert names(world) == ["Uppdrag 1", "Uppdrag 2", "Uppdrag 3"]
    assert first.pk


def test_the_script_gets_the_list_alone_and_is_told_what_happened(as_controller, world):
    first, _second = some(world, 2)
    answer = as_controller.post(address("assignment_move", world), {"move": f"{first.pk}:down"}, HTTP_HX_REQUEST="true")
    text = answer.content.decode()
    assert "<html" not in text
    assert "”Uppdrag 1” är flyttat." in text


@pytest.mark.parametrize("sent_words", ["", "x:up", "1", "1:sideways"])
def test_a_move_that_says_nothing_is_refused(as_controller, world, sent_words):
    assert as_controller.post(address("assignment_move", world), {"move": sent_words}).status_code == 422


def test_one_is_deleted_after_a_question_unless_it_is_followed_up(as_controller, world):
    free, followed = some(world, 2)
    an_assessment(world.round, None, assignment=followed)
    here = address("assignment_delete", world, assignment_id=free.pk)
    assert "Ta bort ”Uppdrag 1”?" in as_controller.get(here).content.decode()
    as_controller.post(here)
    kept = as_controller.post(address("assignment_delete", world, assignment_id=followed.pk), follow=True)
    assert "1 bedömning" in kept.content.decode()
    assert names(world) == ["Uppdrag 2"]


def test_an_assignment_of_another_plan_is_not_found_here(as_controller, world):
    elsewhere = an_assignment(a_plan(world.committee))
    for name in ("assignment_edit", "assignment_delete"):
        assert as_controller.get(address(name, world, assignment_id=elsewhere.pk)).status_code == 404
