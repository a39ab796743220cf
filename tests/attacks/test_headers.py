"""Headers and cookies on every kind of answer."""

import logging
from types import SimpleNamespace

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import path

from followup.urls import urlpatterns as own_urls
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, answer_to, sign_in
from tests.attacks.attack import attack
from tests.builders import a_goal

ALWAYS = {
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY", "SAMEORIGIN"},
    "Referrer-Policy": {"same-origin"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
    "Cross-Origin-Resource-Policy": {"same-origin", "cross-origin"},
}
OF_A_PDF = "frame-ancestors 'none'"


def broken(request):
    raise RuntimeError


urlpatterns = [path("trasig/", broken, name="broken"), *own_urls]


def faults(response):
    """What the answer lacks of what every answer must have."""
    found = [name for name, right in ALWAYS.items() if response.get(name) not in right]
    if "camera=()" not in response.get("Permissions-Policy", ""):
        found.append("Permissions-Policy")
    policy = response.get("Content-Security-Policy", "")
    if response["Content-Type"].startswith("application/pdf") if response.get("Content-Type") else False:
        return found if policy in {OF_A_PDF} or "default-src 'none'" in policy else [*found, "policy of a PDF"]
    directives = dict(each.strip().partition(" ")[::2] for each in policy.split(";"))
    right = {"default-src": "'none'", "script-src": "'self'", "object-src": "'none'", "base-uri": "'none'"}
    found += [name for name, value in right.items() if directives.get(name) != value]
    if directives.get("form-action") != "'self'" or directives.get("frame-ancestors") not in {"'none'", "'self'"}:
        found.append("form-action, frame-ancestors")
    if "unsafe" in policy or "*" in policy or "http:" in policy:
        found.append(policy)
    return found


@attack(
    101,
    "every address, as a superuser and as nobody: an answer without one of the headers, with a policy that allows "
    "inline script or style, or in a frame of another site",
    "The policy, `nosniff`, and those of frames, referrer, opener, resources and permissions stand on all; the two "
    "previews of a section alone may be framed, by our own pages.",
)
def test_every_address_has_all_headers(client, cast, place):
    found, framed = {}, set()
    for person in (cast.superuser, cast.anonymous):
        sign_in(client, person)
        for name, rule in MATRIX.items():
            if name.startswith("operations:"):
                continue  # words for machines, answered before everything else
            response = answer_to(client, rule.method, address(name, place))
            if lacking := faults(response):
                found[name, str(person)] = lacking
            if response.get("X-Frame-Options") == "SAMEORIGIN":
                framed.add(name)
    assert found == {}
    assert framed == {"reports:new_section_preview", "reports:section_preview"}


@attack(
    102,
    "answers made before or instead of a view: 400 for a foreign host and for too many fields, 403 without a token, "
    "404, 405, 500, the redirects to HTTPS and to the slash, static files, `robots.txt`",
    "The headers are put on outside of everything that may answer by itself.",
)
@pytest.mark.urls(__name__)
def test_errors_redirects_and_static_files_have_all_headers(client, world, cast, settings, caplog):
    caplog.set_level(logging.CRITICAL, "django.request")
    settings.DEBUG = False
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.force_login(cast.reporter)
    answers = {
        "400 host": strict.get("/", headers={"host": "evil.example"}),
        "400 fields": client.post(
            "/logga-in/", "&".join(f"a{n}=1" for n in range(10_002)), content_type="application/x-www-form-urlencoded"
        ),
        "403": strict.post("/logga-ut/"),
        "404": strict.get("/finns-inte/"),
        "405": strict.get("/logga-ut/"),
        "500": strict.get("/trasig/"),
        "slash": strict.get("/rapportera"),
        "static": strict.get("/static/css/tokens.css"),
        "robots": strict.get("/robots.txt"),
    }
    settings.SECURE_SSL_REDIRECT = True
    answers["https"] = Client().get("/")
    assert {
        name: (answer.status_code, lacking) for name, answer in answers.items() if (lacking := faults(answer))
    } == {}
    answers["static"].close()
    statuses = {name: answer.status_code for name, answer in answers.items()}
    assert statuses == {
        "400 host": 400,
        "400 fields": 400,
        "403": 403,
        "404": 404,
        "405": 405,
        "500": 500,
        "slash": 301,
        "static": 200,
        "robots": 200,
        "https": 301,
    }


@attack(
    103,
    "cookies read by scripts, sent along from other sites, or over HTTP",
    "Both cookies are `HttpOnly` and `SameSite=Lax`, `Secure` in production; the session ends after twelve hours.",
)
def test_the_cookies_are_out_of_reach(client, cast, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client.get("/logga-in/")
    response = client.post("/logga-in/", {"login": "reporter", "password": "ett-langt-losenord"})
    cookies = SimpleNamespace(**client.cookies)
    assert response.status_code == 302
    for cookie in (cookies.sessionid, cookies.csrftoken):
        assert (cookie["httponly"], cookie["secure"], cookie["samesite"], cookie["domain"]) == (True, True, "Lax", "")
    assert 0 < cookies.sessionid["max-age"] <= 12 * 60 * 60


@attack(
    104,
    "a session fixed in advance, and one used after signing out",
    "Signing in makes a new session key; signing out ends the session in the database.",
)
def test_a_session_is_neither_fixed_nor_used_again(client, cast):
    fixed = client.session.session_key  # as somebody else may have put it in the browser
    assert client.cookies["sessionid"].value == fixed
    signed_in = client.post("/logga-in/", {"login": "reporter", "password": "ett-langt-losenord"})
    assert signed_in.status_code == 302
    live = client.cookies["sessionid"].value
    assert live != fixed
    assert not Session.objects.filter(session_key=fixed).exists()
    assert client.get("/rapportera/").status_code == 200
    thief = Client()
    thief.cookies["sessionid"] = fixed
    assert leads_to_sign_in(thief.get("/rapportera/"))
    client.post("/logga-ut/")
    client.cookies["sessionid"] = live
    assert leads_to_sign_in(client.get("/rapportera/"))
    assert not Session.objects.filter(session_key=live).exists()


def leads_to_sign_in(response):
    return response.status_code == 302 and response["Location"] == "/logga-in/?next=/rapportera/"


@attack(
    105,
    "words of one's own choice on a page beside a secret, thirty times right and thirty times wrong, for the length of "
    "the compressed answer to tell which",
    "Each answer is longer by a random number of bytes: the lengths of right and wrong ones lie among each other.",
)
def test_the_length_of_a_page_tells_no_secret(client, world, cast):
    secret, other = "Hemligt mål om växthuset", "Xqzwvk jfy pb gmrdnålist"
    a_goal(world.plan, name=secret)
    client.force_login(cast.controller)
    address = f"/planer/socialnamnden/{world.plan.slug}/indikatorer/"

    def lengths(guess):
        asked = [client.get(address, {"text": guess}, headers={"Accept-Encoding": "gzip"}) for _time in range(30)]
        assert {each["Content-Encoding"] for each in asked} == {"gzip"}
        return [len(each.content) for each in asked]

    right, wrong = lengths(secret), lengths(other)
    assert len(set(right)) > 10
    assert max(right) > min(wrong)
