"""A plan's rounds: the list, the suggestion, adding, changing, deleting."""

from datetime import date

import pytest
from django.urls import reverse

from reports.choices import RoundKind
from reports.models import Round
from reports.views.planning.round_suggestion import suggested
from tests.builders import a_plan, a_round, an_assessment


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(name, world, **more):
    return reverse(
        f"reports:{name}", kwargs={"committee_slug": world.committee.slug, "plan_slug": world.plan.slug} | more
    )


def values(**overrides):
    return {
        "title": "Helårsuppföljning 2017",
        "kind": "year_end",
        "as_of": "2017-12-31",
        "opens_on": "2018-01-01",
        "deadline": "2018-01-19",
        "instruction": "Skriv *kort*.",
        "instruction_markup": "text",
    } | overrides


def sent(response, **overrides):
    """What the shown form would send, with `overrides`."""
    shown = {
        field.name: value.isoformat() if isinstance(value, date) else value
        for field in response.context["form"]
        if (value := field.value()) is not None
    }
    return shown | overrides


@pytest.mark.parametrize(
    ("kind", "title", "as_of", "deadline"),
    [
        (RoundKind.TERTIAL_1, "Tertialuppföljning 1 2017", date(2017, 4, 30), date(2017, 5, 19)),
        (RoundKind.TERTIAL_2, "Tertialuppföljning 2 2017", date(2017, 8, 31), date(2017, 9, 21)),
        (RoundKind.INTERIM, "Delårsuppföljning per 31 augusti 2017", date(2017, 8, 31), date(2017, 9, 21)),
        (RoundKind.YEAR_END, "Helårsuppföljning 2017", date(2017, 12, 31), date(2018, 1, 19)),
        (RoundKind.QUARTER, "Kvartalsuppföljning 1 2017", date(2017, 3, 31), date(2017, 4, 21)),
        (RoundKind.MONTH, "Månadsuppföljning januari 2017", date(2017, 1, 31), date(2017, 2, 21)),
    ],
)
def test_a_kind_and_a_year_suggest_title_and_days(kind, title, as_of, deadline):
    found = suggested(kind, 2017, set())
    assert (found.title, found.as_of, found.deadline) == (title, as_of, deadline)
    assert found.deadline.weekday() < 5


def test_the_next_quarter_without_a_round_is_suggested():
    assert suggested(RoundKind.QUARTER, 2017, {date(2017, 3, 31)}).as_of == date(2017, 6, 30)
    every = {date(2017, 3, 31), date(2017, 6, 30), date(2017, 9, 30), date(2017, 12, 31)}
    assert suggested(RoundKind.QUARTER, 2017, every).as_of == date(2017, 12, 31)


def test_the_list_holds_the_plans_rounds_newest_first(as_controller, world):
    later = a_round(world.plan, title="Helår", as_of=date(2017, 12, 31), state="planned")
    a_round(a_plan(world.committee), title="En annan plans")
    page = as_controller.get(address("plan_rounds", world))
    assert [row.record for row in page.context["list"].table.rows] == [later, world.round]
    assert "Planerad" in page.content.decode()
    assert "En annan plans" not in page.content.decode()


def test_the_list_asks_equally_many_questions_of_few_and_many_rounds(
    as_controller, world, django_assert_max_num_queries
):
    with django_assert_max_num_queries(100) as few:
        as_controller.get(address("plan_rounds", world))
    for month in range(1, 13):
        a_round(world.plan, as_of=date(2017, month, 1))
    with django_assert_max_num_queries(len(few)):
        as_controller.get(address("plan_rounds", world))


def test_a_plan_without_rounds_says_so(as_controller, world):
    Round.objects.all().delete()
    assert "inga uppföljningar än" in as_controller.get(address("plan_rounds", world)).content.decode()


def test_the_new_rounds_form_is_filled_with_the_suggestion(as_controller, world):
    page = as_controller.get(address("round_add", world), {"kind": "year_end", "year": "2017"})
    assert page.context["form"].initial["title"] == "Helårsuppföljning 2017"
    nonsense = as_controller.get(address("round_add", world), {"kind": "x", "year": "1"})
    assert nonsense.context["form"].initial["kind"] == RoundKind.INTERIM


def test_a_round_is_added_as_planned_with_its_instruction(as_controller, world):
    answer = as_controller.post(address("round_add", world), values())
    assert answer.status_code == 302
    added = Round.objects.get(title="Helårsuppföljning 2017")
    assert (added.state, added.key, added.plan) == ("planned", "helarsuppfoljning-2017", world.plan)
    assert (added.as_of, added.deadline) == (date(2017, 12, 31), date(2018, 1, 19))
    assert added.instruction == "<p>Skriv <em>kort</em>.</p>"


def test_two_rounds_of_the_same_title_get_ids_of_their_own(as_controller, world):
    as_controller.post(address("round_add", world), values())
    as_controller.post(address("round_add", world), values())
    assert set(world.plan.rounds.values_list("key", flat=True)) >= {
        "helarsuppfoljning-2017",
        "helarsuppfoljning-2017-2",
    }


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"as_of": ""}, {"as_of": "i höst"}, {"kind": "x"}, {"deadline": "2017-12-01"}],
)
def test_what_does_not_hold_is_told_and_what_was_typed_stays(as_controller, world, wrong):
    answer = as_controller.post(address("round_add", world), values(**wrong))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == set(wrong)
    assert "Skriv *kort*." in answer.content.decode()
    assert Round.objects.count() == 1


def test_a_round_is_changed(as_controller, world):
    here = address("round_edit", world, round_id=world.round.pk)
    answer = as_controller.post(here, sent(as_controller.get(here), title="Delår", deadline="2017-09-15"))
    assert answer.status_code == 302
    world.round.refresh_from_db()
    assert (world.round.title, world.round.deadline, world.round.state) == ("Delår", date(2017, 9, 15), "open")


def test_two_who_change_the_same_round_are_found_out(as_controller, world):
    here = address("round_edit", world, round_id=world.round.pk)
    mine = sent(as_controller.get(here), title="Mitt ord")
    Round.objects.update(title="Deras ord")
    answer = as_controller.post(here, mine)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Deras ord" in text
    assert "Mitt ord" in text
    assert as_controller.post(here, sent(answer, title="Mitt ord")).status_code == 302
    world.round.refresh_from_db()
    assert world.round.title == "Mitt ord"


def test_a_round_without_answers_is_deleted_after_a_question(as_controller, world):
    here = address("round_delete", world, round_id=world.round.pk)
    assert "Ta bort ”" in as_controller.get(here).content.decode()
    assert Round.objects.exists()
    assert as_controller.post(here).status_code == 302
    assert not Round.objects.exists()


def test_a_round_with_answers_stays(as_controller, world):
    an_assessment(world.round, world.goals[0], world.afi)
    answer = as_controller.post(address("round_delete", world, round_id=world.round.pk), follow=True)
    assert "1 bedömning" in answer.content.decode()
    assert Round.objects.exists()


def test_a_round_of_another_plan_is_not_found_here(as_controller, world):
    elsewhere = a_round(a_plan(world.committee))
    for name in ("round_edit", "round_delete"):
        assert as_controller.get(address(name, world, round_id=elsewhere.pk)).status_code == 404
