"""Passwords: how they are kept, which are refused, and choosing a new one by a letter."""

import re

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.core import mail
from django.test import Client

from followup import settings as production
from followup.accounts.models import BrowserSession
from tests.accounts.signing_in import PASSWORD, a_totp, is_signed_in, sign_in
from tests.builders import a_user

pytestmark = pytest.mark.django_db
ANOTHER = "ett-annat-langt-losenord"
SENT = "Om adressen hör till ett konto har vi skickat en länk dit."


@pytest.fixture
def anna(db):
    return a_user("anna", email="anna@kommun.example")


@pytest.fixture
def letters(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def test_they_are_kept_with_argon2_and_old_ones_are_kept_anew(client, settings):
    settings.PASSWORD_HASHERS = production.PASSWORD_HASHERS
    assert identify_hasher(make_password(PASSWORD)).algorithm == "argon2"
    user = a_user("anna")
    user.password = make_password(PASSWORD, hasher="pbkdf2_sha256")
    user.save()
    sign_in(client, "anna")
    user.refresh_from_db()
    assert user.password.startswith("argon2$argon2id$")
    assert check_password(PASSWORD, user.password)


@pytest.mark.parametrize(
    "weak", ["kort", "password1234", "123456789012345", "anna@kommun.example", "startfinding"], ids=str
)
def test_weak_ones_are_refused(client, anna, weak):
    sign_in(client, "anna")
    data = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    assert client.post("/konto/losenord/", data).status_code == 200
    anna.refresh_from_db()
    assert anna.check_password(PASSWORD)


def test_the_old_one_is_asked_for(client, anna):
    sign_in(client, "anna")
    page = client.post("/konto/losenord/", {"oldpassword": "fel", "password1": ANOTHER, "password2": ANOTHER})
    assert "Lösenordet är fel." in page.content.decode()


def test_two_that_differ_are_told_of(client, anna):
    sign_in(client, "anna")
    page = client.post("/konto/losenord/", {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": "annat"})
    assert "Lösenorden är inte lika." in page.content.decode()
    anna.refresh_from_db()
    assert anna.check_password(PASSWORD)


def forget(client, email):
    return client.post("/logga-in/glomt/", {"email": email}, follow=True).content.decode()


def test_a_new_one_by_a_letter_ends_all_sessions(client, anna, letters):
    elsewhere = Client()
    sign_in(elsewhere, "anna")
    assert SENT in forget(client, "Anna@kommun.example")
    (letter,) = mail.outbox
    address = re.search(r"http://testserver(/logga-in/glomt/\S+)", letter.body).group(1)
    form = client.get(address)["Location"]
    assert "set-password" in form
    done = client.post(form, {"password1": ANOTHER, "password2": ANOTHER}, follow=True).content.decode()
    assert "Lösenordet är bytt" in done
    assert not is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert not BrowserSession.objects.exists()
    sign_in(client, "anna", ANOTHER)
    assert is_signed_in(client)
    assert "Länken gäller inte längre." in Client().get(address).content.decode()


def test_a_second_factor_is_asked_for_after_a_new_password_too(client, anna, letters):
    a_totp(anna)
    forget(client, anna.email)
    address = re.search(r"http://testserver(/logga-in/glomt/\S+)", mail.outbox[0].body).group(1)
    client.post(client.get(address)["Location"], {"password1": ANOTHER, "password2": ANOTHER})
    assert sign_in(client, "anna", ANOTHER)["Location"] == "/logga-in/andra-faktorn/"


def test_a_mail_server_that_is_away_is_told_in_the_log_and_stops_no_other_letter(
    client, anna, letters, caplog, monkeypatch
):
    a_user("anna.admin", email=anna.email)
    tried = []

    def no_server(letter):
        tried.append(letter)
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", no_server)
    assert SENT in forget(client, anna.email)
    assert len(tried) == 2
    assert "The mail server could not be reached" in caplog.text


def test_nothing_tells_whether_an_address_has_an_account(client, anna, letters, django_assert_num_queries):
    assert forget(client, anna.email).replace(anna.email, "") == forget(client, "ingen@kommun.example")
    assert len(mail.outbox) == 1


def test_nothing_is_looked_up_while_somebody_waits(client, anna):
    forget(client, anna.email)
    assert not mail.outbox


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": make_password(None)}])
def test_ended_accounts_and_those_without_a_password_get_none(client, anna, letters, change):
    type(anna).objects.filter(pk=anna.pk).update(**change)
    assert SENT in forget(client, anna.email)
    assert not mail.outbox


def test_nobody_is_sent_letters_without_end(client, anna, letters):
    pages = [client.post("/logga-in/glomt/", {"email": anna.email}) for _ in range(4)]
    assert [page.status_code for page in pages] == [302, 302, 302, 429]
    assert "För många försök" in pages[-1].content.decode()


def test_without_mail_there_is_no_such_page(client, settings):
    settings.SENDS_MAIL = False
    assert client.get("/logga-in/glomt/").status_code == 404
    assert "Har du glömt lösenordet?" not in client.get("/logga-in/").content.decode()


def test_whoever_signs_in_elsewhere_gets_no_password_here(client, anna):
    type(anna).objects.filter(pk=anna.pk).update(password=make_password(None))
    anna.refresh_from_db()
    client.force_login(anna)
    assert client.get("/konto/losenord/").status_code == 404
    assert "Byt lösenord" not in client.get("/konto/").content.decode()
