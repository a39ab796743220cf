"""Answers that are kept: nobody is given another's page, and nobody chooses what others get."""

import pytest

from reports.choices import Audience
from reports.commands.publishing import publish
from reports.views.reading.kept_answers import MOST_BYTES
from reports.views.reading.kept_pages import KEPT
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, answer_to, sign_in
from tests.attacks.attack import attack

GOALS = "/socialnamnden/mal/"
"""A page that is kept."""


@pytest.fixture
def kept(settings):
    settings.SECONDS_PAGES_ARE_KEPT = 3600
    KEPT._kept.clear()
    yield KEPT
    KEPT._kept.clear()


def without_id(response):
    """The headers but for the id of the request, which is each request's own."""
    return {name: value for name, value in response.items() if name != "X-Request-ID"}


@attack(
    1101,
    "a person's page asked for with endings of files and other additions, to be kept for all: `/x.css`, `;.js`, "
    "`%0a.png`, a second slash, `?.ico`",
    "What is answered in a session is `private` or `no-store` at least unless it is the same for all, and is never "
    "kept in the process; such addresses are 404, and what stands behind a question mark makes no file of a page.",
)
def test_nothing_of_ones_own_is_kept(client, cast, place, kept):
    sign_in(client, cast.superuser)
    faults = {}
    for name, rule in MATRIX.items():
        if rule.method != "get":
            continue
        url = address(name, place)
        for ending in ("", "?.ico"):
            response = answer_to(client, "get", url + ending)
            if not is_ones_own_alone(response) and (shows(response, cast.superuser) or not is_for_all(name)):
                faults[name, ending] = response.get("Cache-Control")
        for ending in ("x.css", ";.js", "%0a.png", "a/b.css", "/" if url != "/" else "x/"):
            status = client.get(url + ending, follow=True).status_code  # a slash may be added first
            if status != 404:
                faults[name, ending] = status
    assert faults == {}
    assert not any(str(cast.superuser).encode() in each.content for each in kept._kept.values())


def is_ones_own_alone(response):
    return not {"private", "no-store"}.isdisjoint(response.get("Cache-Control", "").split(", "))


def is_for_all(name):
    return name.startswith(("reading:", "core:", "operations:"))


def shows(response, person):
    return b"Logga ut" in response.content or str(person).encode() in response.content


@attack(
    1102,
    "headers that are not part of what an answer is kept by, sent with the first request for a page: forwarded host, "
    "scheme, port and prefix, language, `HX-Request`, `Range`, method overrides, another `Accept`",
    "They change nothing in the answer that is kept, or the answer is not kept.",
)
def test_nobody_poisons_what_others_are_given(client, cast, place, kept):
    publish(report=place.report, audience=Audience.PUBLIC, change_note="x", accept_warnings=True, by=cast.controller)
    client.logout()
    evil = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Port": "666",
        "X-Forwarded-Prefix": "/evil",
        "X-Forwarded-Scheme": "nothttps",
        "X-Original-URL": "/evil",
        "X-HTTP-Method-Override": "DELETE",
        "Accept-Language": "evil",
        "Accept": "evil/evil",
        "User-Agent": "evil",
        "Origin": "https://evil.example",
        "Referer": "https://evil.example",
    }
    paths = (
        GOALS,
        "/",
        "/socialnamnden/",
        "/socialnamnden/delar-2017/",
        "/data/v1/reports",
        "/floden/alla.atom",
        "/sitemap.xml",
    )
    for path in paths:
        kept._kept.clear()
        clean = client.get(path)
        kept._kept.clear()
        first = client.get(path, headers=evil)
        second = client.get(path)
        assert first.content == clean.content == second.content, path
        assert without_id(second) == without_id(clean), path
    client.get(GOALS)
    assert kept._kept
    for own in ({"Range": "bytes=0-1"}, {"HX-Request": "true"}, {"Authorization": "Basic x"}, {"Cookie": "a=b"}):
        kept._kept.clear()
        client.get(GOALS, headers=own)
        assert not kept._kept, own


@attack(
    1103,
    "a members' version, or a page with a person's name on it, asked for by a member first and by anybody afterwards",
    "Only answers to requests without a cookie are kept, and only those that are the same for all.",
)
def test_a_members_page_is_not_left_for_the_next(client, cast, place, kept):
    sign_in(client, cast.controller)
    assert client.get("/socialnamnden/delar-2017/").status_code == 200
    named = ("/", "/socialnamnden/", "/sok/?q=m%C3%A5l", GOALS)
    for page in named:
        assert shows(client.get(page), cast.controller), page
    client.logout()
    client.cookies.clear()
    for page in named:
        for _ in ("made", "kept"):
            assert not shows(client.get(page), cast.controller), page
    assert len(kept._kept) == 1  # the list of goals, which is the same for all
    assert client.get("/socialnamnden/delar-2017/").status_code == 404
    assert client.get("/socialnamnden/delar-2017/v1/delar-2017.json").status_code == 404


@attack(
    1104,
    "the kept answers filled with addresses that differ in what is asked, up to their bound, which is set low",
    f"At most {MOST_BYTES // 1024**2} MB are kept in a process; what was asked for longest ago goes first.",
)
def test_what_is_kept_has_a_bound(client, world, kept, monkeypatch):
    monkeypatch.setattr("reports.views.reading.kept_answers.MOST_BYTES", 100_000)
    for number in range(60):
        client.get(f"{GOALS}?{number}")
    asked = [address[-1] for address in kept._kept]
    assert 1 < len(asked) < 60
    assert asked == [str(number) for number in range(60 - len(asked), 60)]
    assert sum(each.size for each in kept._kept.values()) <= 100_000
