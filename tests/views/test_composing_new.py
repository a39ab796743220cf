"""Making a report of a round or of a plan, from a template."""

import pytest

from reports.models import Report
from tests.builders import a_plan, a_round

ADDRESS = "/rapporter/ny/"


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def choices(answer):
    field = answer.context["form"].fields["subject"]
    return [(group, [words for _value, words in options]) for group, options in field.choices[1:]]


def test_the_rounds_stand_under_their_plan_newest_first_and_others_committees_not_at_all(controller, world, cast):
    later = a_plan(world.committee, title="Verksamhetsplan 2018", year_from=2018, year_through=2018)
    a_round(world.plan, title="Helårsuppföljning 2017", as_of="2017-12-31", deadline=None)
    a_plan(cast.outsider.memberships.get().committee)
    assert choices(controller.get(ADDRESS)) == [
        (f"{later.title}, {world.committee}", ["Planen själv"]),
        (
            f"{world.plan.title}, {world.committee}",
            ["Helårsuppföljning 2017", "Delårsuppföljning per 31 augusti 2017", "Planen själv"],
        ),
    ]


def test_a_report_of_a_round_has_the_template_that_was_chosen(controller, world):
    answer = controller.post(ADDRESS, {"subject": f"round-{world.round.pk}", "template": "tertial"})
    report = Report.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/rapporter/{report.pk}/redigera/")
    assert (report.round, report.template) == (world.round, "tertial")
    assert report.sections.filter(title="Väsentliga personalförhållanden").exists()
    assert report.tables.count() == 5


def test_without_a_choice_the_template_is_the_one_that_fits(controller, world):
    controller.post(ADDRESS, {"subject": f"round-{world.round.pk}"})
    controller.post(ADDRESS, {"subject": f"plan-{world.plan.pk}"})
    assert list(Report.objects.order_by("pk").values_list("round", "template", "as_of")) == [
        (world.round.pk, "interim", world.round.as_of), (None, "plan", None),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", [{}, {"subject": "round-0"}, {"subject": "x"}])
def test_what_is_not_there_to_choose_is_refused_at_its_field(controller, typed):
    answer = controller.post(ADDRESS, typed)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"subject"}
    assert not Report.objects.exists()


def test_another_committees_round_cannot_be_chosen(client, world, cast):
    client.force_login(cast.outsider)
    assert client.post(ADDRESS, {"subject": f"round-{world.round.pk}"}).status_code == 422


def test_the_number_of_queries_does_not_grow(controller, world, django_assert_max_num_queries):
    for plans in (1, 10):
        for _ in range(plans):
            a_round(a_plan(world.committee))
        with django_assert_max_num_queries(7):
            controller.get(ADDRESS)
