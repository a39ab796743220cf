"""What a worker does: the work once, with what came of it or why nothing did."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from followup.core.models import Membership
from reports.choices import Audience, JobStep
from reports.commands.jobs import draft_pdf, hold
from reports.commands.jobs.asking import ask_for_draft_pdf, ask_to_publish, move_publication
from reports.commands.jobs.draft_pdf import current_draft_pdf
from reports.commands.jobs.hold import Hold, HoldLost
from reports.commands.jobs.publication import make_publication
from reports.commands.jobs.queue import carry_out, do_job
from reports.commands.publishing import publish
from reports.models import DraftPdf, Job, Publication, PublicationFile, Section
from reports.render import RENDERERS, Format
from tests.builders import a_job, a_report, a_section


@pytest.fixture
def report(world, light_pdf):
    report = a_report(world.round, title="Delårsrapport")
    a_section(report, content="<p>Så gick det.</p>")
    return report


def ask(report, by, **overrides):
    values = {"audience": Audience.MEMBERS, "change_note": "", "key": uuid4()}
    return ask_to_publish(report=report, by=by, now=timezone.now(), **values | overrides)


def take(job):
    return Hold.take(job_id=job.pk, worker="arbetaren", now=timezone.now())


def test_a_publication_is_made_as_the_person_who_asked(report, cast, work_off):
    job = ask(report, cast.controller)
    work_off()
    job.refresh_from_db()
    publication = Publication.objects.get()
    assert (job.state, job.publication, job.worker, job.fault) == ("done", publication, "", "")
    assert (publication.audience, publication.published_by) == ("members", cast.controller)
    assert publication.files.count() == 6
    assert job.started_at <= job.finished_at


def test_it_tells_of_every_step_in_order(report, cast, monkeypatch):
    monkeypatch.undo()  # with the real PDF
    told = []
    monkeypatch.setattr(Hold, "_write", lambda self, **values: told.append((values.get("step"), values.get("done"))))
    monkeypatch.setattr(hold, "SECONDS_BETWEEN_WRITES", 0)
    carry_out(take(ask(report, cast.controller)))
    steps = [step for step, _ in told if step]
    assert list(dict.fromkeys(steps)) == list(JobStep)
    assert ("layout", 1) in told


def test_what_a_page_costs_to_tell_of_is_bounded(report, cast):
    held = take(ask(report, cast.controller))
    with CaptureQueriesContext(connection) as captured:
        for page in range(200):
            held.tell(JobStep.LAYOUT, page)
    assert len([query for query in captured if query["sql"].startswith("UPDATE")]) < 5


def test_the_pages_of_last_time_are_expected(report):
    a_job(report, kind="draft_pdf", state="done", pages=62, finished_at=timezone.now())
    job = a_job(report)
    take(job).tell(JobStep.LAYOUT, 18)
    job.refresh_from_db()
    assert (job.step, job.done, job.total) == ("layout", 18, 62)


def test_only_one_begins(report):
    job = a_job(report)
    assert take(job) is not None
    assert take(job) is None


def test_who_has_lost_the_hold_stores_nothing(report, cast):
    job = ask(report, cast.controller)
    lost = take(job)
    Job.objects.update(state="queued")
    found = take(job)
    with pytest.raises(HoldLost):
        make_publication(lost)
    assert not Publication.objects.exists()
    make_publication(found)
    assert Publication.objects.count() == 1


def test_the_hold_is_asked_for_in_the_transaction_that_stores(report, cast, monkeypatch):
    job = ask(report, cast.controller)
    held = take(job)
    monkeypatch.setattr(Hold, "tell", lambda *_: None)
    Job.objects.update(attempts=2)
    with pytest.raises(HoldLost):
        make_publication(held)
    assert not Publication.objects.exists()
    assert not PublicationFile.objects.exists()


def test_a_job_that_is_done_is_left_alone(report, cast, work_off):
    job = ask(report, cast.controller)
    do_job.enqueue(job.pk)
    work_off()
    assert Publication.objects.count() == 1
    assert Job.objects.get().attempts == 1


def test_a_version_that_was_published_otherwise_is_not_made_twice(report, cast, work_off):
    job = ask(report, cast.controller)
    publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.administrator)
    work_off()
    job.refresh_from_db()
    assert job.state == "failed"
    assert "Version 1 har redan publicerats på annat sätt" in job.fault
    assert Publication.objects.count() == 1


def test_warnings_that_came_later_stop_it(report, cast, work_off):
    job = ask(report, cast.controller)
    a_section(report, title="Tomt")
    work_off()
    job.refresh_from_db()
    assert (job.state, job.fault) == ("failed", "Rapporten kan inte publiceras än: 1 brist återstår.")
    assert not Publication.objects.exists()


def test_errors_that_came_later_stop_it(report, cast, work_off):
    job = ask(report, cast.controller)
    Section.objects.all().delete()
    work_off()
    job.refresh_from_db()
    assert "kan inte publiceras än" in job.fault


def test_who_may_no_longer_publish_publishes_nothing(report, cast, work_off):
    job = ask(report, cast.controller)
    Membership.objects.filter(user=cast.controller).delete()
    work_off()
    job.refresh_from_db()
    assert job.fault == f"{cast.controller} får inte längre publicera nämndens rapporter."


def test_what_nobody_thought_of_is_told_without_its_innards(report, cast, work_off, monkeypatch, caplog):
    def broken(document):
        raise RuntimeError("hemligt")

    monkeypatch.setitem(RENDERERS, Format.PDF, broken)
    job = ask(report, cast.controller)
    work_off()
    job.refresh_from_db()
    assert job.state == "failed"
    assert job.fault.startswith("Ett oväntat fel uppstod.")
    assert "hemligt" in caplog.text


def test_a_scheduled_publication_waits_for_its_time_and_shows_what_stands_then(report, cast, work_off, time_machine):
    time_machine.move_to(datetime(2026, 11, 26, 9, 0, tzinfo=UTC))
    ask(report, cast.controller, due_at=datetime(2026, 11, 27, 7, 0, tzinfo=UTC))
    work_off()
    assert not Publication.objects.exists()
    report.title = "Rättad titel"
    report.save()
    time_machine.move_to(datetime(2026, 11, 27, 7, 0, 5, tzinfo=UTC))
    work_off()
    assert Publication.objects.get().title == "Rättad titel"


def test_what_was_moved_is_done_at_the_new_time_alone(report, cast, work_off, time_machine):
    at = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    time_machine.move_to(at)
    job = ask(report, cast.controller, due_at=at + timedelta(hours=1))
    move_publication(job=job, due_at=at + timedelta(hours=3), now=at, by=cast.controller)
    time_machine.move_to(at + timedelta(hours=2))
    work_off()
    assert not Publication.objects.exists()
    time_machine.move_to(at + timedelta(hours=4))
    work_off()
    assert Publication.objects.count() == 1


def test_a_draft_is_laid_out_once_until_something_changes(report, cast, work_off, monkeypatch):
    made = []
    monkeypatch.setitem(RENDERERS, Format.PDF, lambda document: made.append(document.title) or b"%PDF-")
    for title in ("Delårsrapport", "Delårsrapport", "Annan titel"):
        report.title = title
        report.save()
        ask_for_draft_pdf(report=report, key=uuid4(), now=timezone.now(), by=cast.controller)
        work_off()
        assert current_draft_pdf(report) is not None
    assert made == ["Delårsrapport", "Annan titel"]
    assert DraftPdf.objects.count() == 1
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


def test_a_draft_of_another_look_is_another_draft(report, world):
    document = draft_pdf.build_report(report)
    before = draft_pdf.fingerprint(document)
    world.committee.municipality.accent = "#7a1f2b"
    world.committee.municipality.save()
    report.committee.refresh_from_db()
    assert draft_pdf.fingerprint(draft_pdf.build_report(type(report).objects.get(pk=report.pk))) != before
