"""Instances and changes whose SQL is made once: they do as their querysets would, whatever is told."""

from datetime import date

from followup.core.models import Membership, Unit
from followup.core.statements import Change, Given, GivenDay, Instances
from tests.builders import a_member


def test_they_are_those_of_what_is_told_each_time(world):
    units = Instances(lambda: Unit.objects.filter(pk=Given("unit")))

    assert [units.answers(unit=unit.pk) for unit in (world.afi, world.ifo)] == [[world.afi], [world.ifo]]
    assert units.answers(unit=0) == []


def test_what_they_refer_to_is_read_along(world, django_assert_num_queries):
    units = Instances(lambda: Unit.objects.filter(pk=Given("unit")), "committee", "committee__municipality")

    with django_assert_num_queries(1):
        [found] = units.answers(unit=world.afi.pk)
        assert found.committee.municipality == world.committee.municipality


def test_a_day_counts_as_in_the_queryset(world):
    a_member("anna", "reporter", world.committee).memberships.update(valid_through=date(2026, 8, 31))
    roles = Instances(lambda: Membership.objects.valid_on(GivenDay("day")))

    assert len(roles.answers(day=date(2026, 8, 31))) == 1
    assert roles.answers(day=date(2026, 9, 1)) == []
    [found] = roles.answers(day=date(2026, 8, 1))
    assert found.valid_through == date(2026, 8, 31)


def test_a_change_writes_the_fields_named_alone_and_tells_how_many_rows(world):
    change = Change(lambda: Unit.objects.filter(pk=Given("unit")), ["name"])
    unit = world.afi
    unit.name, unit.code = "Arbete", "ANNAN"

    assert (change.write(unit, unit=unit.pk), change.write(unit, unit=0)) == (1, 0)
    unit.refresh_from_db()
    assert (unit.name, unit.code) == ("Arbete", "AFI")
