"""Workers as processes of their own, killed and side by side, on the database that the suite runs on."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from reports.choices import Audience
from reports.commands.jobs.asking import ask_to_publish
from tests.builders import a_report, a_section

ROOT = Path(__file__).resolve().parents[2]
LONGEST_WAIT = 120
SILENT_AFTER = "3"
PARAGRAPH = "<p>" + "Nämnden har under perioden följt arbetet nära och sett hur det har gått. " * 12 + "</p>"


class Database:
    """The test's rows as another process meets them: on SQLite a copy in a file, since the test's own is in memory."""

    def __init__(self, folder):
        settings = connection.settings_dict
        self.file = folder / "arbete.sqlite3"
        self.url = f"sqlite:///{self.file}"
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            with closing(sqlite3.connect(self.file)) as copy:
                connection.connection.backup(copy)
        else:
            user = f"{settings['USER']}:{settings['PASSWORD']}".rstrip(":")
            self.url = f"postgres://{user}@{settings['HOST']}:{settings['PORT'] or 5432}/{settings['NAME']}"

    def ask(self, sql):
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(self.file, timeout=20)) as copy:
                return copy.execute(sql).fetchall()
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()

    def jobs(self):
        return self.ask("SELECT state, step, attempts, publication_id IS NOT NULL FROM reports_job ORDER BY id")

    def wait_until(self, holds):
        give_up_at = time.monotonic() + LONGEST_WAIT
        while not holds(self.jobs()):
            assert time.monotonic() < give_up_at, self.jobs()
            time.sleep(0.05)

    @contextmanager
    def worker(self, *options):
        command = [sys.executable, "manage.py", "work", "--interval", "0.2", "--silent-after", SILENT_AFTER, *options]
        surroundings = os.environ | {"DATABASE_URL": self.url, "VAR_DIR": str(self.file.parent)}
        process = subprocess.Popen(
            command, cwd=ROOT, env=surroundings, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def assert_each_published_once_and_whole(self, count):
        assert self.ask("SELECT COUNT(*) FROM reports_publication") == [(count,)]
        assert self.ask("SELECT COUNT(*) FROM reports_publicationfile") == [(6 * count,)]
        assert self.ask("SELECT COUNT(*) FROM core_auditevent WHERE action = 'published'") == [(count,)]
        assert self.ask("SELECT COUNT(DISTINCT publication_id) FROM reports_job WHERE state = 'done'") == [(count,)]


@pytest.fixture
def database(transactional_db, world, cast, tmp_path):
    """`database(2, paragraphs=3)`: with as many reports whose publication waits."""

    def with_reports(count, paragraphs):
        for _ in range(count):
            report = a_report(world.round)
            a_section(report, content=PARAGRAPH * paragraphs)
            ask_to_publish(
                report=report,
                audience=Audience.PUBLIC,
                change_note="",
                key=uuid4(),
                now=timezone.now(),
                by=cast.controller,
            )
        return Database(tmp_path)

    return with_reports


@pytest.mark.parametrize("step", ["layout", "paper"])
def test_a_worker_that_is_killed_leaves_nothing_half_and_the_next_does_it_once(database, step):
    there = database(1, paragraphs=150)
    with there.worker() as killed:
        there.wait_until(lambda jobs: jobs[0][:2] == ("running", step))
        killed.send_signal(signal.SIGKILL)
        killed.wait()
    assert there.jobs()[0][0] == "running"
    assert there.ask("SELECT COUNT(*) FROM reports_publication") == [(0,)]
    assert there.ask("SELECT COUNT(*) FROM reports_publicationfile") == [(0,)]
    with there.worker():
        there.wait_until(lambda jobs: jobs[0][0] == "done")
    ((_, _, attempts, is_published),) = there.jobs()
    assert (attempts, bool(is_published)) == (2, True)
    there.assert_each_published_once_and_whole(1)


def test_two_workers_do_everything_once(database):
    there = database(4, paragraphs=1)
    with there.worker(), there.worker():
        there.wait_until(lambda jobs: {job[0] for job in jobs} == {"done"})
    assert [job[2] for job in there.jobs()] == [1, 1, 1, 1]
    there.assert_each_published_once_and_whole(4)


def test_a_worker_that_is_asked_to_end_finishes_what_it_is_at(database):
    there = database(2, paragraphs=40)
    with there.worker() as worker:
        there.wait_until(lambda jobs: jobs[0][:2] == ("running", "layout"))
        worker.terminate()
        assert worker.wait(LONGEST_WAIT) == 0
    assert [job[0] for job in there.jobs()] == ["done", "queued"]
    there.assert_each_published_once_and_whole(1)
