"""A key alone is a way in for whoever has a password here, and not for whoever signs in at the provider."""

from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from followup.core.models import AuditEvent, User
from tests.accounts.signing_in import is_signed_in, sign_in, sign_in_at

pytestmark = pytest.mark.django_db
ALONE, NEW, LIST = "/logga-in/nyckel/", "/konto/nycklar/ny/", "/konto/nycklar/"
ANSWER = {"credential": '{"id": "x"}'}


@pytest.fixture
def key_of(monkeypatch):
    """A key of the person, which says yes, with a finger."""

    def made(user):
        key = Authenticator.objects.create(user=user, type="webauthn", data={"name": "Dator", "credential": {}})
        verified = SimpleNamespace(is_user_verified=lambda: True)
        answer = SimpleNamespace(response=SimpleNamespace(authenticator_data=verified))
        auth = "allauth.mfa.webauthn.internal.auth"
        monkeypatch.setattr(f"{auth}.parse_authentication_response", lambda _credential: answer)
        monkeypatch.setattr(f"{auth}.extract_user_from_response", lambda _credential: user)
        monkeypatch.setattr(f"{auth}.get_credentials", lambda _user: [])
        monkeypatch.setattr(f"{auth}.complete_authentication", lambda _user, _credential: key)
        monkeypatch.setattr(f"{auth}.WebAuthn.is_passwordless", True)
        return key

    return made


@pytest.fixture
def anna(client, provider):
    sign_in_at(client, provider)
    client.post("/logga-ut/")
    return User.objects.get(username="anna")


def test_of_somebody_with_a_password_it_lets_in(client, cast, key_of):
    key_of(cast.controller)
    assert client.post(ALONE, ANSWER)["Location"] == "/"
    assert is_signed_in(client)


def test_of_somebody_who_signs_in_elsewhere_it_lets_nobody_in(client, anna, key_of):
    key_of(anna)
    page = client.post(ALONE, ANSWER, follow=True)
    assert page.redirect_chain == [("/logga-in/", 302)]
    assert "Logga in med kommunens inloggning." in page.content.decode()
    assert not is_signed_in(client)
    assert "second_factor_of" not in client.session


def test_it_is_still_their_second_factor(client, provider, anna, key_of):
    key_of(anna)
    assert sign_in_at(client, provider)["Location"] == "/logga-in/andra-faktorn/"
    client.post("/logga-in/andra-faktorn/", ANSWER)
    assert is_signed_in(client)
    assert "Används efter kommunens inloggning." in client.get(LIST).content.decode()


def test_somebody_who_has_connected_a_local_account_keeps_both_ways(client, anna, key_of):
    anna.set_password("ett-langt-losenord")
    anna.save()
    key_of(anna)
    client.post(ALONE, ANSWER)
    assert is_signed_in(client)
    assert "Loggar in utan lösenord." in client.get(LIST).content.decode()


def test_only_those_with_a_password_are_offered_to_use_it_alone(client, provider, anna, cast):
    sign_in_at(client, provider)
    assert "passwordless" not in client.get(NEW).context["form"].fields
    client.post("/logga-ut/")
    sign_in(client, "controller")
    assert "passwordless" in client.get(NEW).context["form"].fields


def test_an_office_behind_one_address_signs_in_at_once(client, cast, key_of):
    cache.clear()
    key_of(cast.controller)
    for _number in range(20):
        client.post(ALONE, ANSWER)
        client.post("/logga-ut/")
    assert AuditEvent.objects.filter(action="signed_in", actor=cast.controller).count() == 20
