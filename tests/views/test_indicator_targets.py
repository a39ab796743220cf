"""Targets of an indicator or a goal: all on one page, saved together."""

from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Target
from tests.builders import a_target, an_indicator


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


@pytest.fixture
def indicator(world):
    return an_indicator(world.goals[0], unit_of_measure="%", decimals=0)


def address(name, world, **more):
    return reverse(
        f"reports:{name}", kwargs={"committee_slug": world.committee.slug, "plan_slug": world.plan.slug} | more
    )


def sent(response, *rows):
    """What the shown rows would send; `rows` are what is typed in them, from the first on."""
    formset = response.context["rows"]
    data = {f"{formset.prefix}-{field.name}": field.value() for field in formset.management_form}
    for place, form in enumerate(formset):
        for field in form:
            value = field.value()
            if isinstance(value, Decimal):
                value = form.fields[field.name].prepare_value(value)
            if value not in (None, False):
                data[field.html_name] = value
        if place < len(rows):
            data |= {form.add_prefix(name): value for name, value in rows[place].items()}
    return data


def post(client, here, *rows):
    return client.post(here, sent(client.get(here), *rows))


def test_targets_are_typed_as_values_ranges_changes_and_words_for_parts(as_controller, world, indicator):
    here = address("indicator_targets", world, indicator_id=indicator.pk)
    post(
        as_controller,
        here,
        {"year": "2017", "value": "81,5 %"},
        {"year": "2017", "value": "80", "value_high": "90", "unit": world.afi.pk, "sex": "women", "submeasure": "HVB"},
        {"year": "2018", "words": "95 % inom 120 dgr"},
    )
    post(as_controller, here, {}, {}, {}, {"year": "2019", "value": "−10", "measured_against": "change_percent"})
    said = Target.objects.order_by("pk").values_list(
        "year", "unit", "sex", "submeasure", "value", "value_high", "words", "measured_against"
    )
    assert list(said) == [
        (2017, None, "total", "", Decimal("81.5"), None, "", "value"),
        (2017, world.afi.pk, "women", "HVB", Decimal(80), Decimal(90), "", "value"),
        (2018, None, "total", "", None, None, "95 % inom 120 dgr", "value"),
        (2019, None, "total", "", Decimal(-10), None, "", "change_percent"),
    ]


def test_a_goal_has_targets_of_its_own(as_controller, world):
    here = address("goal_targets", world, goal_id=world.goals[0].pk)
    assert post(as_controller, here, {"year": "2017", "words": "Två nya"})["Location"] == here
    assert Target.objects.get().goal == world.goals[0]
    assert "Två nya" in as_controller.get(here).content.decode()


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"value": "80"}, "year"),
        ({"year": "17", "value": "80"}, "year"),
        ({"year": "2017"}, "value"),
        ({"year": "2017", "value": "åttio"}, "value"),
        ({"year": "2017", "value": "90", "value_high": "80"}, "value_high"),
        ({"year": "2017", "words": "runt", "value_high": "80"}, "value_high"),
        ({"year": "2017", "value": "80", "unit": "0"}, "unit"),
    ],
)
def test_what_does_not_hold_is_told_at_its_field_and_nothing_is_saved(as_controller, world, indicator, row, field):
    here = address("indicator_targets", world, indicator_id=indicator.pk)
    answer = post(as_controller, here, {"year": "2016", "value": "70"}, row)
    assert answer.status_code == 422
    assert [set(form.errors) for form in answer.context["rows"]][:2] == [set(), {field}]
    assert 'value="70"' in answer.content.decode()
    assert not Target.objects.exists()


def test_a_target_is_changed_and_another_removed_in_the_same_save(as_controller, world, indicator):
    old, kept = a_target(indicator, year=2016), a_target(indicator, year=2017, value=80)
    here = address("indicator_targets", world, indicator_id=indicator.pk)
    post(as_controller, here, {"remove": "on"}, {"year": "2016", "value": "85"})
    assert not Target.objects.filter(pk=old.pk).exists()
    kept.refresh_from_db()
    assert (kept.year, kept.value) == (2016, 85)


def test_a_row_to_be_removed_may_hold_anything(as_controller, world, indicator):
    a_target(indicator)
    here = address("indicator_targets", world, indicator_id=indicator.pk)
    assert post(as_controller, here, {"remove": "on", "value": "x", "year": ""}).status_code == 302
    assert not Target.objects.exists()


def test_the_same_target_twice_is_told_at_the_second(as_controller, world, indicator):
    a_target(indicator, year=2017)
    here = address("indicator_targets", world, indicator_id=indicator.pk)
    answer = post(as_controller, here, {}, {"year": "2017", "value": "85"})
    assert answer.status_code == 422
    assert "Det finns redan ett målvärde" in str(answer.context["rows"][1].non_field_errors())
    assert Target.objects.count() == 1


@pytest.mark.parametrize("mine", [{"value": "85"}, {"remove": "on"}])
def test_a_target_that_somebody_else_changed_is_shown_and_not_written_over(as_controller, world, indicator, mine):
    target = a_target(indicator, value=80)
    here = address("indicator_targets", world, indicator_id=indicator.pk)
    page = as_controller.get(here)
    Target.objects.filter(pk=target.pk).update(value=77)
    refused = as_controller.post(here, sent(page, mine))
    assert refused.status_code == 409
    assert refused.context["theirs"] == "2017, totalt: 77\u00a0%"
    target.refresh_from_db()
    assert target.value == 77
    assert as_controller.post(here, sent(refused)).status_code == 302
    assert list(Target.objects.values_list("value", flat=True)) == ([85] if "value" in mine else [])


def test_a_target_that_somebody_else_removed_comes_back_only_if_asked_for_twice(as_controller, world, indicator):
    target = a_target(indicator, value=80)
    here = address("indicator_targets", world, indicator_id=indicator.pk)
    page = as_controller.get(here)
    target.delete()
    refused = as_controller.post(here, sent(page))
    assert refused.status_code == 422
    assert "Någon annan har tagit bort målvärdet" in refused.content.decode()
    assert not Target.objects.exists()
    assert as_controller.post(here, sent(refused)).status_code == 302
    assert Target.objects.get().value == 80


def test_rows_that_are_not_touched_are_not_written(as_controller, world, indicator):
    target = a_target(indicator, value=Decimal("80.50"))
    post(as_controller, address("indicator_targets", world, indicator_id=indicator.pk))
    assert target.history.count() == 1


@pytest.mark.parametrize("size", [2, 40])
def test_showing_and_saving_ask_equally_many_questions_of_few_and_many(
    as_controller, world, indicator, size, django_assert_num_queries
):
    for year in range(2000, 2000 + size):
        a_target(indicator, year=year, unit=world.afi)
    here = address("indicator_targets", world, indicator_id=indicator.pk)
    with django_assert_num_queries(8):
        page = as_controller.get(here)
    changes = [{"value": str(number)} for number in range(size)]
    with django_assert_num_queries(21):
        assert as_controller.post(here, sent(page, *changes)).status_code == 302
