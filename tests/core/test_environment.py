import os
import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from followup.environment import DEVELOPMENT, DEVELOPMENT_SECRET, PRODUCTION, Environment, Mail

ROOT = Path(__file__).resolve().parents[2]
VAR = Path("/srv/var")
NAMES_READ = {
    "SECRET_KEY",
    *re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (ROOT / "followup/settings.py").read_text()),
    *re.findall(r'self\.\w+\(\s*"(OIDC_[A-Z_]+)"', (ROOT / "followup/environment/openid.py").read_text()),
}


def test_text_is_trimmed_and_empty_counts_as_unset():
    env = Environment({"NAME": "  value ", "EMPTY": "   "})
    assert env.text("NAME") == "value"
    assert env.text("EMPTY", "default") == "default"
    assert env.text("ABSENT") == ""


def test_without_a_mapping_the_environment_of_the_process_is_read(monkeypatch):
    monkeypatch.setitem(os.environ, "UPPFOLJNING_TEST", "here")
    assert Environment().text("UPPFOLJNING_TEST") == "here"


def test_a_choice_outside_the_allowed_names_variable_value_and_what_is_allowed():
    with pytest.raises(ImproperlyConfigured, match=r"MODE is 'live'; allowed: development, production\."):
        Environment({"MODE": "live"}).choice("MODE", (DEVELOPMENT, PRODUCTION), DEVELOPMENT)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1", True), ("True", True), ("yes", True), ("ON", True), ("0", False), ("false", False), ("No", False)],
)
def test_a_boolean_is_read_in_the_usual_ways(written, meant):
    assert Environment({"DEBUG": written}).boolean("DEBUG", not meant) is meant


def test_an_unset_boolean_takes_its_default():
    assert Environment({"DEBUG": ""}).boolean("DEBUG", True) is True


def test_an_unreadable_boolean_is_refused_rather_than_guessed():
    with pytest.raises(ImproperlyConfigured, match="DEBUG is 'ja'; allowed: true, false"):
        Environment({"DEBUG": "ja"}).boolean("DEBUG", False)


def test_an_integer_is_read_and_has_a_floor():
    assert Environment({"HSTS_SECONDS": "60"}).integer("HSTS_SECONDS", 0) == 60
    assert Environment({}).integer("HSTS_SECONDS", 31) == 31
    with pytest.raises(ImproperlyConfigured, match="HSTS_SECONDS is -1; at least 0 is needed"):
        Environment({"HSTS_SECONDS": "-1"}).integer("HSTS_SECONDS", 0)


def test_a_number_in_words_is_refused():
    with pytest.raises(ImproperlyConfigured, match="HSTS_SECONDS is 'a year'; a whole number is needed"):
        Environment({"HSTS_SECONDS": "a year"}).integer("HSTS_SECONDS", 0)


def test_a_list_drops_spaces_and_empty_items():
    env = Environment({"ALLOWED_HOSTS": "a.example, b.example,,", "COMMAS": " , "})
    assert env.words("ALLOWED_HOSTS") == ["a.example", "b.example"]
    assert env.words("COMMAS", ("localhost",)) == ["localhost"]


def test_development_has_a_secret_of_its_own():
    assert Environment({}).secret_key(DEVELOPMENT) == DEVELOPMENT_SECRET


@pytest.mark.parametrize("secret", ["", DEVELOPMENT_SECRET, "short"])
def test_production_refuses_the_default_secret_and_a_short_one(secret):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY must be set to at least 50 random characters"):
        Environment({"SECRET_KEY": secret}).secret_key(PRODUCTION)


def test_production_takes_a_long_secret():
    assert Environment({"SECRET_KEY": "x" * 50}).secret_key(PRODUCTION) == "x" * 50


def test_without_an_address_development_uses_sqlite_under_var():
    config = Environment({}).database("DATABASE_URL", DEVELOPMENT, VAR)
    assert config["ENGINE"] == "django.db.backends.sqlite3"
    assert config["NAME"] == "/srv/var/uppfoljning.sqlite3"


def test_without_an_address_production_does_not_start():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must be set in production mode"):
        Environment({}).database("DATABASE_URL", PRODUCTION, VAR)


def test_sqlite_takes_its_write_lock_when_a_transaction_begins():
    config = Environment({"DATABASE_URL": "sqlite:////srv/data.sqlite3"}).database("DATABASE_URL", PRODUCTION, VAR)
    assert config["NAME"] == "/srv/data.sqlite3"
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_postgresql_address_is_taken_apart(scheme):
    url = f"{scheme}://kim:hemligt%40ord@db.example:5433/uppfoljning"
    config = Environment({"DATABASE_URL": url}).database("DATABASE_URL", PRODUCTION, VAR)
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["USER"], config["PASSWORD"]) == ("kim", "hemligt@ord")
    assert (config["HOST"], config["PORT"], config["NAME"]) == ("db.example", 5433, "uppfoljning")


def test_a_postgresql_server_that_is_gone_is_not_waited_for_long_unless_the_address_says_so():
    def waited_for(tail):
        url = f"postgres://kim@db.example/uppfoljning{tail}"
        return Environment({"DATABASE_URL": url}).database("DATABASE_URL", PRODUCTION, VAR)["OPTIONS"][
            "connect_timeout"
        ]

    assert waited_for("") == 3
    assert waited_for("?connect_timeout=30") == 30


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("mysql://host/name", "DATABASE_URL begins with 'mysql'; allowed: sqlite:///path, postgres://"),
        ("uppfoljning", "DATABASE_URL begins with 'uppfoljning'; allowed"),
        ("postgres://host:port/name", "DATABASE_URL cannot be read as a database address"),
        ("postgres://host", "DATABASE_URL names no database"),
    ],
)
def test_an_address_that_cannot_be_used_says_what_is_wrong(url, fault):
    with pytest.raises(ImproperlyConfigured, match=fault):
        Environment({"DATABASE_URL": url}).database("DATABASE_URL", DEVELOPMENT, VAR)


def test_a_fault_in_the_address_does_not_show_the_password():
    url = "mysql://kim:hemligt@host/name"
    with pytest.raises(ImproperlyConfigured) as fault:
        Environment({"DATABASE_URL": url}).database("DATABASE_URL", DEVELOPMENT, VAR)
    assert "hemligt" not in str(fault.value)


def test_every_setting_has_its_row_in_the_documentation():
    rows = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/settings.md").read_text(), re.MULTILINE)
    compose = re.findall(r"\$\{([A-Z_]+)", (ROOT / "compose.yaml").read_text())
    server = re.findall(r"\b(GRANIAN_[A-Z_]+)=", (ROOT / "Dockerfile").read_text())
    assert sorted(rows) == sorted(NAMES_READ.union(compose, server))


def test_the_scripts_shield_the_demo_and_the_tests_from_every_setting():
    script = (ROOT / ".ci/environment").read_text()
    cleared = set(re.findall(r"\b[A-Z_]{4,}\b", " ".join(re.findall(r"^unset (.*)$", script, re.MULTILINE))))
    assert cleared >= NAMES_READ


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp+tls://mail.example", 587, True, False),
        ("smtps://mail.example", 465, False, True),
        ("smtp://mail.example:2525", 2525, False, False),
    ],
)
def test_a_mail_server_is_taken_apart(url, port, tls, ssl):
    mail = Environment({"EMAIL_URL": url}).mail("EMAIL_URL", PRODUCTION, VAR)
    assert (mail.host, mail.port, mail.use_tls, mail.use_ssl) == ("mail.example", port, tls, ssl)
    assert mail.is_set
    assert mail.backend.endswith("smtp.EmailBackend")


def test_a_mail_servers_password_may_hold_any_character():
    mail = Environment({"EMAIL_URL": "smtp://kim%40a:hem%2Fligt@h"}).mail("EMAIL_URL", PRODUCTION, VAR)
    assert (mail.user, mail.password) == ("kim@a", "hem/ligt")


def test_mail_goes_to_files_in_development_and_nowhere_in_production_until_it_is_set():
    assert Environment({}).mail("EMAIL_URL", DEVELOPMENT, VAR).folder == "/srv/var/mail"
    mail = Environment({}).mail("EMAIL_URL", PRODUCTION, VAR)
    assert (mail.is_set, mail.backend) == (False, "django.core.mail.backends.dummy.EmailBackend")
    assert (
        Environment({"EMAIL_URL": "console:"})
        .mail("EMAIL_URL", PRODUCTION, VAR)
        .backend.endswith("console.EmailBackend")
    )


@pytest.mark.parametrize("url", ["imap://kim:hemligt@host", "mail.example", "smtp://", "smtp://kim:hemligt@host:x"])
def test_a_mail_address_that_cannot_be_used_is_refused_without_its_password(url):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL") as fault:
        Environment({"EMAIL_URL": url}).mail("EMAIL_URL", DEVELOPMENT, VAR)
    assert "hemligt" not in str(fault.value)


def test_a_token_is_long_or_none():
    assert Environment({}).token("METRICS_TOKEN") == ""
    assert Environment({"METRICS_TOKEN": "x" * 24}).token("METRICS_TOKEN") == "x" * 24
    with pytest.raises(ImproperlyConfigured, match="METRICS_TOKEN is shorter than 24 characters") as fault:
        Environment({"METRICS_TOKEN": "hemligt"}).token("METRICS_TOKEN")
    assert "hemligt" not in str(fault.value)


def test_a_folder_is_made_where_it_is_named(tmp_path):
    assert Environment({}).folder("PROMETHEUS_MULTIPROC_DIR") is None
    made = Environment({"PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "a/b")}).folder("PROMETHEUS_MULTIPROC_DIR")
    assert made == tmp_path / "a/b"
    assert made.is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(ImproperlyConfigured, match=r"PROMETHEUS_MULTIPROC_DIR is .* cannot be made"):
        Environment({"PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "file/c")}).folder("PROMETHEUS_MULTIPROC_DIR")


def test_mail_has_a_sender():
    none, some = Mail("dummy", is_set=False), Mail("smtp")
    assert Environment({}).sender("DEFAULT_FROM_EMAIL", DEVELOPMENT, some)
    assert Environment({}).sender("DEFAULT_FROM_EMAIL", PRODUCTION, none)
    given = Environment({"DEFAULT_FROM_EMAIL": "a@b.example"})
    assert given.sender("DEFAULT_FROM_EMAIL", PRODUCTION, some) == "a@b.example"
    for wrong in ({}, {"DEFAULT_FROM_EMAIL": "kommunen"}):
        with pytest.raises(ImproperlyConfigured, match="an e-mail address is needed"):
            Environment(wrong).sender("DEFAULT_FROM_EMAIL", PRODUCTION, some)


def test_the_sites_own_address_has_no_slash_at_the_end():
    assert Environment({}).site("SITE_URL") == ""
    assert Environment({"SITE_URL": "https://u.example/"}).site("SITE_URL") == "https://u.example"
    for wrong in ("u.example", "ftp://u.example", "https://", "https://u.example/?a"):
        with pytest.raises(ImproperlyConfigured, match="SITE_URL"):
            Environment({"SITE_URL": wrong}).site("SITE_URL")


def test_roles_that_are_unknown_are_refused():
    roles = {"allowed": ("reader", "none"), "default": ("none",)}
    assert Environment({}).words_of("ROLES", **roles) == ["none"]
    assert Environment({"ROLES": "reader, none"}).words_of("ROLES", **roles) == ["reader", "none"]
    with pytest.raises(ImproperlyConfigured, match="'boss'"):
        Environment({"ROLES": "boss"}).words_of("ROLES", **roles)
