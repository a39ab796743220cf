"""`/rapportera/`: the reporter's rounds and what is left in them."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from followup.core.choices import Role
from tests.builders import a_goal, a_member, a_round, a_unit, an_assessment

ADDRESS = "/rapportera/"


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr("reports.views.entry.start.timezone.localdate", lambda: date(2017, 9, 4))


def shown(client, user):
    client.force_login(user)
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return response.content.decode()


def test_nobody_sees_it_without_signing_in(client, db):
    assert client.get(ADDRESS).url == f"/logga-in/?next={ADDRESS}"


def test_a_reporter_sees_unit_deadline_and_what_is_left(client, world, cast, today):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved")
    page = shown(client, cast.reporter)
    assert reverse("reports:entry", args=[world.round.pk, world.afi.pk]) in page
    for words in (
        "Enheten AFI",
        "senast 8 september 2017",
        "4 dagar kvar",
        "1 av 3 mål besvarade",
        "2 mål kvar: 2, 3.",
    ):
        assert words in page
    assert "Enheten IFO" not in page


def test_a_goal_for_another_unit_is_not_counted(client, world, cast, today):
    assert "0 av 2 mål besvarade" in shown(client, cast.other_reporter)


def test_the_controller_sees_every_unit(client, world, cast, today):
    page = shown(client, cast.controller)
    assert "Enheten AFI" in page
    assert "Enheten IFO" in page


def test_a_returned_answer_is_left_to_do(client, world, cast, today):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="returned")
    page = shown(client, cast.reporter)
    assert "0 av 3 mål besvarade" in page
    assert "1 svar är återsänt." in page


def test_a_late_round_says_so_kindly(client, world, cast, monkeypatch):
    monkeypatch.setattr("reports.views.entry.start.timezone.localdate", lambda: date(2017, 9, 10))
    page = shown(client, cast.reporter)
    assert "2 dagar för sent" in page
    assert "svar tas emot tills" in page


def test_drafts_wait_to_be_handed_in_and_then_all_is_done(client, world, cast, today):
    answers = [an_assessment(world.round, goal, world.afi, status="achieved") for goal in world.goals]
    assert "3 utkast att klarmarkera." in shown(client, cast.reporter)
    for answer in answers:
        answer.state = "ready"
        answer.save()
    assert "Allt är klart och inlämnat." in shown(client, cast.reporter)


def test_planned_and_recently_closed_rounds_are_named_and_old_ones_are_not(client, world, cast, today):
    world.round.state = "closed"
    world.round.save()
    a_round(world.plan, title="Helår 2017", state="planned", opens_on=date(2017, 12, 20), deadline=date(2018, 1, 19))
    a_round(world.plan, title="Tertial 1", state="closed", as_of=date(2017, 4, 30), opens_on=None, deadline=None)
    page = shown(client, cast.reporter)
    assert "Inget att rapportera just nu" in page
    assert "planeras öppna 20 december 2017" in page
    assert "Stängd för svar" in page
    assert "Tertial 1" not in page


def test_a_reporter_without_rounds_is_told_what_will_come(client, world, cast, today):
    world.round.delete()
    assert "När en uppföljning öppnar" in shown(client, cast.reporter)


def test_a_reader_is_told_how_to_become_a_reporter(client, world, cast, today):
    assert "Du rapporterar inte för någon enhet" in shown(client, cast.reader)


def test_a_unit_without_goals(client, world, cast, today):
    world.plan.levels.update(assessed_by="committee")
    assert "Enheten har inget att svara på." in shown(client, cast.reporter)


def test_what_was_returned_is_named_with_the_reason(client, world, cast, today):
    an_assessment(
        world.round,
        world.goals[1],
        world.afi,
        status="achieved",
        state="returned",
        return_reason="Skriv vad ni gör.",
    )
    page = shown(client, cast.reporter)
    assert f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[1].pk}/" in page
    assert "Skriv vad ni gör." in page
    assert "1 svar är återsänt." in page


def test_what_has_changed_in_the_plan_since_the_round_before_is_told(client, world, cast, today):
    a_round(world.plan, as_of=date(2017, 4, 30), state="closed", closed_at=timezone.now(), closed_by=cast.controller)
    a_goal(world.plan, name="Ett nytt mål")
    page = shown(client, cast.reporter)
    assert "Ändrat i planen" in page
    assert "1 ändring i planen sedan förra uppföljningen" in page
    assert "Ett nytt mål" in page


@pytest.mark.parametrize("size", [3, 30])
def test_queries_do_not_grow(client, world, cast, today, size, django_assert_max_num_queries):
    for number in range(size):
        unit = a_unit(world.committee, f"E{number}")
        a_goal(world.plan, units=[unit])
        a_round(world.plan)
    user = a_member("alla", Role.REPORTER, world.committee)
    client.force_login(user)
    with django_assert_max_num_queries(34):
        assert client.get(ADDRESS).status_code == 200
