"""A role counts on its days: the first and the last are both in it, and an empty one is no bound."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from followup.core.access import Capability, committees_where, may, may_in, may_somewhere, units_to_lend, units_where
from followup.core.models import Membership, User
from tests.builders import a_member

FIRST, LAST = date(2017, 9, 4), date(2017, 9, 12)


@pytest.fixture
def stand_in(world):
    user = a_member("stand-in", "reporter", world.committee, world.afi)
    user.memberships.update(valid_from=FIRST, valid_through=LAST)
    return user


def everything(user, world):
    """The answers of every question to the table of roles."""
    user = User.objects.get(pk=user.pk)
    return {
        may(user, Capability.REPORT, world.committee, world.afi),
        may_in(user, Capability.REPORT, world.committee),
        may_somewhere(user, Capability.REPORT),
        committees_where(user, Capability.REPORT, in_any_unit=True).exists(),
        units_where(user, Capability.REPORT).exists(),
    }


@pytest.mark.parametrize(
    ("today", "counts"),
    [("2017-09-03", False), ("2017-09-04", True), ("2017-09-12", True), ("2017-09-13", False)],
)
def test_a_role_counts_from_its_first_day_through_its_last(stand_in, world, time_machine, today, counts):
    time_machine.move_to(f"{today} 12:00:00+02:00")
    assert everything(stand_in, world) == {counts}


def test_the_day_is_the_swedish_one(stand_in, world, time_machine):
    time_machine.move_to("2017-09-03 22:30:00+00:00")
    assert everything(stand_in, world) == {True}
    time_machine.move_to("2017-09-12 22:30:00+00:00")
    assert everything(stand_in, world) == {False}


@pytest.mark.parametrize("bound", ["valid_from", "valid_through"])
def test_an_empty_day_is_no_bound(stand_in, world, time_machine, bound):
    stand_in.memberships.update(**{bound: None})
    time_machine.move_to("2017-09-01 12:00Z" if bound == "valid_from" else "2030-01-01 12:00Z")
    assert everything(stand_in, world) == {True}


def test_the_database_refuses_days_in_the_wrong_order(stand_in):
    with pytest.raises(IntegrityError), transaction.atomic():
        stand_in.memberships.update(valid_from=LAST, valid_through=FIRST)


def test_whose_role_ends_lends_no_unit(stand_in, world, cast, time_machine):
    time_machine.move_to("2017-09-05 12:00Z")
    assert not units_to_lend(User.objects.get(pk=stand_in.pk)).exists()
    assert list(units_to_lend(cast.reporter)) == [world.afi]
    assert list(units_to_lend(cast.controller).in_order()) == [world.afi, world.ifo]
    assert not units_to_lend(cast.reader).exists()


def test_a_page_is_shut_when_the_role_has_ended(client, stand_in, world, time_machine):
    time_machine.move_to("2017-09-12 12:00Z")
    client.force_login(stand_in)
    address = f"/rapportera/{world.round.pk}/{world.afi.pk}/"
    assert client.get(address).status_code == 200
    time_machine.move_to("2017-09-13 06:00Z")
    client.force_login(stand_in)
    assert client.get(address).status_code == 404
    assert Membership.objects.filter(user=stand_in).exists()
