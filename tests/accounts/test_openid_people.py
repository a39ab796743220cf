"""Who is let in when the OpenID provider has said who they are, and with which roles."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from followup.accounts.commands.invitations import invite
from followup.core.models import Membership, User
from tests.accounts.signing_in import begin_at_provider, come_back, is_signed_in, sign_in, sign_in_at
from tests.builders import a_user

pytestmark = pytest.mark.django_db


def test_without_a_group_that_gives_a_role_no_account_is_made(client, provider):
    provider.person["groups"] = ["another"]
    response = sign_in_at(client, provider)
    assert response.status_code == 403
    assert "Ingen av dina grupper ger en roll" in response.content.decode()
    assert not User.objects.filter(username="anna").exists()


@pytest.mark.parametrize("password", ["ett-langt-losenord", None])
def test_an_account_with_the_same_address_is_not_taken_over(client, provider, password):
    provider.person["email_verified"] = password is not None
    user = a_user("anna.lokal", email="Anna@kommun.example", password=password)
    response = sign_in_at(client, provider)
    assert response.status_code == 403
    assert "Det finns redan ett konto med din e-postadress." in response.content.decode()
    assert not SocialAccount.objects.exists()
    assert not user.memberships.exists()


def test_an_account_made_for_the_person_without_a_password_is_theirs_when_the_address_is_verified(client, provider):
    user = a_user("anna.lokal", email="anna@kommun.example", password=None)
    provider.person["email_verified"] = True
    sign_in_at(client, provider)
    assert SocialAccount.objects.get().user == user
    assert user.memberships.get().origin == "group"


def test_a_local_account_is_connected_by_its_owner(client, provider):
    user = a_user("anna.lokal", email="anna@kommun.example")
    client.post("/logga-in/", {"login": "anna.lokal", "password": "ett-langt-losenord"})
    assert come_back(client, provider, begin_at_provider(client, process="connect"))["Location"] == "/konto/"
    assert SocialAccount.objects.get().user == user
    client.post("/logga-ut/")
    sign_in_at(client, provider)
    assert client.get("/konto/").context["user"] == user
    response = client.post("/konto/koppling/", {"account": SocialAccount.objects.get().pk})
    assert response.status_code == 302
    assert not SocialAccount.objects.exists()


def test_connecting_long_after_signing_in_is_confirmed_first(client, provider):
    a_user("anna.lokal", email="anna@kommun.example")
    sign_in(client, "anna.lokal")
    session = client.session
    session["signed_in_at"] -= 6 * 60
    session.save()
    address = begin_at_provider(client, process="connect")
    assert come_back(client, provider, address)["Location"] == "/konto/bekrafta/"
    assert not SocialAccount.objects.exists()
    client.post("/konto/bekrafta/", {"password": "ett-langt-losenord"})
    assert SocialAccount.objects.get().user.username == "anna.lokal"


def test_whoever_has_nothing_to_confirm_with_is_asked_to_sign_in_again(client, provider):
    sign_in_at(client, provider)
    session = client.session
    session["signed_in_at"] -= 6 * 60
    session.save()
    response = client.get("/konto/tvafaktor/app/")
    page = response.content.decode()
    assert response.status_code == 403
    assert "<h1>Bekräfta att det är du</h1>" in page
    assert "Logga ut och logga in igen" in page
    assert "behörighet" not in page
    again = {"next": "/logga-in/?next=/konto/"}
    assert client.post("/logga-ut/", again)["Location"] == again["next"]


def test_the_only_way_in_cannot_be_disconnected(client, provider):
    sign_in_at(client, provider)
    page = client.post("/konto/koppling/", {"account": SocialAccount.objects.get().pk}).content.decode()
    assert "utan kopplingen går det inte att logga in" in page
    assert SocialAccount.objects.exists()


def test_an_ended_account_stays_ended(client, provider):
    sign_in_at(client, provider)
    client.post("/logga-ut/")
    User.objects.filter(username="anna").update(is_active=False)
    assert sign_in_at(client, provider)["Location"] == "/logga-in/avslutat/"
    assert not is_signed_in(client)


# groups


def test_a_leaver_loses_the_roles_of_the_groups_at_the_next_sign_in_and_keeps_those_by_hand(client, provider, world):
    sign_in_at(client, provider)
    user = User.objects.get(username="anna")
    Membership.objects.create(user=user, committee=world.committee, role="reader")
    client.post("/logga-ut/")
    provider.person["groups"] = []
    sign_in_at(client, provider)
    assert list(user.memberships.values_list("role", "origin")) == [("reader", "by_hand")]


def test_more_groups_than_entra_sends_take_no_role(client, provider, caplog):
    sign_in_at(client, provider)
    client.post("/logga-ut/")
    del provider.person["groups"]
    provider.person["_claim_names"] = {"groups": "src1"}
    page = client.get(sign_in_at(client, provider)["Location"]).content.decode()
    assert "inloggningstjänsten sade inte dina grupper" in page
    assert User.objects.get(username="anna").memberships.count() == 1
    assert "did not send all groups" in caplog.text


def test_more_groups_than_entra_sends_make_no_account(client, provider):
    del provider.person["groups"]
    provider.person["_claim_names"] = {"groups": "src1"}
    response = sign_in_at(client, provider)
    assert response.status_code == 403
    assert "de är för många" in response.content.decode()


def test_ad_fs_sends_one_group_as_text_under_a_name_of_its_own(client, provider, settings, world):
    provider.use(settings, groups_claim="roller", asks_userinfo=False)
    provider.person |= {"groups": ["another"], "roller": "g"}
    sign_in_at(client, provider)
    assert User.objects.get(username="anna").memberships.get().unit == world.afi


# the second factor


@pytest.fixture
def demanded(settings):
    settings.SECOND_FACTOR_ROLES = frozenset({"reporter"})


def test_a_second_factor_shown_there_counts_here(client, provider, demanded):
    provider.person["amr"] = ["pwd", "mfa"]
    sign_in_at(client, provider)
    assert client.get("/rapportera/").status_code == 200


def test_without_one_there_ours_is_demanded(client, provider, demanded):
    provider.person["amr"] = ["pwd"]
    sign_in_at(client, provider)
    assert client.get("/rapportera/")["Location"] == "/konto/tvafaktor/"
    assert client.get("/konto/tvafaktor/app/").status_code == 200


def test_a_provider_that_always_asks_need_not_say_so(client, provider, demanded, settings):
    provider.use(settings, second_factor=("always",))
    sign_in_at(client, provider)
    assert client.get("/rapportera/").status_code == 200


# invitations


def test_an_invitation_lets_somebody_in_whom_no_group_does(client, provider, world, cast):
    provider.person["groups"] = []
    invited = {"committee": world.committee, "unit": None, "role": "reader"}
    _row, token = invite(email="anna@annat.example", now=timezone.now(), by=cast.administrator, **invited)
    page = client.get(f"/inbjudan/{token}/").content.decode()
    assert "Logga in med Kommunens inloggning" in page
    sign_in_at(client, provider)
    assert User.objects.get(username="anna").memberships.get().role == "reader"
    assert client.get(f"/inbjudan/{token}/").status_code == 410
