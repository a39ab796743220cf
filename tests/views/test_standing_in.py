"""What is answered while the database does not: kept public pages to everyone, a page in words for the rest."""

from io import BytesIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.db import InterfaceError
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from followup.core.models import User
from followup.core.troubles import Trouble
from followup.core.views.fault import trouble_page
from reports.commands.withdrawal import withdraw
from reports.standby import StandbyFolder, standby
from reports.views.reading import standby_keeper, standing_in
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
        self.after, self.content = lambda response: None, PAGE
        self.folder = StandbyFolder(root / "standby", clock=lambda: self.now)
        self.folder.confirm("1")
        self.middleware = StandIn(self._answer, self.folder, clock=lambda: self.now)

    def _answer(self, request):
        self.asked += 1
        if self.trouble:
            return trouble_page(request, self.trouble)
        request.user, request.resolver_match = self.user, resolve(request.path_info)
        kind = FileResponse if isinstance(self.content, BytesIO) else HttpResponse
        response = kind(self.content, status=self.status, headers=self.headers)
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


@pytest.mark.parametrize(("suffix", "kind"), [("pdf", "application/pdf"), ("html", "text/html; charset=utf-8")])
def test_a_file_is_the_same_bytes(site, suffix, kind):
    site.headers = {"Content-Type": kind, "Content-Disposition": f'attachment; filename="rapporten.{suffix}"'}
    path = f"/namnden/rapporten/v1/rapporten.{suffix}"
    site.get(path)
    assert site.gone(path=path).content == PAGE


LARGE = "/namnden/rapporten/v1/bilagor/stor.pdf"


def test_a_large_file_is_sent_whole_and_stands_in_after_that(site):
    site.headers = {"Content-Type": "application/pdf", "ETag": '"a"'}
    site.content = BytesIO(PAGE)
    assert b"".join(site.get(LARGE).streaming_content) == PAGE
    assert site.gone(path=LARGE).content == PAGE


def test_a_large_file_is_read_for_keeping_once(site):
    class Counted(BytesIO):
        wholes = 0

        def read(self, size=-1):
            Counted.wholes += size == -1
            return super().read(size)

    site.headers = {"Content-Type": "application/pdf", "ETag": '"a"'}
    for _time in range(3):
        site.content = Counted(PAGE)
        site.get(LARGE)
    assert Counted.wholes == 1


def test_a_file_that_is_too_large_to_keep_is_not_read_for_it(site, monkeypatch):
    monkeypatch.setattr(standing_in, "LARGEST", len(PAGE) - 1)
    site.headers = {"Content-Type": "application/pdf", "ETag": '"a"'}
    site.content = BytesIO(PAGE)
    assert b"".join(site.get(LARGE).streaming_content) == PAGE
    assert site.gone(path=LARGE).status_code == 503


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


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_withdrawn_when_it_is_asked_for_is_kept_no_more(site, status):
    site.get()
    site.status = status
    site.get()
    assert site.gone().status_code == 503


@pytest.mark.parametrize("status", [304, 500, 503])
def test_what_passes_ends_nothing_that_is_kept(site, status):
    site.get()
    site.status = status
    site.get(if_none_match='"a"')
    assert site.gone().status_code == 200


def test_a_reader_who_knows_the_page_does_not_end_what_is_kept(site):
    site.after = lambda response: setattr(response, "status_code", 200 if site.asked == 1 else 304)
    site.get()
    site.get(if_none_match='"a"')
    assert site.gone().status_code == 200


def test_what_another_process_let_go_is_kept_again_when_it_is_there_again(site):
    site.get()
    site.folder.forget(PATH)
    site.get()
    assert site.gone().status_code == 200


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


def test_who_met_somebody_is_asked_to_try_again_and_everybody_else_is_answered(site):
    site.trouble = Trouble.BUSY
    response = site.get("/oversikt/", method="post")
    assert (response.status_code, response["Retry-After"]) == (503, "1")
    assert "Någon annan använde samma uppgifter" in response.content.decode()
    assert "Databasen svarar inte" not in response.content.decode()
    site.trouble = None
    assert b"sparad kopia" not in site.get().content
    assert site.asked == 2


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


def test_the_keeper_goes_on_whatever_went_wrong(in_a_folder, monkeypatch, caplog):
    looked = []

    def fail(_application, *, anew):
        looked.append(anew)
        raise (InterfaceError, KeyError)[len(looked) - 1]("words")

    def end_after_two(_seconds):
        if len(looked) > 1:
            raise SystemExit

    monkeypatch.setattr(standby_keeper, "_mine_alone", lambda: True)
    monkeypatch.setattr(standby_keeper, "look", fail)
    monkeypatch.setattr(standby_keeper.connection, "close", lambda: None)
    monkeypatch.setattr(standby_keeper.time, "sleep", end_after_two)
    with pytest.raises(SystemExit):
        standby_keeper._go_on(None)
    assert [record.levelname for record in caplog.records] == ["WARNING", "ERROR"]


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
