"""What is answered while the database does not: kept public pages to everyone, a page in words for the rest."""

import errno
import sqlite3

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve

from followup.core.models import User
from followup.core.troubles import Trouble, trouble_of
from followup.core.views.fault import trouble_page
from reports.commands.withdrawal import withdraw
from reports.standby import StandbyFolder, standby
from reports.views.reading import standby_keeper
from reports.views.reading.standby_keeper import look, published_state
from reports.views.reading.standing_in import StandIn
from tests.versions import a_version

PATH = "/namnden/rapporten/"
PAGE = b"<html><body><h1>Rapporten</h1></body></html>"


class Site:
    """The middleware around a view whose answer can be changed, with a folder and clocks of its own."""

    def __init__(self, root):
        self.asked, self.now, self.user, self.trouble = 0, 1000.0, AnonymousUser(), None
        self.status, self.headers = 200, {"Content-Type": "text/html; charset=utf-8", "ETag": '"a"'}
        self.after = lambda response: None
        self.folder = StandbyFolder(root / "standby", clock=lambda: self.now)
        self.folder.confirm("1")
        self.middleware = StandIn(self._answer, self.folder, clock=lambda: self.now)

    def _answer(self, request):
        self.asked += 1
        if self.trouble:
            return trouble_page(request, self.trouble)
        request.user, request.resolver_match = self.user, resolve(request.path_info)
        response = HttpResponse(PAGE, status=self.status, headers=self.headers)
        self.after(response)
        return response

    def get(self, path=PATH, method="get", **headers):
        return self.middleware(WSGIRequest(getattr(RequestFactory(headers=headers), method)(path).environ))

    def gone(self, seconds=2, **asked):
        """What is answered when the database is gone, so long after it last confirmed what is kept."""
        self.now += seconds
        self.trouble = Trouble.GONE
        return self.get(**asked)


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


def test_a_page_that_was_shown_is_shown_again_with_words_that_it_may_be_old(site):
    site.get()
    response = site.gone()
    assert response.status_code == 200
    assert "sparad kopia" in response.content.decode()
    assert "<h1>Rapporten</h1>" in response.content.decode()
    assert (response["Cache-Control"], response["Age"], response.has_header("ETag")) == ("no-store", "2", False)


def test_a_file_is_the_same_bytes(site):
    site.headers = {"Content-Type": "application/pdf"}
    path = "/namnden/rapporten/v1/rapporten.pdf"
    site.get(path)
    assert site.gone(path=path).content == PAGE


def test_who_is_signed_in_gets_what_everybody_may_read(site):
    site.get()
    assert site.gone(cookie="sessionid=abc").status_code == 200


@pytest.mark.parametrize(
    "asked",
    [{"cookie": "sessionid=abc"}, {"authorization": "Basic x"}, {"hx_request": "true"}, {"path": f"{PATH}?x=1"}],
)
def test_what_was_asked_for_by_somebody_or_in_part_is_never_kept(site, asked):
    site.get(**asked)
    assert site.gone().status_code == 503


def test_what_a_person_sees_is_never_kept(site):
    site.user = User(username="anna")
    site.get()
    assert site.gone().status_code == 503


def test_an_answer_with_a_cookie_is_never_kept(site):
    site.after = lambda response: response.set_cookie("a", "b")
    site.get()
    assert site.gone().status_code == 503


def test_a_page_that_is_no_readers_page_is_never_kept(site):
    site.get("/oversikt/")
    assert site.gone(path="/oversikt/").status_code == 503


def test_what_is_withdrawn_when_it_is_asked_for_is_kept_no_more(site):
    site.get()
    site.status = 410
    site.get()
    assert site.gone().status_code == 503


def test_it_is_not_shown_when_nobody_has_confirmed_it_for_too_long(site, settings):
    site.get()
    assert site.gone(settings.SECONDS_STANDBY + 1).status_code == 503


def test_nothing_is_kept_or_shown_where_it_is_switched_off(site, settings):
    site.get()
    settings.SECONDS_STANDBY = 0
    assert site.gone().status_code == 503


def test_what_is_sent_is_told_that_it_was_not_saved(site):
    response = site.gone(method="post")
    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert "Det du skrev är inte sparat" in response.content.decode()


def test_nobody_is_asked_again_for_a_moment_and_then_they_are(site):
    site.get()
    site.gone()
    assert site.asked == 2
    assert [site.get(PATH).status_code, site.get("/oversikt/").status_code] == [200, 503]
    assert site.asked == 2
    site.now, site.trouble = site.now + 1, None
    assert b"sparad kopia" not in site.get().content
    assert site.asked == 3


def test_a_page_that_was_begun_before_everything_was_cleared_is_not_kept(site):
    site.after = lambda response: site.folder.clear() or site.folder.confirm("2")
    site.get()
    assert site.gone().status_code == 503


def test_another_state_of_the_publications_begins_anew(site):
    site.get()
    assert not site.folder.confirm("1")
    assert site.folder.confirm("2")
    assert site.folder.find(PATH) is None


def test_a_folder_that_cannot_be_written_to_stands_in_nobodys_way(tmp_path):
    (tmp_path / "standby").write_text("no folder")
    assert Site(tmp_path).get().status_code == 200


@pytest.fixture
def in_a_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


@pytest.mark.django_db
def test_the_keeper_reads_what_everybody_may_and_once(in_a_folder, world, monkeypatch):
    public = a_version(world.plan, None)
    a_version(world.plan, None, audience="members")
    read = []
    monkeypatch.setattr(standby_keeper, "_read", lambda application, path: read.append(path))
    assert look(None)
    assert "/" in read
    assert f"/socialnamnden/{public.slug}/" in read
    assert len([path for path in read if "/v" in path and path.endswith("/")]) == 1
    assert not look(None)


@pytest.mark.django_db
def test_withdrawing_leaves_nothing_to_be_shown(in_a_folder, world, cast, django_capture_on_commit_callbacks):
    version = a_version(world.plan, None)
    standby().confirm(published_state())
    standby().keep(standby().generation(), PATH, {}, PAGE)
    before = published_state()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(publication=version, reason="Fel siffror.", by=cast.controller)
    assert standby().find(PATH) is None
    assert published_state() != before


class Fault(Exception):
    def __init__(self, **told):
        vars(self).update(told)


def fault_because(kind, **told):
    fault = kind("words")
    fault.__cause__ = Fault(**told)
    return fault


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (OSError(errno.ENOSPC, "full"), Trouble.FULL),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_FULL"), Trouble.FULL),
        (fault_because(OperationalError, sqlstate="53100"), Trouble.FULL),
        (fault_because(OperationalError, sqlstate="57P01"), Trouble.GONE),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_BUSY"), Trouble.GONE),
        (InterfaceError("connection already closed"), Trouble.GONE),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_ERROR"), None),
        (OSError(errno.ENOENT, "none"), None),
        (ValueError(), None),
        (None, None),
    ],
)
def test_trouble_is_told_from_a_fault_of_ours(fault, trouble):
    assert trouble_of(fault) is trouble


def test_sqlite_names_its_errors():
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(":memory:").execute("SELECT * FROM missing")
    assert caught.value.sqlite_errorname == "SQLITE_ERROR"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (fault_because(OperationalError, sqlstate="57P01"), 503, "Databasen svarar inte"),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_FULL"), 507, "Det finns inte plats kvar"),
        (ValueError(), 500, "Något gick fel hos oss"),
    ],
)
def test_a_fault_in_a_view_becomes_a_page_in_words(in_a_folder, monkeypatch, fault, status, words):
    def fail(_user):
        raise fault

    monkeypatch.setattr("reports.views.reading.start.listed_committees", fail)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == status
    assert words in response.content.decode()
