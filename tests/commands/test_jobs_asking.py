"""Asking for long work: one job however often the button is pressed, moved, called off, asked for again."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent
from reports.choices import Audience
from reports.commands.jobs import asking
from reports.commands.jobs.asking import (
    TimePassed,
    ask_again,
    ask_for_draft_pdf,
    ask_to_publish,
    call_off,
    move_publication,
)
from reports.commands.publishing import ChangeNoteMissing, FindingsRemain, publish
from reports.models import Job, Publication
from tests.builders import a_job, a_report, a_section

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def report(world, light_pdf):
    report = a_report(world.round)
    a_section(report, content="<p>Så gick det.</p>")
    return report


def ask(report, by, **overrides):
    values = {"audience": Audience.PUBLIC, "change_note": "", "key": uuid4(), "now": NOW}
    return ask_to_publish(report=report, by=by, **values | overrides)


def test_the_job_waits_in_the_queue_and_nothing_is_published_yet(report, cast):
    job = ask(report, cast.controller)
    assert (job.kind, job.state, job.version, job.asked_by_name) == ("publication", "queued", 1, str(cast.controller))
    assert [str(task.pk) for task in DBTaskResult.objects.ready()] == [job.task_id]
    assert not Publication.objects.exists()
    event = AuditEvent.objects.get()
    assert (event.action, event.object_type) == ("ordered", "reports.job")


def test_only_those_who_may(report, cast):
    for person in (cast.reader, cast.reporter, cast.approver, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            ask(report, person)
        with pytest.raises(NotAllowed):
            ask_for_draft_pdf(report=report, key=uuid4(), now=NOW, by=person)
    job = a_job(report, due_at=LATER)
    for decide in (
        lambda by: call_off(job=job, now=NOW, by=by),
        lambda by: ask_again(job=job, now=NOW, by=by),
        lambda by: move_publication(job=job, due_at=LATER, now=NOW, by=by),
    ):
        with pytest.raises(NotAllowed):
            decide(cast.approver)


def test_the_same_form_asks_once(report, cast):
    key = uuid4()
    assert ask(report, cast.controller, key=key) == ask(report, cast.controller, key=key)
    assert Job.objects.count() == DBTaskResult.objects.count() == 1


def test_two_requests_with_the_same_form_at_once_ask_once(report, cast, monkeypatch):
    key, enqueue = uuid4(), asking.enqueue

    def meanwhile(job):
        monkeypatch.setattr(asking, "enqueue", enqueue)
        raise IntegrityError

    first = ask(report, cast.controller, key=key)
    monkeypatch.setattr(asking, "enqueue", meanwhile)
    assert (
        asking._store(Job(kind="publication", version=1, audience="public"), report, key, NOW, cast.controller) == first
    )


def test_a_report_has_one_publication_under_way(report, cast):
    ask(report, cast.controller)
    with pytest.raises(CommandRefused, match="pågår redan"):
        ask(report, cast.administrator)
    assert Job.objects.count() == AuditEvent.objects.count() == 1


def test_beside_a_scheduled_one_it_is_said_when_it_comes(report, cast):
    ask(report, cast.controller, due_at=LATER)
    with pytest.raises(CommandRefused, match=r"redan beställd till 27 november 2026 kl. 10.00"):
        ask(report, cast.controller)


def test_a_draft_that_is_under_way_is_shared(report, cast):
    first = ask_for_draft_pdf(report=report, key=uuid4(), now=NOW, by=cast.controller)
    assert ask_for_draft_pdf(report=report, key=uuid4(), now=NOW, by=cast.administrator) == first
    assert not AuditEvent.objects.exists()


def test_what_stops_publishing_stops_asking(report, cast, world):
    empty = a_section(report, title="Tomt")
    with pytest.raises(FindingsRemain):
        ask(report, cast.controller)
    empty.delete()
    with pytest.raises(FindingsRemain):
        ask(a_report(world.round), cast.controller)
    publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)
    with pytest.raises(ChangeNoteMissing):
        ask(report, cast.controller, change_note=" ")
    assert ask(report, cast.controller, change_note="Rättat.").version == 2


@pytest.mark.parametrize("due_at", [NOW, NOW - timedelta(minutes=1)])
def test_a_time_that_has_passed_is_refused(report, cast, due_at):
    with pytest.raises(TimePassed, match="har redan passerat"):
        ask(report, cast.controller, due_at=due_at)
    with pytest.raises(TimePassed):
        move_publication(job=a_job(report, due_at=LATER), due_at=due_at, now=NOW, by=cast.controller)


def test_a_scheduled_publication_is_moved(report, cast):
    job = ask(report, cast.controller, due_at=LATER)
    move_publication(job=job, due_at=LATER + timedelta(hours=2), now=NOW, by=cast.controller)
    job.refresh_from_db()
    assert job.due_at == LATER + timedelta(hours=2)
    assert DBTaskResult.objects.get(pk=job.task_id).run_after == job.due_at
    assert [event.details for event in AuditEvent.objects.order_by("pk")] == [
        {"tidpunkt": "27 november 2026 kl. 10.00"},
        {"tidpunkt": "27 november 2026 kl. 12.00"},
    ]


def test_what_has_begun_is_not_moved(report, cast):
    job = a_job(report, state="running", due_at=NOW)
    with pytest.raises(CommandRefused, match="har redan börjat"):
        move_publication(job=job, due_at=LATER, now=NOW, by=cast.controller)


@pytest.mark.parametrize("state", ["failed", "cancelled"])
def test_what_has_ended_is_not_called_off(report, cast, state):
    job = a_job(report, state=state)
    with pytest.raises(CommandRefused, match="redan avslutat"):
        call_off(job=job, now=NOW, by=cast.controller)
    job.refresh_from_db()
    assert job.state == state
    assert not AuditEvent.objects.exists()


def test_what_is_called_off_makes_room_for_another(report, cast):
    job = ask(report, cast.controller, due_at=LATER)
    call_off(job=job, now=NOW, by=cast.controller)
    job.refresh_from_db()
    assert job.state == "cancelled"
    assert ask(report, cast.controller).state == "queued"
    assert list(AuditEvent.objects.order_by("pk").values_list("action", flat=True)) == [
        "ordered",
        "cancelled",
        "ordered",
    ]


def test_what_failed_is_done_again_for_the_one_who_asks_now(report, cast):
    job = a_job(report, state="failed", fault="Fel.", due_at=NOW, interruptions=2, attempts=4)
    ask_again(job=job, now=LATER, by=cast.administrator)
    job.refresh_from_db()
    assert (job.state, job.fault, job.due_at, job.asked_by) == ("queued", "", None, cast.administrator)
    assert (job.interruptions, job.attempts) == (0, 4)
    with pytest.raises(CommandRefused, match="Bara ett arbete som har misslyckats"):
        ask_again(job=job, now=LATER, by=cast.administrator)


def test_what_failed_is_not_done_again_beside_another(report, cast):
    failed = a_job(report, state="failed", fault="Fel.")
    a_job(report)
    with pytest.raises(CommandRefused, match="pågår redan"):
        ask_again(job=failed, now=NOW, by=cast.controller)


def test_the_job_and_its_place_in_the_queue_go_together(report, cast, monkeypatch):
    def broken(**_):
        raise RuntimeError

    monkeypatch.setattr(asking, "record", broken)
    with pytest.raises(RuntimeError):
        ask(report, cast.controller)
    assert not Job.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"state": "stopped"}, {"step": "lunch"}, {"audience": ""}, {"version": None}, {"state": "done"}]
)
def test_the_database_refuses_what_makes_no_sense(report, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        a_job(report, **wrong)
