"""How long one is signed in, where, and ending it."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from followup.accounts.browsers import browser_in_words
from followup.accounts.models import BrowserSession
from followup.core.models import AuditEvent
from tests.accounts.signing_in import PASSWORD, a_code, a_totp, is_signed_in, sign_in

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.fixture
def two(cast):
    """The reporter signed in with two browsers."""
    here, there = Client(), Client(headers={"User-Agent": FIREFOX})
    for each in (here, there):
        sign_in(each, "reporter")
    return here, there


def test_one_sees_ones_own_browsers_in_words(two, cast):
    sign_in(Client(), "controller")
    here, _there = two
    page = here.get("/konto/inloggningar/")
    assert {item.user for item in page.context["sessions"]} == {cast.reporter}
    text = page.content.decode()
    assert "Firefox i Windows" in text
    assert "(den här)" in text
    for key in Session.objects.values_list("session_key", flat=True):
        assert key not in text
    assert "127.0.0.1" not in text


def test_one_other_is_signed_out(two, cast):
    here, there = two
    row = BrowserSession.objects.get(browser="Firefox i Windows")
    assert here.post(f"/konto/inloggningar/{row.pk}/avsluta/")["Location"] == "/konto/inloggningar/"
    assert is_signed_in(here)
    assert not is_signed_in(there)


def test_all_others_are_signed_out_and_the_audit_hears_of_it(two, cast):
    here, there = two
    here.post("/konto/inloggningar/avsluta/")
    assert is_signed_in(here)
    assert not is_signed_in(there)
    event = AuditEvent.objects.filter(action="ended").get()
    assert (event.actor, event.details) == (cast.reporter, {"inloggningar": "1"})


def test_the_one_in_use_can_be_ended_too(two):
    here, there = two
    row = BrowserSession.objects.exclude(browser="Firefox i Windows").get()
    assert here.post(f"/konto/inloggningar/{row.pk}/avsluta/")["Location"] == "/"
    assert not is_signed_in(here)
    assert is_signed_in(there)
    assert AuditEvent.objects.filter(action="signed_out").count() == 1


def test_nobody_ends_anothers(two, client, cast):
    sign_in(client, "administrator")
    row = BrowserSession.objects.filter(user=cast.reporter).first()
    assert client.post(f"/konto/inloggningar/{row.pk}/avsluta/").status_code == 404
    assert BrowserSession.objects.filter(pk=row.pk).exists()


def test_signing_out_removes_the_row_and_is_in_the_audit(client, cast):
    sign_in(client, "reporter")
    client.post("/logga-ut/")
    assert not BrowserSession.objects.exists()
    assert AuditEvent.objects.filter(action="signed_out", actor=cast.reporter).count() == 1


def test_signing_out_takes_a_post(client, cast):
    sign_in(client, "reporter")
    assert client.get("/logga-ut/").status_code == 405
    assert is_signed_in(client)


def test_a_changed_password_ends_the_others_and_keeps_this_one(two, cast):
    here, there = two
    data = {"oldpassword": PASSWORD, "password1": "ett-annat-langt-losenord", "password2": "ett-annat-langt-losenord"}
    assert here.post("/konto/losenord/", data)["Location"] == "/konto/"
    assert is_signed_in(here)
    assert not is_signed_in(there)
    assert BrowserSession.objects.count() == 1
    assert len(here.get("/konto/inloggningar/").context["sessions"]) == 1


def test_the_list_still_says_when_and_how_after_a_changed_password(client, cast):
    a_totp(cast.reporter)
    sign_in(client, "reporter")
    client.post("/logga-in/andra-faktorn/", {"code": a_code()})
    session = client.session
    session["signed_in_at"] -= 120
    session.save()
    data = {"oldpassword": PASSWORD, "password1": "ett-annat-langt-losenord", "password2": "ett-annat-langt-losenord"}
    client.post("/konto/losenord/", data)
    row = BrowserSession.objects.get()
    assert row.method == "lösenord och andra faktor"
    assert (row.last_seen_at - row.signed_in_at).total_seconds() > 100


def test_sessions_that_have_run_out_are_neither_shown_counted_nor_ended(two, cast):
    here, _there = two
    Session.objects.filter(browser__browser="Firefox i Windows").update(expire_date=timezone.now())
    assert here.get("/konto/").context["browsers"] == 1
    assert len(here.get("/konto/inloggningar/").context["sessions"]) == 1
    page = here.post("/konto/inloggningar/avsluta/", follow=True).content.decode()
    assert "Du är inte inloggad någon annanstans." in page
    assert not AuditEvent.objects.filter(action="ended").exists()


def test_a_session_ends_a_set_time_after_signing_in_whatever_is_done_in_it(client, cast, settings):
    sign_in(client, "reporter")
    began = Session.objects.get().expire_date
    client.get("/konto/tvafaktor/app/")
    assert abs((Session.objects.get().expire_date - began).total_seconds()) < 5
    assert abs(began.timestamp() - time.time() - settings.SESSION_COOKIE_AGE) < 60


def test_last_seen_is_noted_now_and_then(client, cast, django_assert_num_queries):
    sign_in(client, "reporter")
    session = client.session
    session["last_seen"] -= 600
    session.save()
    BrowserSession.objects.update(last_seen_at="2017-01-01T12:00Z")
    client.get("/konto/")
    seen = BrowserSession.objects.get().last_seen_at
    assert seen.year > 2017
    client.get("/konto/")
    assert BrowserSession.objects.get().last_seen_at == seen


def test_a_session_left_alone_ends_where_that_is_set(client, cast, settings):
    settings.SESSION_IDLE_SECONDS = 30 * 60
    sign_in(client, "reporter")
    session = client.session
    session["last_seen"] -= 29 * 60
    session.save()
    assert is_signed_in(client)
    session = client.session
    session["last_seen"] -= 31 * 60
    session.save()
    assert not is_signed_in(client)
    assert AuditEvent.objects.filter(action="signed_out", actor=cast.reporter).count() == 1


@pytest.mark.parametrize("minutes", [1, 5])
def test_whoever_works_on_is_not_signed_out_where_that_is_soon(client, cast, settings, minutes):
    settings.SESSION_IDLE_SECONDS = minutes * 60
    sign_in(client, "reporter")
    for _time in range(4):  # half the time between the requests, twice the time in all
        session = client.session
        session["last_seen"] -= minutes * 30
        session.save()
        assert is_signed_in(client)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (FIREFOX, "Firefox i Windows"),
        ("Mozilla/5.0 (iPhone; OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari i iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0.0.0 Safari/537.36 Edg/126.0", "Edge i Windows"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36", "Chrome i Android"),
        ("curl/8.0", "Okänd webbläsare"),
        ("", "Okänd webbläsare"),
    ],
)  # fmt: skip
def test_a_browser_in_words(sent, words):
    assert browser_in_words(sent) == words


def test_the_pages_of_an_account_cost_the_same_with_more_sessions(client, cast, django_assert_num_queries):
    client.force_login(cast.reporter)
    for address, count in (("/konto/", 6), ("/konto/inloggningar/", 4)):
        with django_assert_num_queries(count):
            client.get(address)
        for _ in range(3):
            sign_in(Client(), "reporter")
        with django_assert_num_queries(count):
            client.get(address)
