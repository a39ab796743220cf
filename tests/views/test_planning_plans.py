"""Plans: the list, a new one, its own facts and words, its levels."""

from datetime import date

import pytest
from django.urls import reverse

from goals.models import Goal, Level, Plan
from tests.builders import a_goal, a_level, a_plan


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(name, world):
    return reverse(f"reports:{name}", args=[world.committee.slug, world.plan.slug])


def form_of(response, **overrides):
    shown = {field.name: field.value() for field in response.context["form"]}
    return {name: value for name, value in shown.items() if value not in {None, ""}} | overrides


def test_the_list_shows_the_plans_of_the_committees_that_one_controls(as_controller, world):
    text = as_controller.get(reverse("reports:plans")).content.decode()
    assert world.plan.title in text
    assert address("plan", world) in text
    assert reverse("reports:plan_import") in text
    assert reverse("reports:plan_template") in text
    assert address("plan_export", world) in as_controller.get(address("plan", world)).content.decode()


def test_the_plans_of_others_are_not_there(client, cast, world):
    client.force_login(cast.outsider)
    text = client.get(reverse("reports:plans")).content.decode()
    assert world.plan.title not in text
    assert "Inga planer än" in text


@pytest.mark.parametrize("size", [1, 20])
def test_the_list_asks_equally_many_questions_of_few_and_many_plans(
    as_controller, world, size, django_assert_num_queries
):
    for _number in range(size):
        a_goal(a_plan(world.committee))
    with django_assert_num_queries(7):
        as_controller.get(reverse("reports:plans"))


def test_a_new_plan_begins_with_one_level_and_leads_to_the_levels(as_controller, world):
    data = {"committee": world.committee.pk, "title": "Verksamhetsplan 2027", "year_from": 2027, "year_through": 2028}
    response = as_controller.post(reverse("reports:plan_new"), data)
    plan = Plan.objects.get(title="Verksamhetsplan 2027")
    assert response["Location"] == reverse("reports:levels", args=[world.committee.slug, plan.slug])
    assert [level.name for level in plan.levels.all()] == ["Mål"]


def test_a_title_that_the_committee_has_is_refused_and_stays_on_the_screen(as_controller, world):
    data = {"committee": world.committee.pk, "title": world.plan.title, "year_from": 2027, "year_through": 2027}
    response = as_controller.post(reverse("reports:plan_new"), data)
    assert response.status_code == 422
    assert "Nämnden har redan en plan med den titeln." in response.content.decode()
    assert f'value="{world.plan.title}"' in response.content.decode()


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((2028, 2027), "Slutåret kan inte vara före startåret."),
        ((1899, 2027), "Ange ett år från 1900 till 2200."),
        (("tjugosju", 2027), "Skriv ett år med fyra siffror"),
    ],
)
def test_years_that_do_not_hold_are_refused(as_controller, world, years, said):
    data = {"committee": world.committee.pk, "title": "Ny", "year_from": years[0], "year_through": years[1]}
    response = as_controller.post(reverse("reports:plan_new"), data)
    assert response.status_code == 422
    assert said in response.content.decode()


def test_a_plan_is_not_made_for_a_committee_of_others(client, cast, world):
    client.force_login(cast.outsider)
    data = {"committee": world.committee.pk, "title": "Ny", "year_from": 2027, "year_through": 2027}
    assert client.post(reverse("reports:plan_new"), data).status_code == 422
    assert not Plan.objects.filter(title="Ny").exists()


def test_the_plans_own_words_are_saved(as_controller, world, cast):
    page = as_controller.get(address("plan_edit", world))
    as_controller.post(address("plan_edit", world), form_of(page, word_achieved="Helt uppfyllt", word_cause="Analys"))
    world.plan.refresh_from_db()
    assert world.plan.word_for("achieved") == "Helt uppfyllt"
    assert world.plan.label_cause == "Analys"
    assert world.plan.history.first().history_user == cast.controller


def test_two_people_in_the_plans_facts_are_found_out(as_controller, world):
    page = as_controller.get(address("plan_edit", world))
    Plan.objects.filter(pk=world.plan.pk).update(word_cause="Deras ord", adopted_on=date(2017, 3, 1))
    mine = form_of(page, title="Min titel", word_cause="Mitt ord")
    response = as_controller.post(address("plan_edit", world), mine)
    assert response.status_code == 409
    stored = {each.label: each.words for each in response.context["theirs"]}
    assert stored == {"Titel": world.plan.title, "Antagen": "1 mars 2017", "Ord för orsak": "Deras ord"}
    assert "Deras ord" in response.content.decode()
    again = form_of(response)
    assert (again["title"], again["word_cause"]) == ("Min titel", "Mitt ord")
    assert as_controller.post(address("plan_edit", world), again).status_code == 302
    world.plan.refresh_from_db()
    assert world.plan.label_cause == "Mitt ord"


def rows(*names, who="both"):
    data = {"niva-TOTAL_FORMS": str(len(names)), "niva-INITIAL_FORMS": "0"}
    for number, (key, name) in enumerate(names):
        data |= {
            f"niva-{number}-key": str(key),
            f"niva-{number}-name": name,
            f"niva-{number}-plural": "",
            f"niva-{number}-assessed_by": who,
        }
    return data


def test_levels_are_named_ordered_and_added(as_controller, world):
    there = world.plan.levels.get()
    response = as_controller.post(
        address("levels", world), rows(("", "Fokusområde"), (there.pk, "Nämndmål"), ("", ""), who="nobody")
    )
    assert response.status_code == 302
    levels = world.plan.levels.order_by("position")
    assert [(level.name, level.assessed_by) for level in levels] == [("Fokusområde", "nobody"), ("Nämndmål", "nobody")]
    assert Goal.objects.filter(plan=world.plan, level=there).count() == 3


def test_a_level_that_goals_lie_on_is_not_taken_away(as_controller, world):
    there = world.plan.levels.get()
    response = as_controller.post(address("levels", world), rows((there.pk, ""), ("", "Nytt")))
    assert response.status_code == 422
    assert "mål" in response.content.decode()
    assert [level.name for level in Level.objects.filter(plan=world.plan)] == ["Mål"]


def test_levels_stand_in_the_order_of_their_numbers(as_controller, world):
    there = world.plan.levels.get()
    data = rows((there.pk, "Nämndmål"), ("", "Fokusområde")) | {"niva-0-place": "2", "niva-1-place": "1"}
    as_controller.post(address("levels", world), data)
    assert [level.name for level in world.plan.levels.order_by("position")] == ["Fokusområde", "Nämndmål"]


def test_an_order_that_is_no_number_is_refused_and_stays(as_controller, world):
    there = world.plan.levels.get()
    response = as_controller.post(address("levels", world), rows((there.pk, "Mål")) | {"niva-0-place": "först"})
    assert response.status_code == 422
    assert "Skriv ett heltal" in response.content.decode()
    assert 'value="först"' in response.content.decode()


def test_an_empty_level_is_taken_away_by_emptying_its_name(as_controller, world):
    there = world.plan.levels.get()
    spare = a_level(world.plan, name="Ingen har mig")
    as_controller.post(address("levels", world), rows((there.pk, "Mål"), (spare.pk, "")))
    assert [level.name for level in world.plan.levels.all()] == ["Mål"]


def test_two_levels_of_one_name_are_refused(as_controller, world):
    response = as_controller.post(address("levels", world), rows(("", "Samma"), ("", "Samma")))
    assert response.status_code == 422
    assert "Två nivåer heter ”Samma”" in response.content.decode()
