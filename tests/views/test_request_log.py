"""The line that each request leaves, and that none of them tells of anybody."""

import json
import logging
from uuid import uuid4

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from followup.core.logs.lines import formatter
from followup.core.logs.redaction import RouteForPath
from reports.choices import SubjectKind
from reports.commands.jobs.queue import do_job, enqueue
from reports.models import CalendarAddress, Job
from tests.builders import a_report, a_section

THE_PROXYS = "0123456789abcdef0123456789abcdef"


class Written:
    """What the handler of the settings would have written, at the most talkative level."""

    def __init__(self):
        self.texts = []
        self.handler = logging.Handler(logging.DEBUG)
        self.handler.setFormatter(formatter(as_json=True))
        self.handler.addFilter(RouteForPath())
        self.handler.emit = lambda record: self.texts.append(self.handler.format(record))

    @property
    def lines(self):
        return [json.loads(text) for text in self.texts]

    def requests(self):
        return [line for line in self.lines if line["event"] == "request"]


@pytest.fixture
def written():
    log, root = Written(), logging.getLogger()
    level = root.level
    root.addHandler(log.handler)
    root.setLevel(logging.DEBUG)
    yield log
    root.removeHandler(log.handler)
    root.setLevel(level)


def test_a_request_leaves_one_line_by_the_name_of_its_route(client, world, written):
    response = client.get("/sok/?q=Anna")
    (line,) = written.requests()
    assert line["request_id"] == response["X-Request-ID"]
    assert (line["method"], line["route"], line["status"]) == ("GET", "reading:search", 200)
    assert line["queries"] > 0
    assert line["ms"] >= line["query_ms"] >= 0


def test_what_is_refused_before_there_is_a_route_has_a_line_too(client, db, written):
    client.get("/", headers={"host": "somebody.example"})
    client.generic("SMUGGLE", "/logga-in/")
    client.get("/finns-inte/alls/")
    assert [(line["method"], line["route"], line["status"]) for line in written.requests()] == [
        ("GET", "-", 400),
        ("-", "login", 405),
        ("GET", "reading:report", 404),
    ]
    assert not [line for line in written.lines if line["logger"] == "django.request"]


@pytest.mark.parametrize(("is_behind", "given", "is_kept"), [(True, THE_PROXYS, True), (False, THE_PROXYS, False)])
def test_the_proxys_id_is_taken_over_only_behind_one(client, db, settings, is_behind, given, is_kept):
    settings.BEHIND_PROXY = is_behind
    response = client.get(reverse("login"), headers={"x-request-id": given})
    assert (response["X-Request-ID"] == given) is is_kept


def test_a_job_is_done_under_the_id_of_the_request_that_asked_for_it(client, cast, world, written, light_pdf, work_off):
    report = a_report(world.round)
    a_section(report, content="<p>Text.</p>")
    client.force_login(cast.controller)
    response = client.post(reverse("reports:draft_pdf", args=[report.pk]), {"key": str(uuid4())})
    assert DBTaskResult.objects.get(task_path=do_job.module_path).args_kwargs["args"][1] == response["X-Request-ID"]
    enqueue(Job.objects.get())  # as when its worker is lost: whoever puts it back is in no request
    assert {each.args_kwargs["args"][1] for each in DBTaskResult.objects.all()} == {response["X-Request-ID"]}
    work_off()
    (line,) = [line for line in written.lines if line["event"] == "job ended"]
    assert (line["request_id"], line["kind"]) == (response["X-Request-ID"], "draft_pdf")


def test_an_ordinary_day_writes_nothing_about_anybody(client, cast, world, written, settings, monkeypatch):
    """Signing in, wrong and right, searching, answering, subscribing, secret addresses, and a fault in the middle."""
    settings.BEHIND_PROXY = True
    person = cast.controller
    person.first_name, person.last_name, person.email = "Ottilia", "Zetterqvist", "ottilia.z@kommun.example"
    person.set_password("hemligt-losen-ord")
    person.save()
    calendar = CalendarAddress.objects.create(user=person, made_at="2026-01-01T00:00Z")
    secret = ["Ottilia", "Zetterqvist", "ottilia.z", "hemligt-losen-ord", "203.0.113.9", calendar.secret, "Sökordet"]
    secret += ["lasare@brev.example", "Kommentaren", "fel-losen", person.username, "Gecko"]
    as_seen = {"headers": {"x-forwarded-for": "203.0.113.9", "user-agent": "Gecko"}, "REMOTE_ADDR": "203.0.113.9"}
    client.post(reverse("login"), {"login": person.username, "password": "fel-losen"}, **as_seen)
    client.post(reverse("login"), {"login": person.username, "password": "hemligt-losen-ord"}, **as_seen)
    client.get(reverse("reading:search"), {"q": "Sökordet Zetterqvist"}, **as_seen)
    client.post(
        reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, SubjectKind.GOAL, world.goals[0].pk]),
        {"status": "achieved", "comment": "Kommentaren om Ottilia", "version": "0"},
        **as_seen,
    )
    committee = world.committee.slug
    client.post(reverse("reading:subscribe"), {"address": "lasare@brev.example", "committees": committee}, **as_seen)
    client.get(reverse("reading:own_calendar", args=[person.pk, calendar.secret]), **as_seen)
    client.get(f"/kalender/{person.pk}/{calendar.secret}x/ottilia.z@kommun.example", **as_seen)
    client.get("/", headers={"host": "ottilia.z.example"})

    def fails(*_args, **_kwargs):
        raise ValueError(f"'{person.last_name}' and ”{person.first_name}”, {person.email}")

    monkeypatch.setattr("reports.views.search.page.render", fails)
    client.raise_request_exception = False
    assert client.get(reverse("reading:search"), {"q": "Sökordet"}, **as_seen).status_code == 500
    assert [line["status"] for line in written.requests()] == [200, 302, 200, 302, 302, 200, 404, 400, 500]
    assert any("ValueError: […] and […], [e-mail]" in line.get("exception", "") for line in written.lines)
    text = "\n".join(written.texts)
    assert [each for each in secret if each.lower() in text.lower()] == []
