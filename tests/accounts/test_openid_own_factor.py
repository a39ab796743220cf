"""Signing in at the provider with a second factor of our own: what the provider said waits until the code is given."""

import pytest

from followup.accounts.models import BrowserSession, GroupRole
from followup.core.models import AuditEvent, User
from tests.accounts.signing_in import a_code, a_totp, is_signed_in, sign_in_at

pytestmark = pytest.mark.django_db
STEP = "/logga-in/andra-faktorn/"


@pytest.fixture
def anna(client, provider):
    """Has signed in once, and then added an app of our own."""
    sign_in_at(client, provider)
    client.post("/logga-ut/")
    user = User.objects.get(username="anna")
    a_totp(user)
    return user


def test_the_roles_follow_the_groups_when_the_code_is_given(client, provider, anna, world):
    GroupRole.objects.create(group="h", committee=world.committee, role="reader")
    provider.person["groups"] = ["h"]
    assert sign_in_at(client, provider, "/konto/")["Location"] == STEP
    assert anna.memberships.get().role == "reporter"
    assert client.post(STEP, {"code": a_code()})["Location"] == "/konto/"
    assert anna.memberships.get().role == "reader"
    assert is_signed_in(client)


def test_a_leaver_loses_the_roles_of_the_groups_then_too(client, provider, anna):
    provider.person["groups"] = []
    sign_in_at(client, provider)
    client.post(STEP, {"code": a_code()})
    assert not anna.memberships.exists()


def test_more_groups_than_are_sent_take_no_role_and_the_person_is_told(client, provider, anna):
    del provider.person["groups"]
    provider.person["_claim_names"] = {"groups": "src1"}
    sign_in_at(client, provider)
    page = client.post(STEP, {"code": a_code()}, follow=True).content.decode()
    assert "inloggningstjänsten sade inte dina grupper" in page
    assert anna.memberships.count() == 1


def test_the_event_and_the_list_say_how_it_was(client, provider, anna):
    sign_in_at(client, provider)
    client.post(STEP, {"code": a_code()})
    first, second = AuditEvent.objects.filter(action="signed_in", actor=anna).order_by("pk")
    assert first.details == {"med": "inloggningstjänst"}
    assert second.details == {"med": "inloggningstjänst och andra faktor"}
    assert BrowserSession.objects.get().method == "inloggningstjänst och andra faktor"


def test_a_second_factor_shown_there_is_not_asked_for_again(client, provider, anna):
    provider.person["amr"] = ["mfa"]
    assert sign_in_at(client, provider, "/konto/")["Location"] == "/konto/"
    assert AuditEvent.objects.filter(action="signed_in").order_by("pk").last().details == {"med": "inloggningstjänst"}


def test_without_the_code_nobody_is_in_and_nothing_has_changed(client, provider, anna):
    provider.person["groups"] = []
    sign_in_at(client, provider)
    client.post(STEP, {"code": "000000"})
    assert not is_signed_in(client)
    assert anna.memberships.count() == 1
    assert AuditEvent.objects.filter(details={"andra faktor": "fel kod vid inloggning"}).exists()


def test_what_was_said_of_one_does_not_follow_another_in_the_same_browser(client, provider, anna, cast):
    """Anna stops at the code and goes away, and somebody else signs in with a password."""
    sign_in_at(client, provider)
    client.post("/logga-ut/", {"next": "/logga-in/"})
    client.post("/logga-in/", {"login": "outsider", "password": "ett-langt-losenord"})
    assert is_signed_in(client)
    assert not cast.outsider.memberships.filter(origin="group").exists()
    assert AuditEvent.objects.filter(action="signed_in").order_by("pk").last().details == {"med": "lösenord"}
