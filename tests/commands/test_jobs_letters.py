"""The letters to whoever scheduled a publication."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from reports.choices import Audience
from reports.commands.jobs.asking import ask_to_publish
from reports.commands.jobs.queue import do_job
from reports.models import Job, Publication, Section
from tests.builders import a_job, a_report, a_section


@pytest.fixture
def report(world, light_pdf):
    report = a_report(world.round, title="Delårsrapport")
    a_section(report, content="<p>Så gick det.</p>")
    return report


def ask(report, by, **overrides):
    values = {"audience": Audience.MEMBERS, "change_note": "", "key": uuid4()}
    return ask_to_publish(report=report, by=by, now=timezone.now(), **values | overrides)


@pytest.fixture
def scheduled(report, cast, time_machine, settings):
    """A publication asked for by the controller, who has an address; its time has come."""
    settings.SITE_URL = "https://uppfoljning.example"
    cast.controller.email = "controller@example.com"
    cast.controller.save()
    at = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    time_machine.move_to(at)
    job = ask(report, cast.controller, due_at=at + timedelta(hours=1))
    time_machine.move_to(at + timedelta(hours=2))
    return job


def test_who_scheduled_gets_a_letter_when_it_could_not_be_done(report, scheduled, work_off):
    Section.objects.all().delete()
    work_off()
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (["controller@example.com"], "Rapporten publicerades inte: Delårsrapport")
    assert "26 november 2026 kl. 11.00" in letter.body
    assert f"https://uppfoljning.example/rapporter/{report.pk}/arbete/{scheduled.pk}/" in letter.body


def test_who_scheduled_gets_a_letter_when_it_is_published(report, scheduled, work_off):
    work_off()
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (["controller@example.com"], "Rapporten är publicerad: Delårsrapport")
    assert "Version 1 av ”Delårsrapport” publicerades 26 november 2026 kl. 12.00" in letter.body
    assert "Läsare: nämndens ledamöter." in letter.body
    assert f"https://uppfoljning.example/socialnamnden/{report.slug}/v1/" in letter.body
    assert letter.extra_headers == {"Auto-Submitted": "auto-generated"}


def test_a_letter_that_cannot_be_sent_takes_nothing_back(scheduled, work_off, monkeypatch, caplog):
    def broken(self, fail_silently=False):
        raise OSError("hemligt")

    monkeypatch.setattr(mail.EmailMessage, "send", broken)
    work_off()
    scheduled.refresh_from_db()
    assert scheduled.state == "done"
    assert "was not sent: OSError" in caplog.text
    assert "hemligt" not in caplog.text


def test_no_letter_is_sent_of_what_one_waits_for_nor_without_an_address(report, cast, work_off, settings):
    cast.controller.email = "controller@example.com"
    cast.controller.save()
    ask(report, cast.controller)
    work_off()
    do_job.enqueue(a_job(report, version=9, asked_by=cast.controller).pk)
    work_off()
    cast.administrator.email = ""
    cast.administrator.save()
    a_job(report, version=2, change_note="Ny.", due_at=timezone.now(), asked_by=cast.administrator)
    do_job.enqueue(Job.objects.get(version=2).pk)
    work_off()
    assert Publication.objects.count() == 2
    assert not mail.outbox
