"""Failing to sign in: counted by network and account together, in a cache that all processes share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client

from followup.core.network import network_of
from tests.accounts.signing_in import is_signed_in, sign_in
from tests.builders import a_user

pytestmark = pytest.mark.django_db
SLOW_DOWN = "Vänta fem minuter"
THERE, HERE = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}


@pytest.fixture
def anna(db):
    return a_user("anna", email="anna@kommun.example")


def fail(name="anna", times=5, client=None, **extra):
    for _ in range(times):
        page = sign_in(client or Client(), name, "fel", **extra).content.decode()
    return page


def test_after_five_failures_even_the_right_password_is_refused_from_there(client, anna):
    assert "hör inte ihop" in fail(**THERE)
    assert SLOW_DOWN in sign_in(client, "anna", **THERE).content.decode()
    assert not is_signed_in(client)


def test_the_owner_signs_in_from_elsewhere_meanwhile(client, anna):
    fail(times=20, **THERE)
    sign_in(client, "anna", **HERE)
    assert is_signed_in(client)


def test_the_owner_signs_in_with_a_browser_used_before_even_from_the_same_network(client, anna):
    sign_in(client, "anna", **THERE)
    client.post("/logga-ut/")
    fail(times=20, **THERE)
    sign_in(client, "anna", **THERE)
    assert is_signed_in(client)


def test_a_browser_used_before_is_counted_too(client, anna):
    sign_in(client, "anna", **THERE)
    client.post("/logga-ut/")
    fail(client=client, **THERE)
    assert SLOW_DOWN in sign_in(client, "anna", **HERE).content.decode()


def test_a_browser_known_to_one_account_gives_nothing_for_another(client, anna):
    a_user("bo")
    sign_in(client, "bo", **THERE)
    client.post("/logga-ut/")
    fail(**THERE)
    assert SLOW_DOWN in sign_in(client, "anna", **THERE).content.decode()


def test_a_cookie_that_was_made_up_is_no_known_browser(client, anna):
    fail(**THERE)
    client.cookies["known_browser"] = "eyJrZXkiOiJ4In0:abc:def"
    assert SLOW_DOWN in sign_in(client, "anna", **THERE).content.decode()


def test_colleagues_in_the_same_network_are_not_stopped(client, anna):
    a_user("bo")
    fail(times=20, **THERE)
    sign_in(client, "bo", **THERE)
    assert is_signed_in(client)


def test_right_ones_in_between_do_not_give_more_tries(anna):
    fail(times=4, **THERE)
    sign_in(Client(), "anna", **THERE)
    fail(times=1, **THERE)
    assert SLOW_DOWN in fail(times=1, **THERE)


def test_capitals_and_spaces_are_no_other_account(anna):
    for name in ("anna", "ANNA", " anna ", "Anna", "aNNa"):
        fail(name, times=1, **THERE)
    assert SLOW_DOWN in fail(times=1, **THERE)


def test_an_unknown_account_is_counted_and_told_of_just_like_a_known_one(anna):
    known = [fail(times=1, **THERE) for _ in range(6)]
    unknown = [fail("ingen", times=1, **THERE) for _ in range(6)]
    told = [[words in page for words in ("hör inte ihop", SLOW_DOWN)] for page in known]
    assert told == [[words in page for words in ("hör inte ihop", SLOW_DOWN)] for page in unknown]
    assert told[4:] == [[True, False], [False, True]]


def test_many_accounts_from_one_network_come_to_an_end(client, anna):
    for number in range(200):
        fail(f"ingen{number}", times=1, **THERE)
    assert SLOW_DOWN in sign_in(client, "anna", **THERE).content.decode()
    sign_in(client, "anna", **HERE)
    assert is_signed_in(client)


def test_within_one_network_of_ipv6_another_address_gives_no_more_tries(client, anna):
    for number in range(5):
        fail(times=1, REMOTE_ADDR=f"2001:db8:1:2::{number}")
    assert SLOW_DOWN in sign_in(client, "anna", REMOTE_ADDR="2001:db8:1:2:ffff::1").content.decode()
    sign_in(client, "anna", REMOTE_ADDR="2001:db8:1:3::1")
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_what_is_counted_as_one_network(rf, address, network):
    assert network_of(rf.get("/", REMOTE_ADDR=address)) == network


def test_the_header_of_a_proxy_is_believed_only_behind_one(client, anna, settings):
    fail(**THERE, HTTP_X_FORWARDED_FOR="198.51.100.1")
    assert SLOW_DOWN in sign_in(client, "anna", **THERE, HTTP_X_FORWARDED_FOR="198.51.100.2").content.decode()
    settings.BEHIND_PROXY = True
    fail(**THERE, HTTP_X_FORWARDED_FOR="203.0.113.7, 198.51.100.1")
    sign_in(client, "anna", **THERE, HTTP_X_FORWARDED_FOR="203.0.113.7, 198.51.100.2")
    assert is_signed_in(client)


_SECOND = """
import django; django.setup()
from django.conf import settings
from django.db import connections
connections["default"].close()
settings.DATABASES["default"]["NAME"] = connections["default"].settings_dict["NAME"] = {name!r}
from django.test import RequestFactory
from followup.accounts.limits import try_as
request = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1")
print([try_as(request, "anna") is not None for _ in range(3)])
"""


@pytest.mark.django_db(transaction=True)
def test_two_processes_share_the_count(settings, tmp_path):
    """With the cache in the database, as production has it: three tries in each of two processes are five."""
    database = tmp_path / "delad.sqlite3"
    root = Path(__file__).parents[2]
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "CACHE_URL": "database:",
        "DJANGO_SETTINGS_MODULE": "followup.settings",
        "VAR_DIR": str(tmp_path),
        "PYTHONPATH": str(root),
    }

    def run(*words):
        done = subprocess.run(
            [sys.executable, *words], env=environment, cwd=root, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    run("manage.py", "createcachetable")
    script = _SECOND.format(name=str(database))
    assert run("-c", script) == "[True, True, True]"
    assert run("-c", script) == "[True, True, False]"


def test_the_table_of_the_shared_cache_is_there_after_migrating(settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}
    }
    cache = caches["default"]
    assert cache.add("a", 1)
    assert not cache.add("a", 2)
    assert cache.get("a") == 1
