"""Municipality, committee and units as a plan presupposes them."""

import pytest

from followup.core.access import COMMAND_LINE
from followup.core.choices import Role
from followup.core.commands.organisation import delete_units, place_committee, save_units
from followup.core.commands.row_faults import RowsHeld, RowsRefused
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent, Committee, Municipality, Unit
from tests.builders import a_committee, a_goal, a_member


def placed(by=COMMAND_LINE, **overrides):
    values = {"municipality": "Kalmar", "code": "0880", "committee": "Socialnämnden", "short_name": "SN"} | overrides
    return place_committee(**values, by=by)


@pytest.mark.django_db
def test_a_new_municipality_and_committee_are_made_once():
    committee = placed()
    assert (committee.municipality.code, committee.slug, committee.short_name) == ("0880", "kalmar-socialnamnden", "SN")
    assert placed() == committee
    assert (Municipality.objects.count(), Committee.objects.count()) == (1, 1)
    assert AuditEvent.objects.count() == 2


@pytest.mark.django_db
def test_committees_of_the_same_name_get_addresses_of_their_own():
    a_committee(slug="kalmar-socialnamnden")
    assert placed().slug == "kalmar-socialnamnden-2"


def test_only_a_superuser_makes_a_committee(world, cast):
    for by in (cast.controller, cast.administrator, cast.anonymous):
        with pytest.raises(NotAllowed):
            placed(by=by)
    assert placed(by=cast.superuser)


def test_a_controller_places_the_own_committee_and_no_other(world, cast):
    own = {"municipality": world.committee.municipality.name, "committee": "Socialnämnden", "code": None}
    assert placed(by=cast.controller, **own, short_name=None) == world.committee
    with pytest.raises(NotAllowed):
        placed(by=cast.outsider, **own)


def test_a_code_fills_an_empty_one_and_must_agree_with_one_that_is_there(world, cast):
    there = world.committee.municipality
    Municipality.objects.filter(pk=there.pk).update(code=None)
    own = {"municipality": there.name, "committee": "Socialnämnden", "by": cast.controller}
    placed(**own, code="0580")
    there.refresh_from_db()
    assert there.code == "0580"
    with pytest.raises(CommandRefused, match="har kommunkoden 0580, inte 0880"):
        placed(**own, code="0880")
    assert placed(**own, code="") == world.committee


@pytest.mark.django_db
def test_a_code_that_another_municipality_has_is_refused_with_its_name():
    placed()
    refusal = "kommunkoden 0880 är Kalmar, inte Linköping"
    with pytest.raises(CommandRefused, match=refusal):
        placed(municipality="Linköping")
    placed(municipality="Linköping", code=None)
    with pytest.raises(CommandRefused, match=refusal):
        placed(municipality="Linköping")


def test_a_short_name_is_left_unless_it_is_said(world, cast):
    own = {"municipality": world.committee.municipality.name, "committee": "Socialnämnden", "code": None}
    assert placed(**own, by=cast.controller).short_name == "SN"
    assert placed(**own, by=cast.controller, short_name=None).short_name == "SN"
    assert placed(**own, by=cast.controller, short_name="").short_name == ""


def test_units_are_saved_with_those_above_them(world, cast):
    below = Unit(committee=world.committee, code="EKB", name="Ensamkommande barn")
    above = Unit(committee=world.committee, code="BoU", name="Barn och unga")
    below.parent = above
    save_units(committee=world.committee, units=[below, above], by=cast.controller)
    assert Unit.objects.get(code="EKB").parent == above
    above.parent = below
    with pytest.raises(RowsRefused, match="under sig själv"):
        save_units(committee=world.committee, units=[above], by=cast.controller)


def test_two_units_do_not_share_a_code(world, cast):
    with pytest.raises(RowsRefused):
        save_units(
            committee=world.committee,
            units=[Unit(committee=world.committee, code="AFI", name="En till")],
            by=cast.controller,
        )


def test_a_unit_with_goals_or_people_stays(world, cast):
    with pytest.raises(NotAllowed):
        delete_units(committee=world.committee, units=[world.ifo], by=cast.reporter)
    with pytest.raises(RowsHeld, match="1 roll"):
        delete_units(committee=world.committee, units=[world.ifo], by=cast.controller)
    unused = Unit.objects.create(committee=world.committee, code="X", name="X")
    a_member("x", Role.REPORTER, world.committee)
    delete_units(committee=world.committee, units=[unused], by=cast.controller)
    named = Unit.objects.create(committee=world.committee, code="Y", name="Y")
    a_goal(world.plan, units=[named])
    with pytest.raises(RowsHeld, match="1 enhet som svarar"):
        delete_units(committee=world.committee, units=[named], by=cast.controller)
    assert not Unit.objects.filter(code="X").exists()
