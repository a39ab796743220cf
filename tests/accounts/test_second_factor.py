"""A second factor: setting one up, signing in with it, and the roles that demand it."""

import re
from time import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from followup.accounts.commands.leaving import remove_second_factors
from followup.accounts.models import BrowserSession
from followup.accounts.second_factor import is_demanded_of
from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent, User
from tests.accounts.signing_in import SECRET, a_code, a_totp, is_signed_in, kinds_of, recovery_codes, sign_in

pytestmark = pytest.mark.django_db
STEP = "/logga-in/andra-faktorn/"


@pytest.fixture
def demanded(settings):
    settings.SECOND_FACTOR_ROLES = frozenset({"controller", "administrator", "superuser"})


def details_of(user):
    return [event.details for event in AuditEvent.objects.filter(actor=user, action="changed").order_by("pk")]


# signing in with one


def test_the_password_alone_is_not_enough(client, cast):
    a_totp(cast.controller)
    assert sign_in(client, "controller")["Location"] == STEP
    assert not is_signed_in(client)


def test_a_code_of_the_app_lets_in_to_where_one_was_going(client, cast):
    a_totp(cast.controller)
    client.post("/logga-in/", {"login": "controller", "password": "ett-langt-losenord", "next": "/planer/"})
    assert client.post(STEP, {"code": a_code()})["Location"] == "/planer/"
    assert is_signed_in(client)


def test_a_code_is_good_once(client, cast):
    a_totp(cast.controller)
    code = a_code()
    sign_in(client, "controller")
    client.post(STEP, {"code": code})
    other = Client()
    sign_in(other, "controller")
    page = other.post(STEP, {"code": code}).content.decode()
    assert "Koden är fel, eller har redan använts." in page
    assert not is_signed_in(other)


def test_a_code_of_a_moment_ago_is_good_and_one_of_long_ago_is_not(client, cast):
    a_totp(cast.controller)
    sign_in(client, "controller")
    client.post(STEP, {"code": a_code(-4)})
    assert not is_signed_in(client)
    client.post(STEP, {"code": a_code(-1)})
    assert is_signed_in(client)


def test_a_recovery_code_is_good_once(client, cast):
    a_totp(cast.controller)
    code, *rest = recovery_codes(cast.controller)
    assert len(rest) == 9
    sign_in(client, "controller")
    client.post(STEP, {"code": code})
    assert is_signed_in(client)
    other = Client()
    sign_in(other, "controller")
    other.post(STEP, {"code": code})
    assert not is_signed_in(other)
    other.post(STEP, {"code": rest[0]})
    assert is_signed_in(other)
    assert {"andra faktor": "använde en reservkod"} in details_of(cast.controller)


def test_guessing_codes_comes_to_an_end_and_the_owner_elsewhere_is_not_stopped(client, cast):
    a_totp(cast.controller)
    there, here = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}
    sign_in(client, "controller", **there)
    for _ in range(5):
        client.post(STEP, {"code": "000000"}, **there)
    assert "Vänta fem minuter" in client.post(STEP, {"code": a_code()}, **there).content.decode()
    owner = Client()
    sign_in(owner, "controller", **here)
    owner.post(STEP, {"code": a_code()}, **here)
    assert is_signed_in(owner)
    assert {"andra faktor": "fel kod vid inloggning"} in details_of(cast.controller)


def test_the_secret_is_not_readable_in_the_database(cast):
    a_totp(cast.controller)
    recovery_codes(cast.controller)
    kept = [str(item.data) for item in Authenticator.objects.all()]
    assert not [text for text in kept if SECRET in text]


def test_an_old_secret_key_still_reads_it_and_an_unknown_one_says_what_to_do(client, cast, settings):
    a_totp(cast.controller)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "x" * 50
    sign_in(client, "controller")
    response = client.post(STEP, {"code": a_code()})
    assert response.status_code == 403
    assert "Be systemförvaltaren ta bort den" in response.content.decode()
    settings.SECRET_KEY_FALLBACKS = [old]
    client.post(STEP, {"code": a_code()})
    assert is_signed_in(client)


# setting one up


@pytest.mark.django_db(transaction=True)
def test_an_app_is_added_with_a_code_and_recovery_codes_follow(client, cast):
    sign_in(client, "controller")
    page = client.get("/konto/tvafaktor/app/")
    code = _code_of(page)
    response = client.post("/konto/tvafaktor/app/", {"code": code}, follow=True)
    assert response.redirect_chain == [("/konto/tvafaktor/reservkoder/", 302)]
    codes = re.findall(r"<code>(\d{8})</code>", response.content.decode())
    assert len(codes) == 10
    assert kinds_of(cast.controller) == {"totp", "recovery_codes"}
    file = client.get("/konto/tvafaktor/reservkoder/fil/")
    assert file.content.decode().split()[-10:] == codes
    assert {"andra faktor": "lade till kod från app"} in details_of(cast.controller)


def _code_of(page):
    return format_hotp_value(hotp_value(page.context["form"].secret, int(time()) // 30))


def test_a_wrong_code_adds_nothing(client, cast):
    sign_in(client, "controller")
    client.get("/konto/tvafaktor/app/")
    assert "Koden är fel" in client.post("/konto/tvafaktor/app/", {"code": "000000"}).content.decode()
    assert not kinds_of(cast.controller)


def test_new_recovery_codes_replace_the_old(client, cast):
    a_totp(cast.controller)
    old = recovery_codes(cast.controller)
    sign_in(client, "controller")
    client.post(STEP, {"code": a_code()})
    page = client.post("/konto/tvafaktor/reservkoder/nya/", follow=True).content.decode()
    assert not set(re.findall(r"<code>(\d{8})</code>", page)) & set(old)


@pytest.mark.parametrize("page", ["reservkoder/", "reservkoder/nya/", "reservkoder/fil/", "app/ta-bort/"])
def test_long_after_signing_in_one_confirms_first(client, cast, page):
    a_totp(cast.controller)
    recovery_codes(cast.controller)
    sign_in(client, "controller")
    client.post(STEP, {"code": a_code()})
    _age(client)
    address = f"/konto/tvafaktor/{page}"
    assert client.get(address)["Location"] == f"/konto/bekrafta/kod/?next={address.replace('/', '%2F')}"
    again = client.post("/konto/bekrafta/kod/", {"code": a_code(-1), "next": address})
    assert again["Location"] == address
    assert client.get(address).status_code == 200


def test_a_wrong_code_is_told_of_as_what_it_was(client, cast):
    a_totp(cast.controller)
    sign_in(client, "controller")
    client.post(STEP, {"code": a_code()})
    _age(client)
    client.post("/konto/bekrafta/kod/", {"code": "000000"})
    assert details_of(cast.controller)[-1] == {"andra faktor": "fel kod vid bekräftelse"}


def test_without_a_second_factor_one_confirms_with_the_password(client, cast):
    sign_in(client, "controller")
    _age(client)
    address = "/konto/tvafaktor/app/"
    assert client.get(address)["Location"] == "/konto/bekrafta/?next=%2Fkonto%2Ftvafaktor%2Fapp%2F"
    assert client.post("/konto/bekrafta/", {"password": "ett-langt-losenord", "next": address})["Location"] == address
    assert client.get(address).status_code == 200


def test_a_session_from_before_adds_no_key_of_its_own_with_the_password(client, cast, demanded):
    """Else an old session and the password would get round the second factor that its owner has added since."""
    sign_in(client, "controller")
    a_totp(cast.controller)
    confirm = "/konto/bekrafta/kod/?next=%2Fkonto%2Fnycklar%2Fny%2F"
    assert client.get("/konto/nycklar/ny/")["Location"] == confirm
    assert client.post("/konto/bekrafta/", {"password": "ett-langt-losenord"})["Location"] == "/konto/bekrafta/kod/"
    assert client.get("/konto/nycklar/ny/")["Location"] == confirm
    assert "loggade in utan den" in client.get("/konto/tvafaktor/").content.decode()


def _age(client):
    session = client.session
    session["signed_in_at"] -= 6 * 60
    session.save()


# demanded


def test_whoever_has_such_a_role_comes_no_further_than_to_setting_one_up(client, cast, demanded):
    sign_in(client, "controller")
    for page in ("/", "/planer/", "/konto/", "/konto/losenord/", "/konto/inloggningar/", "/inbjudningar/", "/admin/"):
        assert client.get(page)["Location"] == "/konto/tvafaktor/", page
    page = client.get("/konto/tvafaktor/").content.decode()
    assert "Din roll kräver en andra faktor" in page
    assert client.post("/planer/ny/", {}).status_code == 302
    assert client.post("/logga-ut/")["Location"] == "/"


@pytest.mark.django_db(transaction=True)
def test_and_is_let_in_when_it_is_set_up(client, cast, demanded):
    sign_in(client, "controller")
    client.post("/konto/tvafaktor/app/", {"code": _code_of(client.get("/konto/tvafaktor/app/"))})
    assert client.get("/planer/").status_code == 200


def test_other_roles_are_not_asked(client, cast, demanded):
    sign_in(client, "reporter")
    assert client.get("/rapportera/").status_code == 200


def test_a_role_that_has_ended_demands_nothing(client, cast, demanded):
    cast.controller.memberships.update(valid_from="2017-01-01", valid_through="2017-02-01")
    sign_in(client, "controller")
    assert client.get("/konto/").status_code == 200


def test_the_admin_has_no_way_in_of_its_own(client, cast, demanded):
    a_totp(cast.superuser)
    assert client.get("/admin/login/")["Location"].startswith("/logga-in/")
    data = {"username": "superuser", "password": "ett-langt-losenord"}
    client.post("/admin/login/?next=/admin/", data)
    assert not is_signed_in(client)
    sign_in(client, "superuser")
    assert client.get("/admin/")["Location"].startswith("/admin/login/")
    client.post(STEP, {"code": a_code()})
    assert client.get("/admin/").status_code == 200


def test_a_session_from_before_is_not_let_in_by_a_factor_added_elsewhere(client, cast, demanded):
    sign_in(client, "controller")
    a_totp(cast.controller)
    assert client.get("/planer/")["Location"] == "/konto/tvafaktor/"


def test_a_factor_shown_by_one_person_counts_for_no_other_in_the_same_browser(client, cast, demanded):
    a_totp(cast.controller)
    sign_in(client, "controller")
    client.post(STEP, {"code": a_code()})
    sign_in(client, "administrator")
    client.post("/logga-ut/")
    sign_in(client, "administrator")
    assert client.get("/planer/")["Location"] == "/konto/tvafaktor/"


def test_removing_the_last_one_closes_the_door_again(client, cast, demanded):
    a_totp(cast.controller)
    sign_in(client, "controller")
    client.post(STEP, {"code": a_code()})
    assert client.post("/konto/tvafaktor/app/ta-bort/")["Location"] == "/konto/tvafaktor/"
    assert client.get("/planer/")["Location"] == "/konto/tvafaktor/"


def test_it_costs_one_query_where_a_role_may_demand_it_and_none_otherwise(
    client, cast, settings, django_assert_num_queries
):
    with django_assert_num_queries(0):
        assert not is_demanded_of(cast.controller)
    settings.SECOND_FACTOR_ROLES = frozenset({"controller"})
    user = User.objects.get(pk=cast.controller.pk)
    with django_assert_num_queries(1):
        assert is_demanded_of(user)
        assert is_demanded_of(user)


# lost


def test_a_superuser_removes_a_lost_factor_and_the_sessions_with_it(client, cast):
    a_totp(cast.controller)
    recovery_codes(cast.controller)
    sign_in(client, "controller")
    client.post(STEP, {"code": a_code()})
    with pytest.raises(NotAllowed):
        remove_second_factors(user=cast.controller, by=cast.administrator)
    remove_second_factors(user=cast.controller, by=cast.superuser)
    assert not kinds_of(cast.controller)
    assert not is_signed_in(client)
    assert not BrowserSession.objects.exists()
    assert AuditEvent.objects.filter(actor=cast.superuser, action="changed").exists()
