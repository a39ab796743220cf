"""A goal for one year is followed up that year and no other."""

from datetime import date

import pytest
from django.urls import reverse

from reports.build import build_report
from reports.checks import findings_for
from reports.views.overview.tally import tallies
from tests.builders import a_goal, a_report, a_round, a_section, an_assessment


@pytest.fixture
def next_years_goal(world):
    return a_goal(world.plan, name="Det som gäller nästa år", year=2018)


def test_it_is_not_asked_for_in_a_round_of_another_year(client, cast, world, next_years_goal):
    client.force_login(cast.reporter)
    text = client.get(reverse("reports:entry", args=[world.round.pk, world.afi.pk])).content.decode()
    assert "Det som gäller nästa år" not in text
    later = a_round(world.plan, as_of=date(2018, 8, 31), opens_on=date(2018, 8, 1), deadline=date(2018, 9, 8))
    text = client.get(reverse("reports:entry", args=[later.pk, world.afi.pk])).content.decode()
    assert "Det som gäller nästa år" in text


def test_it_is_not_counted_among_the_answers_of_another_year(world, next_years_goal):
    counted = tallies([world.round])
    next_years_goal.delete()
    assert counted == tallies([world.round])
    assert counted[world.round.pk].asked == 5


def test_nobody_owes_an_answer_on_it_and_the_report_still_shows_it(world, next_years_goal):
    report = a_report(world.round)
    a_section(report, kind="goal_overview")
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    assert not [finding for finding in findings_for(report) if "nästa år" in finding.message]
    (section,) = build_report(report).sections
    shown = {goal.name: goal.results for goal in section.block.goals}
    assert shown["Det som gäller nästa år"] == ()
