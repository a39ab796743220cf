"""Workers as processes of their own, killed and side by side, on the database that the suite runs on."""

import signal
from uuid import uuid4

import pytest
from django.utils import timezone

from reports.choices import Audience
from reports.commands.jobs.asking import ask_to_publish
from tests.builders import a_report, a_section
from tests.processes import LONGEST_WAIT, Database

PARAGRAPH = "<p>" + "Nämnden har under perioden följt arbetet nära och sett hur det har gått. " * 12 + "</p>"


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
