"""What an installation keeps things in and signs people in with, read from the environment."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from followup.environment import Environment

VAR = Path("/srv/var")


def files(url):
    return Environment({"FILES_URL": url}).files("FILES_URL", VAR)


def test_files_stand_in_a_folder_beside_the_rest_unless_something_else_is_said():
    for url, folder in (("", "/srv/var/files"), ("file:///srv/upp%20f%C3%B6lj", "/srv/upp följ")):
        chosen = files(url)
        assert chosen["BACKEND"].endswith("ContentFolder")
        assert chosen["OPTIONS"] == {"location": folder}


def test_files_may_stand_in_a_bucket():
    chosen = files("s3://upp.filer/a/b/?endpoint=https://s3.example:9000&region=eu-north-1")
    assert chosen["BACKEND"].endswith("ContentBucket")
    assert chosen["OPTIONS"] == {
        "bucket_name": "upp.filer",
        "location": "a/b",
        "endpoint_url": "https://s3.example:9000",
        "region_name": "eu-north-1",
        "addressing_style": "path",
    }
    at_amazon = files("s3://filer")["OPTIONS"]
    assert (at_amazon["location"], at_amazon["endpoint_url"], at_amazon["addressing_style"]) == ("", None, None)


@pytest.mark.parametrize(
    "url",
    [
        *("/srv/files", "ftp://host/x", "file://relativ/mapp", "file:///", "file:relativ", "file:///a?b=c"),
        *("s3://", "s3://AB", "s3://bucket?endpoint=host", "s3://bucket?endpoint=", "s3://bucket?slut=https://a"),
        *("s3://nyckel:hemligt@bucket", "file://kim:hemligt@host/x"),
    ],
)
def test_files_at_an_address_that_cannot_be_used_are_refused_without_its_key(url):
    with pytest.raises(ImproperlyConfigured, match="FILES_URL") as fault:
        files(url)
    assert "hemligt" not in str(fault.value)


def test_a_bucket_without_the_library_says_what_to_install(monkeypatch):
    monkeypatch.setattr("followup.environment.stores.find_spec", lambda _name: None)
    with pytest.raises(ImproperlyConfigured, match=r"pip install 'uppfoljning\[s3\]'"):
        files("s3://bucket")


OPENID = {"OIDC_ISSUER": "https://adfs.kommun.example/adfs/", "OIDC_CLIENT_ID": "x", "OIDC_CLIENT_SECRET": "y"}


def test_without_an_issuer_there_is_no_provider():
    assert not Environment({"OIDC_CLIENT_ID": "x"}).openid("production").is_set


def test_a_provider_is_read_with_what_follows_from_it():
    found = Environment(OPENID | {"OIDC_ORIGINS": "https://login.kommun.example"}).openid("production")
    assert (found.issuer, found.groups_claim) == ("https://adfs.kommun.example/adfs", "groups")
    assert found.origins == ("https://adfs.kommun.example", "https://login.kommun.example")
    assert found.apps[0]["settings"]["server_url"] == found.issuer
    described = OPENID | {"OIDC_ISSUER": "https://a.example/.well-known/openid-configuration"}
    assert Environment(described).openid("production").issuer == "https://a.example"


@pytest.mark.parametrize("issuer", ["http://adfs.kommun.example", "adfs.kommun.example", "http://127.0.0.1:9000"])
def test_a_provider_is_reached_over_https(issuer):
    with pytest.raises(ImproperlyConfigured, match="OIDC_ISSUER"):
        Environment(OPENID | {"OIDC_ISSUER": issuer}).openid("production")


def test_in_development_a_provider_may_be_on_loopback():
    assert Environment(OPENID | {"OIDC_ISSUER": "http://127.0.0.1:9000"}).openid("development").is_set


def test_a_provider_needs_a_client():
    with pytest.raises(ImproperlyConfigured, match="OIDC_CLIENT_ID"):
        Environment({"OIDC_ISSUER": "https://a.example"}).openid("production")


def test_the_cache_is_shared_in_production():
    assert Environment({}).cache("CACHE_URL", "production")["LOCATION"] == "shared_cache"
    assert "locmem" in Environment({}).cache("CACHE_URL", "development")["BACKEND"]
    with pytest.raises(ImproperlyConfigured, match="CACHE_URL"):
        Environment({"CACHE_URL": "redis://x"}).cache("CACHE_URL", "production")
