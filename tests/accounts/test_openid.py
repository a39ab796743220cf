"""Signing in at an OpenID provider: the whole exchange of a code, over HTTP on loopback, and all that may be wrong."""

from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from followup.core.models import AuditEvent, User
from tests.accounts.signing_in import begin_at_provider, is_signed_in, sign_in_at

pytestmark = pytest.mark.django_db


def test_a_first_sign_in_makes_the_account_and_gives_the_roles_of_the_groups(client, provider, world):
    assert sign_in_at(client, provider, "/rapportera/")["Location"] == "/rapportera/"
    user = User.objects.get(username="anna")
    assert (user.email, user.get_full_name(), user.has_usable_password()) == ("anna@kommun.example", "Anna Ek", False)
    item = user.memberships.get()
    assert (item.committee, item.unit, item.role, item.origin) == (world.committee, world.afi, "reporter", "group")
    assert is_signed_in(client)
    events = AuditEvent.objects.values_list("action", "actor_name", "object_type")
    assert ("created", "inloggningstjänsten", "core.membership") in events
    assert ("signed_in", "Anna Ek", "core.user") in events


def test_the_second_time_it_is_the_same_account_whatever_it_is_called(client, provider):
    sign_in_at(client, provider)
    client.post("/logga-ut/")
    provider.person |= {"email": "anna.ny@kommun.example", "preferred_username": "annan"}
    sign_in_at(client, provider)
    assert is_signed_in(client)
    assert User.objects.filter(memberships__role="reporter").count() == 1


def test_no_more_is_kept_of_what_the_provider_says_than_who_it_is(client, provider):
    provider.person["secret"] = "x"
    sign_in_at(client, provider)
    assert set(SocialAccount.objects.get().extra_data) == {
        "sub", "email", "preferred_username", "given_name", "family_name",
    }  # fmt: skip


def test_the_request_asks_for_a_code_with_pkce_state_and_nonce_and_nothing_of_the_address(client, provider):
    asked = parse_qs(urlsplit(begin_at_provider(client, auth_params="prompt=none&nonce=x", scope="more")).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["state"]
    assert asked["nonce"] != ["x"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert "prompt" not in asked
    assert asked["redirect_uri"] == ["http://testserver/logga-in/tjanst/openid/svar/"]


def test_asking_takes_a_post(client, provider):
    page = client.get("/logga-in/tjanst/openid/")
    assert page.status_code == 200
    assert "Fortsätt till kommunens inloggning" in page.content.decode()


WRONG = {
    "nonce": lambda said: said.update(nonce="another"),
    "no nonce": lambda said: said.pop("nonce"),
    "audience": lambda said: said.update(aud="another"),
    "several audiences": lambda said: said.update(aud=["uppfoljning", "another"]),
    "issuer": lambda said: said.update(iss="http://127.0.0.1:1"),
    "expired": lambda said: said.update(iat=said["iat"] - 7200, exp=said["exp"] - 7200),
    "not yet": lambda said: said.update(nbf=said["iat"] + 7200),
    "endless": lambda said: said.pop("exp"),
    "nobody": lambda said: said.pop("sub"),
}


def refused(client, response):
    assert response.status_code == 401
    assert "Svaret från kommunens inloggning gick inte att använda." in response.content.decode()
    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()
    return True


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_wrong_token_lets_nobody_in(client, provider, change):
    provider.change = change
    assert refused(client, sign_in_at(client, provider))


def test_a_token_signed_by_another_lets_nobody_in(client, provider):
    provider.sign_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert refused(client, sign_in_at(client, provider))


@pytest.mark.parametrize(("algorithm", "key"), [("HS256", "hemlighet" * 6), ("none", None)])
def test_a_token_without_a_signature_of_the_provider_lets_nobody_in(client, provider, algorithm, key, monkeypatch):
    real = jwt.encode
    monkeypatch.setattr(
        "tests.accounts.openid_provider.jwt.encode",
        lambda said, _key, algorithm, headers: real(said, key, algorithm=chosen, headers=headers),
    )
    chosen = algorithm
    assert refused(client, sign_in_at(client, provider))


def test_a_state_that_this_browser_did_not_ask_with_lets_nobody_in(client, provider):
    parts = urlsplit(provider.answer_to(begin_at_provider(client)))
    code = parse_qs(parts.query)["code"][0]
    assert refused(client, client.get(parts.path, {"code": code, "state": "another"}))
    assert refused(client, client.get(parts.path, {"code": code}))


def test_another_browser_cannot_use_the_answer(client, provider):
    parts = urlsplit(provider.answer_to(begin_at_provider(client)))
    assert refused(Client(), Client().get(f"{parts.path}?{parts.query}"))


def test_an_answer_is_good_once(client, provider):
    parts = urlsplit(provider.answer_to(begin_at_provider(client)))
    address = f"{parts.path}?{parts.query}"
    assert client.get(address).status_code == 302
    client.post("/logga-ut/")
    assert client.get(address).status_code == 401
    assert not is_signed_in(client)


def test_a_code_is_good_once_even_with_a_fresh_state(client, provider):
    used = parse_qs(urlsplit(provider.answer_to(begin_at_provider(client))).query)["code"][0]
    provider.codes.pop(used)
    state = parse_qs(urlsplit(begin_at_provider(client)).query)["state"][0]
    assert refused(client, client.get("/logga-in/tjanst/openid/svar/", {"code": used, "state": state}))


def test_a_code_that_somebody_else_asked_for_is_refused_by_pkce(client, provider):
    theirs = parse_qs(urlsplit(provider.answer_to(begin_at_provider(Client()))).query)["code"][0]
    state = parse_qs(urlsplit(begin_at_provider(client)).query)["state"][0]
    assert refused(client, client.get("/logga-in/tjanst/openid/svar/", {"code": theirs, "state": state}))


def test_userinfo_of_somebody_else_lets_nobody_in(client, provider):
    provider.userinfo = {"sub": "s-2", "email": "bo@kommun.example"}
    assert refused(client, sign_in_at(client, provider))


def test_userinfo_fills_in_what_the_token_lacks_and_overrules_nothing(client, provider):
    for name in ("email", "name"):
        del provider.person[name]
    provider.userinfo = {"sub": "s-1", "email": "anna@kommun.example", "name": "Anna Ek", "groups": ["other"]}
    sign_in_at(client, provider)
    user = User.objects.get(username="anna")
    assert (user.email, user.get_full_name(), user.memberships.count()) == ("anna@kommun.example", "Anna Ek", 1)


def test_a_provider_that_calls_itself_something_else_is_not_asked(client, provider, settings):
    provider.use(settings, issuer="http://127.0.0.1:1")
    response = client.post("/logga-in/tjanst/openid/")
    assert response.status_code == 401


@pytest.mark.parametrize("ending", ["", "/"])
def test_a_provider_may_end_its_name_with_a_slash(client, provider, ending):
    provider.ending = ending
    sign_in_at(client, provider)
    assert is_signed_in(client)


def test_a_token_of_a_name_without_the_slash_that_the_provider_has_lets_nobody_in(client, provider):
    provider.ending = "/"
    provider.change = lambda said: said.update(iss=provider.issuer)
    assert refused(client, sign_in_at(client, provider))


def test_a_provider_that_is_down_is_told_of_on_a_page(client, provider):
    provider.server.shutdown()
    provider.server.server_close()
    response = client.post("/logga-in/tjanst/openid/")
    assert response.status_code == 401
    provider.__enter__()


def test_whoever_changes_their_mind_there_is_told_so(client, provider):
    provider.refuses = "access_denied"
    assert sign_in_at(client, provider)["Location"] == "/logga-in/avbruten/"
    assert "Inloggningen avbröts" in client.get("/logga-in/avbruten/").content.decode()


def test_nobody_is_sent_on_to_another_site(client, provider):
    assert sign_in_at(client, provider, "https://example.com/")["Location"] == "/"
