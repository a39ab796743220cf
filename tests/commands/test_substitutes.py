"""Letting a colleague report for a unit, for a time."""

from datetime import date, timedelta

import pytest

from followup.core.access import COMMAND_LINE
from followup.core.commands.substitutes import appoint_substitute, colleagues_for, end_substitution
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent, Membership
from tests.builders import a_member, a_substitution

TODAY = date(2017, 9, 5)
LAST = date(2017, 9, 12)


def appoint(world, user, by, **changes):
    values = {"unit": world.afi, "user": user, "valid_from": TODAY, "valid_through": LAST, "today": TODAY, "by": by}
    return appoint_substitute(**values | changes)


@pytest.mark.parametrize("who", ["reporter", "controller", "administrator", "superuser"])
def test_a_colleague_reports_for_the_unit_for_a_time(world, cast, who):
    row = appoint(world, cast.other_reporter, getattr(cast, who))
    assert (row.role, row.unit, row.committee) == ("reporter", world.afi, world.committee)
    assert (row.valid_from, row.valid_through) == (TODAY, LAST)
    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.committee) == ("appointed", getattr(cast, who), world.committee)
    assert event.details == {"enhet": "AFI", "från": "5 september 2017", "till och med": "12 september 2017"}


@pytest.mark.parametrize("who", ["reader", "other_reporter", "approver", "outsider", "anonymous"])
def test_others_appoint_nobody(world, cast, who):
    with pytest.raises(NotAllowed):
        appoint(world, cast.reader, getattr(cast, who))
    assert not AuditEvent.objects.exists()


def test_a_substitute_cannot_go_on_or_pass_it_on(world, cast):
    stand_in = a_member("stand-in", "reader", world.committee)
    a_substitution(world.afi, stand_in)
    with pytest.raises(NotAllowed):
        appoint(world, cast.reader, stand_in)


def test_only_the_committees_own_people_can_be_chosen(world, cast):
    gone = a_member("gone", "reader", world.committee, is_active=False)
    ended = a_member("ended", "reader", world.committee)
    ended.memberships.update(valid_through=TODAY - timedelta(days=1))
    found = set(colleagues_for(world.afi, TODAY))
    assert found == {cast.reader, cast.other_reporter, cast.approver}
    for user in (cast.outsider, cast.superuser, cast.auditor, gone, ended, cast.reporter):
        with pytest.raises(CommandRefused, match="kan inte ersätta i AFI"):
            appoint(world, user, cast.controller)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({"valid_through": date(2017, 9, 4)}, "före den första"),
        ({"valid_from": date(2017, 9, 4)}, "kan inte ha varit"),
        ({"valid_through": date(2018, 9, 7)}, "högst ett år"),
    ],
)
def test_days_that_cannot_be_are_refused(world, cast, days, words):
    with pytest.raises(CommandRefused, match=words):
        appoint(world, cast.reader, cast.reporter, **days)


def test_nobody_is_appointed_twice_at_once_but_again_when_it_has_ended(world, cast):
    row = appoint(world, cast.reader, cast.reporter)
    with pytest.raises(CommandRefused, match="redan ersättare i AFI"):
        appoint(world, cast.reader, cast.reporter)
    later = date(2017, 10, 2)
    again = appoint(world, cast.reader, cast.reporter, valid_from=later, valid_through=later, today=LAST + timedelta(1))
    assert (again.pk, again.valid_from) == (row.pk, later)
    assert AuditEvent.objects.filter(action="appointed").count() == 2


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2017, 9, 12), date(2017, 9, 20)), (date(2017, 9, 7), date(2017, 9, 8)), (TODAY, date(2017, 10, 1))],
)
def test_days_that_overlap_are_refused_with_the_days_that_are_taken(world, cast, first, last):
    appoint(world, cast.reader, cast.reporter, valid_from=date(2017, 9, 6))
    with pytest.raises(CommandRefused, match="från 6 september 2017 till och med 12 september 2017"):
        appoint(world, cast.reader, cast.reporter, valid_from=first, valid_through=last)


def test_a_second_time_may_be_given_before_the_first_has_ended(world, cast):
    appoint(world, cast.reader, cast.reporter, valid_from=date(2017, 9, 6))
    appoint(world, cast.reader, cast.reporter, valid_from=date(2017, 9, 13), valid_through=date(2017, 9, 20))
    appoint(world, cast.reader, cast.reporter, valid_through=date(2017, 9, 5))
    assert Membership.objects.substitutions().filter(user=cast.reader, unit=world.afi).count() == 3


def test_the_other_units_days_are_not_taken(world, cast):
    appoint(world, cast.reader, cast.reporter)
    appoint(world, cast.reader, cast.controller, unit=world.ifo)
    units = Membership.objects.substitutions().filter(user=cast.reader).values_list("unit", flat=True)
    assert set(units) == {world.afi.pk, world.ifo.pk}


def test_ending_counts_from_today(world, cast):
    row = appoint(world, cast.reader, cast.reporter)
    end_substitution(membership=row, today=date(2017, 9, 8), by=cast.controller)
    row.refresh_from_db()
    assert row.valid_through == date(2017, 9, 7)
    assert AuditEvent.objects.filter(action="ended", actor=cast.controller).count() == 1
    with pytest.raises(CommandRefused, match="redan gått ut"):
        end_substitution(membership=row, today=date(2017, 9, 8), by=cast.controller)


def test_one_that_has_not_begun_is_removed(world, cast):
    row = appoint(world, cast.reader, cast.reporter)
    end_substitution(membership=row, today=TODAY, by=COMMAND_LINE)
    assert not Membership.objects.filter(pk=row.pk).exists()
    with pytest.raises(CommandRefused, match="redan borttagen"):
        end_substitution(membership=row, today=TODAY, by=COMMAND_LINE)


def test_a_lasting_role_is_not_ended_here_nor_another_units(world, cast):
    with pytest.raises(CommandRefused):
        end_substitution(membership=cast.reporter.memberships.get(), today=TODAY, by=cast.controller)
    row = a_substitution(world.afi, cast.reader)
    with pytest.raises(NotAllowed):
        end_substitution(membership=row, today=TODAY, by=cast.other_reporter)
