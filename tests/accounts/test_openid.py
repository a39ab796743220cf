"""Signing in at an OpenID provider: the whole exchange of a code, over HTTP on loopback, and all that may be wrong."""

from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from followup.accounts.commands.invitations import invite
from followup.accounts.models import GroupRole
from followup.core.models import AuditEvent, Membership, User
from followup.environment import Environment
from tests.accounts.openid_provider import Provider
from tests.builders import a_user

pytestmark = pytest.mark.django_db
PERSON = {
    "sub": "s-1",
    "email": "anna@kommun.example",
    "name": "Anna Ek",
    "preferred_username": "anna",
    "groups": ["g"],
}


@pytest.fixture
def provider(settings, world):
    GroupRole.objects.create(group="g", committee=world.committee, unit=world.afi, role="reporter")
    with Provider(person=dict(PERSON)) as provider:
        provider.use(settings)
        yield provider


def start(client, onwards="", **query):
    data = {"next": onwards} if onwards else {}
    return client.post(reverse("openid_connect_login", args=["openid"], query=query or None), data)["Location"]


def come_back(client, provider, address):
    parts = urlsplit(provider.answer_to(address))
    return client.get(f"{parts.path}?{parts.query}")


def sign_in(client, provider, onwards=""):
    return come_back(client, provider, start(client, onwards))


def is_signed_in(client):
    return client.get("/konto/").status_code == 200


def test_a_first_sign_in_makes_the_account_and_gives_the_roles_of_the_groups(client, provider, world):
    assert sign_in(client, provider, "/rapportera/")["Location"] == "/rapportera/"
    user = User.objects.get(username="anna")
    assert (user.email, user.get_full_name(), user.has_usable_password()) == ("anna@kommun.example", "Anna Ek", False)
    item = user.memberships.get()
    assert (item.committee, item.unit, item.role, item.origin) == (world.committee, world.afi, "reporter", "group")
    assert is_signed_in(client)
    events = AuditEvent.objects.values_list("action", "actor_name", "object_type")
    assert ("created", "inloggningstjänsten", "core.membership") in events
    assert ("signed_in", "Anna Ek", "core.user") in events


def test_the_second_time_it_is_the_same_account_whatever_it_is_called(client, provider):
    sign_in(client, provider)
    client.post("/logga-ut/")
    provider.person |= {"email": "anna.ny@kommun.example", "preferred_username": "annan"}
    sign_in(client, provider)
    assert is_signed_in(client)
    assert User.objects.filter(memberships__role="reporter").count() == 1


def test_no_more_is_kept_of_what_the_provider_says_than_who_it_is(client, provider):
    provider.person["secret"] = "x"
    sign_in(client, provider)
    assert set(SocialAccount.objects.get().extra_data) == {
        "sub", "email", "preferred_username", "given_name", "family_name",
    }  # fmt: skip


def test_the_request_asks_for_a_code_with_pkce_state_and_nonce_and_nothing_of_the_address(client, provider):
    asked = parse_qs(urlsplit(start(client, auth_params="prompt=none&nonce=x", scope="more")).query)
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
    assert refused(client, sign_in(client, provider))


def test_a_token_signed_by_another_lets_nobody_in(client, provider):
    provider.sign_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert refused(client, sign_in(client, provider))


@pytest.mark.parametrize(("algorithm", "key"), [("HS256", "hemlighet" * 6), ("none", None)])
def test_a_token_without_a_signature_of_the_provider_lets_nobody_in(client, provider, algorithm, key, monkeypatch):
    real = jwt.encode
    monkeypatch.setattr(
        "tests.accounts.openid_provider.jwt.encode",
        lambda said, _key, algorithm, headers: real(said, key, algorithm=chosen, headers=headers),
    )
    chosen = algorithm
    assert refused(client, sign_in(client, provider))


def test_a_state_that_this_browser_did_not_ask_with_lets_nobody_in(client, provider):
    parts = urlsplit(provider.answer_to(start(client)))
    code = parse_qs(parts.query)["code"][0]
    assert refused(client, client.get(parts.path, {"code": code, "state": "another"}))
    assert refused(client, client.get(parts.path, {"code": code}))


def test_another_browser_cannot_use_the_answer(client, provider):
    parts = urlsplit(provider.answer_to(start(client)))
    assert refused(Client(), Client().get(f"{parts.path}?{parts.query}"))


def test_an_answer_is_good_once(client, provider):
    parts = urlsplit(provider.answer_to(start(client)))
    address = f"{parts.path}?{parts.query}"
    assert client.get(address).status_code == 302
    client.post("/logga-ut/")
    assert client.get(address).status_code == 401
    assert not is_signed_in(client)


def test_a_code_is_good_once_even_with_a_fresh_state(client, provider):
    used = parse_qs(urlsplit(provider.answer_to(start(client))).query)["code"][0]
    provider.codes.pop(used)
    state = parse_qs(urlsplit(start(client)).query)["state"][0]
    assert refused(client, client.get("/logga-in/tjanst/openid/svar/", {"code": used, "state": state}))


def test_a_code_that_somebody_else_asked_for_is_refused_by_pkce(client, provider):
    theirs = parse_qs(urlsplit(provider.answer_to(start(Client()))).query)["code"][0]
    state = parse_qs(urlsplit(start(client)).query)["state"][0]
    assert refused(client, client.get("/logga-in/tjanst/openid/svar/", {"code": theirs, "state": state}))


def test_userinfo_of_somebody_else_lets_nobody_in(client, provider):
    provider.userinfo = {"sub": "s-2", "email": "bo@kommun.example"}
    assert refused(client, sign_in(client, provider))


def test_userinfo_fills_in_what_the_token_lacks_and_overrules_nothing(client, provider):
    for name in ("email", "name"):
        del provider.person[name]
    provider.userinfo = {"sub": "s-1", "email": "anna@kommun.example", "name": "Anna Ek", "groups": ["other"]}
    sign_in(client, provider)
    user = User.objects.get(username="anna")
    assert (user.email, user.get_full_name(), user.memberships.count()) == ("anna@kommun.example", "Anna Ek", 1)


def test_a_provider_that_calls_itself_something_else_is_not_asked(client, provider, settings):
    provider.use(settings, issuer="http://127.0.0.1:1")
    response = client.post("/logga-in/tjanst/openid/")
    assert response.status_code == 401


def test_a_provider_that_is_down_is_told_of_on_a_page(client, provider):
    provider.server.shutdown()
    provider.server.server_close()
    response = client.post("/logga-in/tjanst/openid/")
    assert response.status_code == 401
    provider.__enter__()


def test_whoever_changes_their_mind_there_is_told_so(client, provider):
    provider.refuses = "access_denied"
    assert sign_in(client, provider)["Location"] == "/logga-in/avbruten/"
    assert "Inloggningen avbröts" in client.get("/logga-in/avbruten/").content.decode()


def test_nobody_is_sent_on_to_another_site(client, provider):
    assert sign_in(client, provider, "https://example.com/")["Location"] == "/"


# who is let in


def test_without_a_group_that_gives_a_role_no_account_is_made(client, provider):
    provider.person["groups"] = ["another"]
    response = sign_in(client, provider)
    assert response.status_code == 403
    assert "Ingen av dina grupper ger en roll" in response.content.decode()
    assert not User.objects.filter(username="anna").exists()


@pytest.mark.parametrize("password", ["ett-langt-losenord", None])
def test_an_account_with_the_same_address_is_not_taken_over(client, provider, password):
    provider.person["email_verified"] = password is not None
    user = a_user("anna.lokal", email="Anna@kommun.example", password=password)
    response = sign_in(client, provider)
    assert response.status_code == 403
    assert "Det finns redan ett konto med din e-postadress." in response.content.decode()
    assert not SocialAccount.objects.exists()
    assert not user.memberships.exists()


def test_an_account_made_for_the_person_without_a_password_is_theirs_when_the_address_is_verified(client, provider):
    user = a_user("anna.lokal", email="anna@kommun.example", password=None)
    provider.person["email_verified"] = True
    sign_in(client, provider)
    assert SocialAccount.objects.get().user == user
    assert user.memberships.get().origin == "group"


def test_a_local_account_is_connected_by_its_owner(client, provider):
    user = a_user("anna.lokal", email="anna@kommun.example")
    client.post("/logga-in/", {"login": "anna.lokal", "password": "ett-langt-losenord"})
    assert come_back(client, provider, start(client, process="connect"))["Location"] == "/konto/"
    assert SocialAccount.objects.get().user == user
    client.post("/logga-ut/")
    sign_in(client, provider)
    assert client.get("/konto/").context["user"] == user
    response = client.post("/konto/koppling/", {"account": SocialAccount.objects.get().pk})
    assert response.status_code == 302
    assert not SocialAccount.objects.exists()


def test_an_ended_account_stays_ended(client, provider):
    sign_in(client, provider)
    client.post("/logga-ut/")
    User.objects.filter(username="anna").update(is_active=False)
    assert sign_in(client, provider)["Location"] == "/logga-in/avslutat/"
    assert not is_signed_in(client)


# groups


def test_a_leaver_loses_the_roles_of_the_groups_at_the_next_sign_in_and_keeps_those_by_hand(client, provider, world):
    sign_in(client, provider)
    user = User.objects.get(username="anna")
    Membership.objects.create(user=user, committee=world.committee, role="reader")
    client.post("/logga-ut/")
    provider.person["groups"] = []
    sign_in(client, provider)
    assert list(user.memberships.values_list("role", "origin")) == [("reader", "by_hand")]


def test_more_groups_than_entra_sends_take_no_role(client, provider, caplog):
    sign_in(client, provider)
    client.post("/logga-ut/")
    del provider.person["groups"]
    provider.person["_claim_names"] = {"groups": "src1"}
    page = client.get(sign_in(client, provider)["Location"]).content.decode()
    assert "inloggningstjänsten sade inte dina grupper" in page
    assert User.objects.get(username="anna").memberships.count() == 1
    assert "did not send all groups" in caplog.text


def test_more_groups_than_entra_sends_make_no_account(client, provider):
    del provider.person["groups"]
    provider.person["_claim_names"] = {"groups": "src1"}
    response = sign_in(client, provider)
    assert response.status_code == 403
    assert "de är för många" in response.content.decode()


def test_ad_fs_sends_one_group_as_text_under_a_name_of_its_own(client, provider, settings, world):
    provider.use(settings, groups_claim="roller", asks_userinfo=False)
    provider.person |= {"groups": ["another"], "roller": "g"}
    sign_in(client, provider)
    assert User.objects.get(username="anna").memberships.get().unit == world.afi


# the second factor


@pytest.fixture
def demanded(settings):
    settings.SECOND_FACTOR_ROLES = frozenset({"reporter"})


def test_a_second_factor_shown_there_counts_here(client, provider, demanded):
    provider.person["amr"] = ["pwd", "mfa"]
    sign_in(client, provider)
    assert client.get("/rapportera/").status_code == 200


def test_without_one_there_ours_is_demanded(client, provider, demanded):
    provider.person["amr"] = ["pwd"]
    sign_in(client, provider)
    assert client.get("/rapportera/")["Location"] == "/konto/tvafaktor/"
    assert client.get("/konto/tvafaktor/app/").status_code == 200


def test_a_provider_that_always_asks_need_not_say_so(client, provider, demanded, settings):
    provider.use(settings, second_factor=("always",))
    sign_in(client, provider)
    assert client.get("/rapportera/").status_code == 200


# invitations


def test_an_invitation_lets_somebody_in_whom_no_group_does(client, provider, world, cast):
    provider.person["groups"] = []
    invited = {"committee": world.committee, "unit": None, "role": "reader"}
    _row, token = invite(email="anna@annat.example", now=timezone.now(), by=cast.administrator, **invited)
    page = client.get(f"/inbjudan/{token}/").content.decode()
    assert "Logga in med Kommunens inloggning" in page
    sign_in(client, provider)
    assert User.objects.get(username="anna").memberships.get().role == "reader"
    assert client.get(f"/inbjudan/{token}/").status_code == 410


def test_the_content_policy_lets_the_form_go_on_to_the_provider(client):
    given = {"OIDC_ISSUER": "https://adfs.kommun.example/adfs", "OIDC_CLIENT_ID": "x"}
    assert Environment(given).openid("production").origins == ("https://adfs.kommun.example",)
