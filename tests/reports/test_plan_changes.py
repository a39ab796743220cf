"""What changed in the plan since the round before, for one unit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from followup.core.models import User
from goals.models import Goal
from indicators.models import Indicator, Target
from reports.views.entry.context.plan_then import plan_changes
from tests.builders import a_goal, a_level, a_plan, a_round, a_target, an_indicator


def told(changes):
    return [(str(each.change), each.title, each.before, each.after) for each in changes]


@pytest.fixture
def changes(world):
    def read(unit=None):
        unit = unit or world.afi
        return told(plan_changes(world.round, [unit])[unit.pk])

    return read


@pytest.fixture
def closed(world, cast):
    """A round before, closed an hour ago; what has been entered so far was entered before that."""

    def close():
        at = timezone.now() - timedelta(hours=1)
        for model in (Goal, Indicator, Target):
            model.history.update(history_date=at - timedelta(hours=1))
        who = User.objects.get(username="controller")
        return a_round(world.plan, as_of=date(2017, 4, 30), state="closed", closed_at=at, closed_by=who)

    return close


def test_without_a_round_before_nothing_is_told(changes):
    assert changes() == []


def test_what_is_new_renamed_retargeted_and_removed_within_the_plan(world, closed, changes):
    indicator = an_indicator(world.goals[0], name="Nöjda", unit_of_measure="%", decimals=0)
    target = a_target(indicator, value=80)
    gone = an_indicator(world.goals[0], name="Struken")
    closed()
    target.value = 85
    target.save()
    gone.delete()
    world.goals[1].name = "Nya ord"
    world.goals[1].save()
    world.goals[2].closed_on = date(2017, 6, 1)
    world.goals[2].save()
    a_goal(world.plan, name="Helt nytt")
    assert changes() == [
        ("renamed", "2 Nya ord", "2 Mål nummer 2", "2 Nya ord"),
        ("added", "4 Helt nytt", "", ""),
        ("retargeted", "Nöjda", "80\xa0%", "85\xa0%"),
        ("removed", "3 Mål nummer 3", "", ""),
        ("removed", "Struken", "", ""),
    ]


def test_only_what_concerns_the_unit_is_told(world, closed, changes):
    indicator = an_indicator(world.goals[0], name="IFO:s", units=[world.ifo])
    closed()
    a_goal(world.plan, units=[world.ifo], name="Bara IFO")
    world.goals[2].name = "Bara AFI"
    world.goals[2].save()
    a_target(indicator, value=1)
    a_target(an_indicator(world.goals[0], name="Allas"), unit=world.ifo, value=2)
    assert [title for _change, title, *_rest in changes()] == ["3 Bara AFI", "Allas"]
    assert [title for _change, title, *_rest in changes(world.ifo)] == ["4 Bara IFO", "IFO:s", "Allas"]


def test_nothing_is_told_of_a_plan_that_was_entered_after_the_round_before(world, changes):
    a_round(world.plan, as_of=date(2017, 4, 30), state="closed")
    assert changes() == []


def test_a_new_plan_is_compared_with_what_it_continues(world, changes):
    plan = a_plan(world.committee, year_from=2016, year_through=2016)
    a_level(plan)
    same, other, gone = a_goal(plan, name="Mål nummer 1"), a_goal(plan, name="Gamla ord"), a_goal(plan, name="Slut")
    old = an_indicator(same, name="Nöjda")
    a_target(old, year=2016, value=70)
    a_round(plan, as_of=date(2016, 12, 31), state="closed")
    for goal, before in zip(world.goals, (same, other), strict=False):
        goal.predecessor = before
        goal.save()
    a_target(an_indicator(world.goals[0], name="Nöjda", predecessor=old), year=2017, value=75)
    assert changes() == [
        ("renamed", "2 Mål nummer 2", "2 Gamla ord", "2 Mål nummer 2"),
        ("added", "3 Mål nummer 3", "", ""),
        ("retargeted", "Nöjda", "70", "75"),
        ("removed", "3 Slut", "", ""),
    ]
    assert gone.name == "Slut"


def test_a_round_of_a_plan_beside_it_tells_nothing(world, changes):
    other = a_plan(world.committee, title="Internkontroll 2017")
    a_level(other)
    a_goal(other)
    a_round(other, as_of=date(2017, 4, 30), state="closed")
    assert changes() == []


def test_they_are_counted_and_told_in_words(world, closed):
    closed()
    world.goals[1].name = "Nya ord"
    world.goals[1].save()
    found = plan_changes(world.round, [world.afi])[world.afi.pk]
    page = render_to_string("reports/entry/context/_plan_changes.html", {"changes": found, "id": "andringar"})
    assert "1 ändring i planen sedan förra uppföljningen" in page
    assert "Ny lydelse (mål):" in page
    assert "(förut: 2 Mål nummer 2)" in page


@pytest.mark.parametrize("size", [1, 12])
def test_ten_queries_whatever_the_size(world, closed, size, django_assert_num_queries):
    closed()
    for _number in range(size):
        a_target(an_indicator(a_goal(world.plan, units=[world.afi]), units=[world.afi]))
    with django_assert_num_queries(10):
        plan_changes(world.round, [world.afi, world.ifo])


def test_the_day_of_a_round_that_was_never_closed_by_a_person_counts(world, changes):
    Goal.history.update(history_date=datetime(2017, 1, 1, tzinfo=UTC))
    a_round(world.plan, as_of=date(2017, 4, 30), state="closed")
    world.goals[0].name = "Nya ord"
    world.goals[0].save()
    assert changes() == [("renamed", "1 Nya ord", "1 Mål nummer 1", "1 Nya ord")]
