"""Who else has an answer open."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from followup.core.faults import NotAllowed
from reports.choices import SubjectKind
from reports.commands.presence import note_presence
from reports.models import Presence


@pytest.fixture
def address(world):
    def of(goal=0, unit=None):
        args = [world.round.pk, (unit or world.afi).pk, "goal", world.goals[goal].pk]
        return reverse("reports:entry_presence", args=args)

    return of


def ask(client, user, address):
    client.force_login(user)
    return client.post(address).content.decode()


def test_two_at_the_same_answer_are_told_of_each_other(client, cast, address):
    assert ask(client, cast.reporter, address()).strip() == ""
    assert "Reporter har också det här svaret öppet." in ask(client, cast.controller, address())
    assert "Controller har också det här svaret öppet." in ask(client, cast.reporter, address())


def test_who_has_gone_on_or_is_at_another_units_answer_is_not_there(client, world, cast, address):
    ask(client, cast.controller, address())
    ask(client, cast.controller, address(goal=1))
    assert ask(client, cast.reporter, address()).strip() == ""
    ask(client, cast.controller, address(unit=world.ifo))
    assert "Controller" in ask(client, cast.reporter, address(goal=1))
    assert Presence.objects.count() == 3


def test_who_was_there_a_while_ago_is_not_there_now_and_is_not_kept(world, cast):
    now = timezone.now()

    def noted(by, at):
        return note_presence(
            round=world.round, unit=world.afi, kind=SubjectKind.GOAL, subject_id=world.goals[0].pk, now=at, by=by
        )

    noted(cast.controller, now - timedelta(seconds=61))
    assert noted(cast.reporter, now) == ()
    noted(cast.administrator, now + timedelta(days=2))
    assert [each.user for each in Presence.objects.all()] == [cast.administrator]


def test_only_those_who_report_for_the_unit_are_noted(world, cast):
    for by in (cast.other_reporter, cast.reader, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            note_presence(
                round=world.round,
                unit=world.afi,
                kind=SubjectKind.GOAL,
                subject_id=world.goals[0].pk,
                now=timezone.now(),
                by=by,
            )
    assert not Presence.objects.exists()


def test_it_asks_few_queries(client, cast, address, django_assert_max_num_queries):
    ask(client, cast.reporter, address())
    with django_assert_max_num_queries(7):
        client.post(address())
