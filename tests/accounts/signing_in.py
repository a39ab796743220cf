"""Signing in as a browser does, for the tests of accounts."""

import time
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.urls import reverse

SECRET = "JBSWY3DPEHPK3PXP"
PASSWORD = "ett-langt-losenord"


def sign_in(client, name, password=PASSWORD, **extra):
    return client.post("/logga-in/", {"login": name, "password": password}, **extra)


def is_signed_in(client):
    return client.get("/konto/").status_code == 200


def begin_at_provider(client, onwards="", **query):
    """Where the browser is sent to sign in at the OpenID provider."""
    data = {"next": onwards} if onwards else {}
    return client.post(reverse("openid_connect_login", args=["openid"], query=query or None), data)["Location"]


def come_back(client, provider, address):
    """The answer to the browser that comes back from there."""
    parts = urlsplit(provider.answer_to(address))
    return client.get(f"{parts.path}?{parts.query}")


def sign_in_at(client, provider, onwards=""):
    return come_back(client, provider, begin_at_provider(client, onwards))


def a_totp(user):
    return TOTP.activate(user, SECRET).instance


def recovery_codes(user):
    return RecoveryCodes.activate(user).get_unused_codes()


def a_code(periods=0):
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + periods))


def kinds_of(user):
    return set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
