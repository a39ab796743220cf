"""Taking a role that one has had, has, or is about to have; and opening somebody else's invitation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from followup.accounts.commands.group_roles import follow_groups
from followup.accounts.commands.invitations import accept, invite
from followup.accounts.models import GroupRole
from followup.core.models import AuditEvent, User
from tests.accounts.signing_in import sign_in, sign_in_at
from tests.builders import a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def nils(db):
    return a_user("nils", email="nils@kommun.example")


@pytest.fixture
def today():
    return timezone.localdate()


def invited(world, cast, **overrides):
    values = {"email": "nils@kommun.example", "committee": world.committee, "unit": None, "role": "reader"}
    _row, token = invite(**values | overrides, now=timezone.now(), by=cast.administrator)
    return token


def taken(token, user):
    return accept(token=token, now=timezone.now(), by=user)


def events():
    rows = AuditEvent.objects.filter(object_type="core.membership")
    return list(rows.order_by("pk").values_list("action", flat=True))


@pytest.mark.parametrize("unit", [None, "afi"])
def test_a_role_that_was_to_begin_later_begins_today(client, world, cast, nils, today, unit):
    later = {"committee": world.committee, "unit": unit and world.afi, "role": "reader"}
    nils.memberships.create(**later, valid_from=today + timedelta(days=30))
    sign_in(client, "nils")
    address = f"/inbjudan/{invited(world, cast, unit=later['unit'])}/"
    assert client.post(address)["Location"] == "/"
    assert nils.memberships.get().valid_from == today
    assert events() == ["changed"]


def test_a_role_that_a_group_gave_is_the_persons_own_from_then_on(world, cast, nils):
    GroupRole.objects.create(group="g", committee=world.committee, role="reader")
    follow_groups(user=nils, groups=frozenset({"g"}))
    taken(invited(world, cast), nils)
    follow_groups(user=nils, groups=frozenset())
    assert nils.memberships.get().origin == "by_hand"
    assert events() == ["created", "changed"]


def test_a_role_that_one_has_by_hand_is_neither_changed_nor_recorded(world, cast, nils):
    nils.memberships.create(committee=world.committee, role="reader")
    taken(invited(world, cast), nils)
    assert nils.memberships.count() == 1
    assert events() == []


def test_a_role_for_all_units_that_has_ended_is_taken_up_again(world, cast, nils):
    nils.memberships.create(committee=world.committee, role="reader", valid_through="2017-02-01")
    taken(invited(world, cast), nils)
    item = nils.memberships.get()
    assert (item.valid_from, item.valid_through) == (None, None)


@pytest.mark.parametrize("by_group", [True, False])
def test_the_days_that_a_role_for_one_unit_was_held_stay(world, cast, nils, today, by_group):
    for month in (1, 3):
        nils.memberships.create(
            committee=world.committee, unit=world.afi, role="reporter",
            valid_from=f"2017-0{month}-01", valid_through=f"2017-0{month}-20",
        )  # fmt: skip
    if by_group:
        GroupRole.objects.create(group="g", committee=world.committee, unit=world.afi, role="reporter")
        follow_groups(user=nils, groups=frozenset({"g"}))
    else:
        taken(invited(world, cast, unit=world.afi, role="reporter"), nils)
    assert nils.memberships.count() == 3
    item = nils.memberships.get(valid_through=None)
    assert (item.valid_from, item.origin) == (today, "group" if by_group else "by_hand")


# another account than the one that was invited


def test_whoever_has_an_account_with_another_address_is_told_after_the_provider(client, provider, world, cast):
    sign_in_at(client, provider)
    client.post("/logga-ut/")
    client.get(f"/inbjudan/{invited(world, cast)}/")
    page = client.get(sign_in_at(client, provider)["Location"]).content.decode()
    assert "Inbjudan gäller nils@kommun.example, och du är inloggad med ett annat konto." in page
    assert not User.objects.get(username="anna").memberships.filter(role="reader").exists()


def test_whoever_it_is_for_is_not(client, world, cast, nils):
    address = f"/inbjudan/{invited(world, cast)}/"
    client.get(address)
    page = client.post("/logga-in/", {"login": "nils", "password": "ett-langt-losenord", "next": address}, follow=True)
    assert "ett annat konto" not in page.content.decode()
    assert "Ta emot rollen" in page.content.decode()
