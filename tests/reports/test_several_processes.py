"""Two web processes and two workers on one PostgreSQL database: nothing lost between them, and nothing done twice."""

import signal
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from reports.choices import Audience, JobState
from reports.commands.jobs.asking import ask_for_draft_pdf, ask_to_publish
from reports.commands.jobs.queue import enqueue
from reports.models import Job, Publication
from tests.builders import a_report, a_section
from tests.processes import LONGEST_WAIT, Browser, Database

PASSWORD = "ett-langt-losenord"

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="several machines share a PostgreSQL database; SQLite is a file on one"
)


@pytest.fixture
def there(transactional_db, world, cast, tmp_path):
    cast.controller.password = PBKDF2PasswordHasher().encode(PASSWORD, "salt", 1000)
    cast.controller.save()
    return Database(tmp_path)


def reports_to_publish(world, count):
    reports = [a_report(world.round, title=f"Rapport {number}") for number in range(count)]
    for report in reports:
        a_section(report, content="<p>Så gick det.</p>")
    return reports


def wait_until(holds):
    give_up_at = time.monotonic() + LONGEST_WAIT
    while not holds():
        assert time.monotonic() < give_up_at
        time.sleep(0.05)


def test_no_job_is_done_twice_no_session_is_lost_and_what_is_published_is_published_once(there, world, cast):
    *others, asked_twice, scheduled = reports_to_publish(world, 6)
    with there.web() as one, there.web() as another:
        browser = Browser()
        browser.sign_in(one, "controller", PASSWORD)
        assert "Logga ut" in browser.get(another, "/rapporter/")
        assert Session.objects.count() == 1

        # The same report, from two pages that were opened before either was sent, at both processes at once.
        path = f"/rapporter/{asked_twice.pk}/publicera/"
        pages = [browser.get(web, path) for web in (one, another)]
        gate = threading.Barrier(2)

        def press(web, page):
            gate.wait()
            browser.send(web, path, page, audience="public", when="now")

        pressing = [threading.Thread(target=press, args=each) for each in zip((one, another), pages, strict=True)]
        for thread in pressing:
            thread.start()
        for thread in pressing:
            thread.join()
        assert Job.objects.filter(report=asked_twice).count() == 1

        now = timezone.now()
        asked = {"audience": Audience.PUBLIC, "change_note": "", "now": now, "by": cast.controller}
        ask_to_publish(report=scheduled, key=uuid4(), due_at=now + timedelta(seconds=2), **asked)
        for report in others:
            ask_to_publish(report=report, key=uuid4(), **asked)
            ask_for_draft_pdf(report=report, key=uuid4(), now=now, by=cast.controller)

        reader, front = Browser(), f"/{world.committee.slug}/"
        for web in (one, another):
            assert asked_twice.slug not in reader.get(web, front)
        with there.worker(), there.worker():
            there.wait_until(lambda jobs: len(jobs) == 10 and {job[0] for job in jobs} == {"done"})
        assert [job[2] for job in there.jobs()] == [1] * 10
        there.assert_each_published_once_and_whole(6)
        for web in (one, another):
            wait_until(lambda web=web: asked_twice.slug in reader.get(web, front))

        browser.send(another, "/logga-ut/", browser.get(another, "/rapporter/"))
        assert "Logga ut" not in browser.get(one, front)


@contextmanager
def held_up(there, table):
    """Inside, whoever reads the table waits; what is given is how many do."""
    with psycopg.connect(there.url) as holder, psycopg.connect(there.url, autocommit=True) as watcher:
        holder.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        waiting = """
            SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
            WHERE NOT granted AND mode = 'AccessShareLock' AND relation = %s::regclass AND datname = current_database()
        """
        yield lambda: watcher.execute(waiting, [table]).fetchone()[0]
        holder.rollback()


def test_a_web_process_that_is_asked_to_end_answers_what_it_has_begun(there, world):
    answers = []
    with there.web() as web:
        with held_up(there, "core_committee") as waiting:
            asking = threading.Thread(target=lambda: answers.append(Browser().get(web, f"/{world.committee.slug}/")))
            asking.start()
            wait_until(waiting)
            web.process.send_signal(signal.SIGTERM)
            with pytest.raises(Exception, match="timed out"):
                web.process.wait(1)
        asking.join()
        assert web.process.wait(LONGEST_WAIT) == 0
    assert "Socialnämnden" in answers[0]


def test_a_publication_that_two_workers_are_woken_for_is_begun_by_one(there, world, cast):
    (report,) = reports_to_publish(world, 1)
    asked = {"audience": Audience.PUBLIC, "change_note": "", "now": timezone.now(), "by": cast.controller}
    job = ask_to_publish(report=report, key=uuid4(), **asked)
    for _ in range(3):
        enqueue(job)
    with there.worker("--batch") as first, there.worker("--batch") as second:
        assert (first.wait(LONGEST_WAIT), second.wait(LONGEST_WAIT)) == (0, 0)
    job.refresh_from_db()
    assert (job.state, job.attempts, Publication.objects.count()) == (JobState.DONE, 1, 1)
