"""Inviting somebody to a role."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from followup.accounts.commands.invitations import accept, invite, revoke
from followup.accounts.models import Invitation
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent, User
from tests.accounts.signing_in import PASSWORD, is_signed_in, sign_in
from tests.builders import a_committee, a_member, a_user

pytestmark = pytest.mark.django_db
NAME = {"first_name": "Nils", "last_name": "Ny", "password1": "ett-nytt-langt-losenord"}
NEW = NAME | {"password2": NAME["password1"]}


@pytest.fixture
def site(client, cast):
    client.force_login(cast.administrator)
    return client


def asked(world, **overrides):
    return {"email": "nils@kommun.example", "committee": world.committee.pk, "role": "reporter", "unit": ""} | overrides


def link_in(letter):
    return re.search(r"http://testserver(/inbjudan/\S+)", letter.body).group(1)


def an_invitation(world, cast, **overrides):
    values = {"email": "nils@kommun.example", "committee": world.committee, "unit": None, "role": "reader"}
    return invite(**values | overrides, now=timezone.now(), by=cast.administrator)


def test_from_the_letter_to_the_role(site, world, cast):
    site.post("/inbjudningar/", asked(world, unit=world.afi.pk))
    (letter,) = mail.outbox
    assert letter.to == ["nils@kommun.example"]
    assert "rapportör i Socialnämnden" in letter.body
    browser = Client()
    address = link_in(letter)
    assert "Du är inbjuden som rapportör" in browser.get(address).content.decode()
    assert browser.post(address, NEW)["Location"] == "/"
    assert is_signed_in(browser)
    user = User.objects.get(email="nils@kommun.example")
    assert (user.username, user.get_full_name()) == ("nils@kommun.example", "Nils Ny")
    item = user.memberships.get()
    assert (item.role, item.unit, item.origin) == ("reporter", world.afi, "by_hand")
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["invited", "created", "signed_in"]


def test_the_link_is_good_once(world, cast):
    _row, token = an_invitation(world, cast)
    Client().post(f"/inbjudan/{token}/", NEW)
    again = Client().post(f"/inbjudan/{token}/", NEW | {"first_name": "Annan"})
    assert again.status_code == 410
    assert User.objects.filter(email="nils@kommun.example").count() == 1


def test_looking_uses_nothing_up(client, world, cast):
    _row, token = an_invitation(world, cast)
    for _ in range(3):
        assert client.get(f"/inbjudan/{token}/").status_code == 200


def test_of_the_link_only_a_sum_is_kept(world, cast):
    row, token = an_invitation(world, cast)
    kept = str(Invitation.objects.filter(pk=row.pk).values().get())
    assert token not in kept
    assert not AuditEvent.objects.filter(details__icontains=token).exists()


def test_after_seven_days_taken_back_or_never_there_it_says_the_same(client, world, cast):
    old, old_token = an_invitation(world, cast)
    Invitation.objects.filter(pk=old.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    taken, taken_token = an_invitation(world, cast)
    revoke(invitation=taken, now=timezone.now(), by=cast.administrator)
    assert old.expires_at - old.invited_at == timedelta(days=7)
    pages = [client.get(f"/inbjudan/{token}/") for token in (old_token, taken_token, "hittad-pa")]
    assert {page.status_code for page in pages} == {410}
    assert len({page.content for page in pages}) == 1


def test_a_second_to_the_same_replaces_the_first(client, world, cast):
    _row, first = an_invitation(world, cast)
    _row, second = an_invitation(world, cast)
    assert client.get(f"/inbjudan/{first}/").status_code == 410
    assert client.get(f"/inbjudan/{second}/").status_code == 200


def test_addresses_of_long_ago_are_not_kept(world, cast):
    old, _token = an_invitation(world, cast)
    Invitation.objects.filter(pk=old.pk).update(expires_at=timezone.now() - timedelta(days=91))
    an_invitation(world, cast, email="bo@kommun.example")
    assert not Invitation.objects.filter(pk=old.pk).exists()


def test_whoever_has_an_account_signs_in_and_takes_the_role(client, world, cast):
    user = a_user("nils", email="Nils@kommun.example")
    _row, token = an_invitation(world, cast)
    page = client.get(f"/inbjudan/{token}/").content.decode()
    assert "Logga in med det" in page
    assert client.post(f"/inbjudan/{token}/", NEW).status_code == 200
    assert User.objects.filter(email__iexact="nils@kommun.example").count() == 1
    sign_in(client, "nils")
    assert client.post(f"/inbjudan/{token}/")["Location"] == "/"
    assert user.memberships.get().role == "reader"


def test_another_account_cannot_take_it(client, world, cast):
    _row, token = an_invitation(world, cast)
    sign_in(client, "outsider")
    page = client.post(f"/inbjudan/{token}/").content.decode()
    assert "du är inloggad med ett annat konto" in page
    assert cast.outsider.memberships.count() == 1


def test_the_inviter_is_not_told_whether_there_is_an_account(site, world):
    a_user("nils", email="nils@kommun.example")
    with_account = site.post("/inbjudningar/", asked(world), follow=True).content.decode()
    without = site.post("/inbjudningar/", asked(world, email="bo@kommun.example"), follow=True).content.decode()
    assert "En inbjudan har skickats till nils@kommun.example." in with_account
    assert "En inbjudan har skickats till bo@kommun.example." in without


def test_a_weak_password_makes_no_account(client, world, cast):
    _row, token = an_invitation(world, cast)
    for password, words in (("password1234", "vanligt"), ("kort", "12"), ("nils@kommun.example", "för likt")):
        data = NAME | {"password1": password, "password2": password}
        response = client.post(f"/inbjudan/{token}/", data)
        assert response.status_code == 422
        assert words in response.content.decode()
    assert client.post(f"/inbjudan/{token}/", NAME | {"password2": "annat"}).status_code == 422
    assert not User.objects.filter(email="nils@kommun.example").exists()


def test_it_can_be_taken_back_from_the_list(site, world, cast):
    row, _token = an_invitation(world, cast)
    assert "nils@kommun.example" in site.get("/inbjudningar/").content.decode()
    site.post(f"/inbjudningar/{row.pk}/aterkalla/")
    assert "Inga inbjudningar väntar." in site.get("/inbjudningar/").content.decode()
    assert "återkallad" in site.post(f"/inbjudningar/{row.pk}/aterkalla/", follow=True).content.decode()
    assert AuditEvent.objects.filter(action="revoked").count() == 1


def test_only_those_who_administer_the_committee_invite_to_it(site, world, cast):
    other = a_committee(name="Tekniska nämnden")
    row, _token = invite(
        email="x@kommun.example", committee=other, unit=None, role="reader", now=timezone.now(), by=cast.superuser
    )
    page = site.get("/inbjudningar/").content.decode()
    assert "Tekniska nämnden" not in page
    assert "x@kommun.example" not in page
    assert site.post("/inbjudningar/", asked(world, committee=other.pk)).status_code == 422
    assert site.post(f"/inbjudningar/{row.pk}/aterkalla/").status_code == 404
    for by in (cast.controller, cast.outsider, cast.reader):
        with pytest.raises(NotAllowed):
            invite(email="a@b.se", committee=world.committee, unit=None, role="reader", now=timezone.now(), by=by)
        with pytest.raises(NotAllowed):
            revoke(invitation=row, now=timezone.now(), by=by)


def test_administering_one_unit_is_not_enough(client, world):
    client.force_login(a_member("part", "administrator", world.committee, world.afi))
    assert client.get("/inbjudningar/").status_code == 404


def test_a_unit_of_another_committee_is_refused(site, world, cast):
    second = a_committee()
    cast.administrator.memberships.create(committee=second, role="administrator")
    response = site.post("/inbjudningar/", asked(world, committee=second.pk, unit=world.afi.pk))
    assert response.status_code == 422
    assert "Enheten hör till en annan nämnd." in response.content.decode()


def test_a_letter_that_does_not_go_off_leaves_the_link_to_be_handed_over(site, world, monkeypatch):
    def no_server(*_args, **_kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", no_server)
    page = site.post("/inbjudningar/", asked(world)).content.decode()
    address = re.search(r"http://testserver(/inbjudan/[\w-]+/)", page).group(1)
    assert Client().get(address).status_code == 200
    assert address not in site.get("/inbjudningar/").content.decode()


def test_where_no_mail_is_sent_the_link_is_shown_and_nothing_is_said_to_have_been_sent(site, world, settings):
    settings.SENDS_MAIL = False
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    page = site.post("/inbjudningar/", asked(world)).content.decode()
    assert "Här skickas inga brev." in page
    assert "har skickats" not in page
    address = re.search(r"http://testserver(/inbjudan/[\w-]+/)", page).group(1)
    assert Client().get(address).status_code == 200


def test_a_role_that_one_has_already_is_not_given_twice(world, cast):
    user = a_user("nils", email="nils@kommun.example")
    user.memberships.create(committee=world.committee, role="reader")
    _row, token = an_invitation(world, cast)
    accept(token=token, now=timezone.now(), by=user)
    assert user.memberships.count() == 1
    with pytest.raises(CommandRefused):
        accept(token=token, now=timezone.now(), by=user)


def test_the_list_costs_the_same_whatever_its_length(site, world, cast, django_assert_num_queries):
    an_invitation(world, cast)
    with django_assert_num_queries(8):
        site.get("/inbjudningar/")
    for number in range(5):
        an_invitation(world, cast, email=f"n{number}@kommun.example")
    with django_assert_num_queries(8):
        site.get("/inbjudningar/")


def test_the_new_account_signs_in_with_the_address(client, world, cast):
    _row, token = an_invitation(world, cast)
    Client().post(f"/inbjudan/{token}/", NEW)
    sign_in(client, "Nils@Kommun.example", NAME["password1"])
    assert is_signed_in(client)
    assert NAME["password1"] != PASSWORD
