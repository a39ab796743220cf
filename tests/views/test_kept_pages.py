"""What readers who are not signed in are answered with for a moment, and what is always looked up."""

import gzip

import brotli
import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.test import RequestFactory

from followup.core.models import User
from reports.views.reading import kept_answers
from reports.views.reading.kept_answers import KeptAnswers
from reports.views.reading.kept_pages import KeepPages, KeptFirst, kept_a_moment

LONG = b"<p>Uppf\xc3\xb6ljning</p>" * 100


class Site:
    """An application that counts how often it is asked, with a view whose answer can be changed."""

    def __init__(self, **headers):
        self.asked, self.now, self.user = 0, 0.0, AnonymousUser()
        self.status, self.content = 200, LONG
        self.headers = {"ETag": '"abc"', "Content-Type": "text/html; charset=utf-8"} | headers
        self.after = lambda response: None
        kept = KeptAnswers(clock=lambda: self.now)
        self.middleware = KeepPages(self._answer, kept)
        self.application = KeptFirst(self._application, kept)

    def _answer(self, request):
        self.asked += 1
        request.user = self.user
        view = kept_a_moment(lambda _: HttpResponse(self.content, status=self.status, headers=self.headers))
        response = view(request)
        self.after(response)
        return response

    def _application(self, environ, start_response):
        response = self.middleware(WSGIRequest(environ))
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response

    def get(self, path="/a/", method="get", **headers):
        """The answer as a response, whichever of the two gave it."""
        told = []
        environ = getattr(RequestFactory(headers=headers), method)(path).environ
        body = b"".join(self.application(environ, lambda *status_and_headers: told.append(status_and_headers)))
        ((status, headers),) = told
        return HttpResponse(body, status=int(status.split()[0]), headers=dict(headers))


@pytest.fixture(autouse=True)
def a_second(settings):
    settings.SECONDS_PAGES_ARE_KEPT = 1


def test_it_is_asked_for_once_in_a_moment_and_then_anew():
    site = Site()
    assert [site.get().content for _ in range(3)] == [LONG] * 3
    assert site.asked == 1
    site.now, site.content = 1.0, b"nytt"
    assert (site.get().content, site.asked) == (b"nytt", 2)


def test_what_is_gone_after_a_moment_is_gone():
    site = Site()
    site.get()
    site.now, site.status, site.content = 1.0, 410, b"avpublicerad"
    assert [site.get().status_code for _ in range(2)] == [410, 410]
    assert site.asked == 3


def test_each_address_with_its_query_and_each_host_has_its_own():
    site = Site()
    for path, host in (("/a/", "a.example"), ("/a/?x=1", "a.example"), ("/b/", "a.example"), ("/a/", "b.example")):
        site.get(path, host=host)
    assert site.asked == 4


def test_nothing_is_kept_where_it_is_switched_off(settings):
    settings.SECONDS_PAGES_ARE_KEPT = 0
    site = Site()
    site.get(), site.get()
    assert site.asked == 2


def test_who_sends_a_cookie_is_looked_up_every_time_and_never_given_what_is_kept():
    site = Site()
    site.get()
    site.content = b"bara mitt"
    assert site.get(cookie="sessionid=abc").content == b"bara mitt"
    assert site.get().content == LONG


def test_an_answer_to_a_person_is_not_kept():
    site = Site()
    site.user = User(username="anna")
    site.get(), site.get()
    assert site.asked == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda response: response.set_cookie("a", "b"),
        lambda response: response.headers.__setitem__("Content-Encoding", "x"),
    ],
    ids=["cookie", "encoding"],
)
def test_an_answer_with_a_cookie_or_an_encoding_of_its_own_is_not_kept(change):
    site = Site()
    site.after = change
    site.get(), site.get()
    assert site.asked == 2


def test_a_static_file_is_left_to_those_who_serve_it():
    site = Site()
    site.get("/static/a.css"), site.get("/static/a.css")
    assert site.asked == 2


def test_only_get_is_answered_from_what_is_kept():
    site = Site()
    site.get()
    site.get(method="head"), site.get(method="post")
    assert site.asked == 3


@pytest.mark.parametrize(
    ("accepted", "encoding", "decoded"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, deflate", None, bytes),
        ("", None, bytes),
    ],
)
def test_it_is_compressed_as_the_reader_takes_it(accepted, encoding, decoded):
    response = Site().get(accept_encoding=accepted)
    assert response.get("Content-Encoding") == encoding
    assert decoded(response.content) == LONG
    assert "Accept-Encoding" in response["Vary"]


@pytest.mark.parametrize(("kind", "content"), [("application/pdf", LONG), ("text/html", b"kort")])
def test_what_gains_nothing_by_it_is_not_compressed(kind, content):
    site = Site(**{"Content-Type": kind})
    site.content = content
    response = site.get(accept_encoding="br")
    assert (response.get("Content-Encoding"), response.content) == (None, content)


@pytest.mark.parametrize("accepted", ["br", ""])
def test_who_has_it_already_is_told_so(accepted):
    site = Site()
    etag = site.get(accept_encoding=accepted)["ETag"]
    known = site.get(accept_encoding=accepted, if_none_match=etag)
    assert (known.status_code, known.content, known["ETag"], site.asked) == (304, b"", etag, 1)
    assert site.get(accept_encoding=accepted, if_none_match='"gammal"').status_code == 200


def test_who_asks_first_and_has_it_already_keeps_it_for_the_others_too():
    site = Site()
    assert site.get(if_none_match='"abc"').status_code == 304
    assert (site.get().content, site.asked) == (LONG, 1)


def test_what_may_not_be_kept_is_still_answered_by_304():
    site = Site()
    site.user = User(username="anna")
    assert site.get(if_none_match='"abc"').status_code == 304


def test_what_was_asked_for_longest_ago_goes_first_where_there_is_no_room(monkeypatch):
    monkeypatch.setattr(kept_answers, "MOST_BYTES", 2 * len(LONG))
    site = Site()
    for path in ("/a/", "/b/", "/c/"):
        site.get(path)
    site.get("/c/"), site.get("/b/")
    assert site.asked == 3
    site.get("/a/")
    assert site.asked == 4


def test_the_same_bytes_are_not_compressed_anew(monkeypatch):
    site = Site()
    site.get(accept_encoding="gzip")
    monkeypatch.setitem(kept_answers._ENCODINGS, "gzip", lambda content: pytest.fail("compressed anew"))
    site.now = 1.0
    assert site.get(accept_encoding="gzip")["Content-Encoding"] == "gzip"
