"""A plan's indicators: the list that can be narrowed and sorted, and their order."""

import pytest
from django.urls import reverse

from tests.builders import a_goal, a_measurement, a_plan, a_target, an_indicator


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(name, world, **more):
    return reverse(
        f"reports:{name}", kwargs={"committee_slug": world.committee.slug, "plan_slug": world.plan.slug} | more
    )


def names(response):
    return [row.record.name for row in response.context["list"].table.paginated_rows]


def listed(client, world, **query):
    return names(client.get(address("indicators", world), query))


def cells(response):
    """By name, the cells of each row as words."""
    rows = response.context["list"].table.paginated_rows
    return {row.record.name: {column.name: str(cell) for column, cell in row.items()} for row in rows}


def test_the_list_follows_the_goals_and_what_belongs_to_none_comes_last(as_controller, world):
    first, second = world.goals[:2]
    an_indicator(None, plan=world.plan, name="Fri")
    an_indicator(second, name="Andra")
    an_indicator(first, name="Första")
    assert listed(as_controller, world) == ["Första", "Andra", "Fri"]


def test_each_row_says_newest_outcome_and_the_target_that_stands(as_controller, world):
    share = an_indicator(world.goals[0], name="Nöjda", unit_of_measure="%", decimals=1)
    a_measurement(share, "2016", value="70")
    a_measurement(share, "2017", value="81.25")
    a_measurement(share, "2018", sex="women", value="99")
    a_target(share, year=2016, value=75)
    a_target(share, year=2017, value=90)
    shown = cells(as_controller.get(address("indicators", world)))["Nöjda"]
    assert shown["newest"] == "2017: 81,3\u00a0%"
    assert shown["target"] == "2017: 90,0\u00a0%"


def test_where_nothing_counts_the_whole_the_newest_part_and_the_number_of_targets_are_told(as_controller, world):
    parted = an_indicator(world.goals[0], name="Väntetid")
    a_measurement(parted, "2017T1", unit=world.afi, value=12)
    a_measurement(parted, "2017T2", unit=world.ifo, value=14)
    a_target(parted, unit=world.afi)
    a_target(parted, unit=world.ifo)
    bare = an_indicator(world.goals[0], name="Tom")
    shown = cells(as_controller.get(address("indicators", world)))
    assert shown["Väntetid"]["newest"] == "IFO (tertial 2 2017): 14"
    assert shown["Väntetid"]["target"] == "2 målvärden för delar"
    assert (shown[bare.name]["newest"], shown[bare.name]["target"]) == ("—", "—")


def test_a_goal_is_chosen_with_everything_under_it(as_controller, world):
    below = a_goal(world.plan, parent=world.goals[0])
    deep = a_goal(world.plan, parent=below)
    for goal, name in ((world.goals[0], "Överst"), (deep, "Djupt"), (world.goals[1], "Bredvid")):
        an_indicator(goal, name=name)
    assert listed(as_controller, world, goal=world.goals[0].pk) == ["Överst", "Djupt"]


def test_a_text_is_found_however_it_is_typed(as_controller, world):
    an_indicator(world.goals[0], name="ÄLDRE som är nöjda")
    for typed in ("äldre", "ÄR NÖJDA"):
        assert listed(as_controller, world, text=typed) == ["ÄLDRE som är nöjda"]


def test_the_list_is_narrowed_by_kind_unit_text_and_what_is_missing(as_controller, world):
    goal = world.goals[0]
    has_both = an_indicator(goal, name="Har allt", kind="key_figure", units=[world.afi], number="1.4")
    a_measurement(has_both)
    a_target(has_both)
    an_indicator(goal, name="Har inget", units=[world.ifo], kolada_id="N30101")
    assert listed(as_controller, world, kind="key_figure") == ["Har allt"]
    assert listed(as_controller, world, unit=world.ifo.pk) == ["Har inget"]
    assert listed(as_controller, world, missing="outcome") == ["Har inget"]
    assert listed(as_controller, world, missing="target") == ["Har inget"]
    assert listed(as_controller, world, text="n30101") == ["Har inget"]
    assert listed(as_controller, world, text="1.4") == ["Har allt"]
    assert listed(as_controller, world, unit=world.afi.pk, sort="-name") == ["Har allt"]


def test_every_column_can_be_sorted_both_ways_with_units_chosen(as_controller, world):
    for name in "cab":
        an_indicator(world.goals[0], name=name, units=[world.afi, world.ifo])
    for column in ("number", "name", "goal", "kind", "unit_of_measure"):
        for sort in (column, f"-{column}"):
            assert sorted(listed(as_controller, world, sort=sort, unit=world.afi.pk)) == ["a", "b", "c"]
    assert listed(as_controller, world, sort="-name") == ["c", "b", "a"]


def test_an_empty_plan_and_an_empty_choice_say_different_things(as_controller, world):
    assert "Planen har inga indikatorer än" in as_controller.get(address("indicators", world)).content.decode()
    an_indicator(world.goals[0])
    narrowed = as_controller.get(address("indicators", world), {"text": "finns inte"}).content.decode()
    assert "Ingen indikator stämmer med valet" in narrowed


def test_the_list_asks_equally_many_questions_of_few_and_many(as_controller, world, django_assert_max_num_queries):
    def more(count):
        for _number in range(count):
            indicator = an_indicator(a_goal(world.plan), units=[world.afi])
            a_measurement(indicator, unit=world.afi)
            a_target(indicator)

    more(2)
    with django_assert_max_num_queries(100) as few:
        as_controller.get(address("indicators", world))
    more(58)
    with django_assert_max_num_queries(len(few)):
        page = as_controller.get(address("indicators", world))
    assert len(names(page)) == 50
    assert len(listed(as_controller, world, page=2)) == 10


def test_indicators_change_places_within_their_goal(as_controller, world):
    first, second = world.goals[:2]
    one, _between, other = (
        an_indicator(first, name="Ett"),
        an_indicator(second, name="Annat mål"),
        an_indicator(first, name="Två"),
    )
    as_controller.post(address("indicator_move", world), {"move": f"{other.pk}:up"})
    assert listed(as_controller, world) == ["Två", "Ett", "Annat mål"]
    answer = as_controller.post(
        address("indicator_move", world), {"move": f"{one.pk}:down"}, headers={"HX-Request": "true"}
    )
    text = answer.content.decode()
    assert "<html" not in text
    assert "”Ett” står redan sist." in text


def test_the_order_page_shows_all_under_their_goals(as_controller, world):
    an_indicator(None, plan=world.plan, name="Fri")
    an_indicator(world.goals[0], name="En", group="Boende")
    an_indicator(world.goals[0], name="Två", group="Boende")
    parts = as_controller.get(address("indicator_order", world)).context["parts"]
    assert [(part.goal, [(line.group, line.name) for line in part.lines]) for part in parts] == [
        (world.goals[0], [("Boende", "En"), ("", "Två")]),
        (None, [("", "Fri")]),
    ]


@pytest.mark.parametrize("sent_words", ["", "x:up", "1", "1:sideways"])
def test_a_move_that_says_nothing_is_refused(as_controller, world, sent_words):
    assert as_controller.post(address("indicator_move", world), {"move": sent_words}).status_code == 422


def test_an_indicator_of_another_plan_is_not_found_here(as_controller, world):
    elsewhere = an_indicator(a_goal(a_plan(world.committee)))
    for name in ("indicator_series", "indicator_edit", "indicator_targets", "indicator_delete"):
        assert as_controller.get(address(name, world, indicator_id=elsewhere.pk)).status_code == 404
    moved = as_controller.post(address("indicator_move", world), {"move": f"{elsewhere.pk}:up"})
    assert moved.status_code == 404
