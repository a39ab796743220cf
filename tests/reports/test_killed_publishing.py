"""Whoever pulls the plug while a report is published finds nothing of it or all of it, at whatever step it was."""

import os
import signal
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from followup.core.models import AuditEvent
from reports.models import Publication, PublicationFile
from tests.builders import a_report, a_section, an_assessment

STEPS = [
    *("checked", "built", "rendered", "row stored", "manifest made", "files stored", "audit written", "all stored"),
    "committed",
]
WHOLE = (1, 6, 1)
NOTHING = (0, 0, 0)

PUBLISHES_AND_IS_KILLED = """
import os, signal, sys
import django
django.setup()
from django.db import connection
from followup.core.access import COMMAND_LINE
from reports.choices import Audience
from reports.commands import publishing
from reports.models import Publication, PublicationFile, Report
from reports.render import RENDERERS
from reports.render.formats import Format

step, slug = sys.argv[1:]
RENDERERS[Format.PDF] = lambda document: b"%PDF-1.7"

def killed_after(module, name):
    done = getattr(module, name)
    def then_killed(*args, **kwargs):
        outcome = done(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
        return outcome
    setattr(module, name, then_killed)

match step:
    case "checked": killed_after(publishing, "findings_for")
    case "built": killed_after(publishing, "build_report")
    case "rendered": killed_after(publishing, "write_checks")
    case "row stored": killed_after(publishing, "facts_of")
    case "manifest made": killed_after(publishing, "_manifest")
    case "files stored": killed_after(type(PublicationFile.objects.all()), "bulk_create")
    case "audit written": killed_after(publishing, "record")
    case "all stored": killed_after(publishing, "_store")
    case "committed": killed_after(publishing, "publish")
report = Report.objects.select_related("plan", "committee__municipality", "round").get(slug=slug)
publishing.publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=COMMAND_LINE)
"""


@pytest.fixture
def reports(transactional_db, world):
    """One for each step, so that none has the remains of another."""
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", comment="<p>Bra.</p>", state="approved")
    slugs = {step: step.replace(" ", "-") for step in [*STEPS, "none"]}
    for slug in slugs.values():
        a_section(a_report(world.round, slug=slug), content="<p>Text.</p>")
    return slugs


@pytest.fixture
def database(reports, tmp_path):
    """The address of the database for another process, and how to count what stands in it afterwards."""
    if connection.vendor == "sqlite":
        path = tmp_path / "db.sqlite3"
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        yield f"sqlite:///{path}", lambda slug: counted_in_file(path, slug)
        return
    base = os.environ["DATABASE_URL"].rpartition("/")[0]
    yield f"{base}/{connection.settings_dict['NAME']}", counted


def counted(slug):
    publications = Publication.objects.filter(slug=slug)
    events = AuditEvent.objects.filter(action="published", object_id__in=[str(item.pk) for item in publications])
    return publications.count(), PublicationFile.objects.filter(publication__in=publications).count(), events.count()


def counted_in_file(path, slug):
    questions = (
        "SELECT count(*) FROM reports_publication WHERE slug = ?",
        "SELECT count(*) FROM reports_publicationfile f JOIN reports_publication p ON p.id = f.publication_id "
        "WHERE p.slug = ?",
        "SELECT count(*) FROM core_auditevent e JOIN reports_publication p ON e.object_id = p.id "
        "WHERE e.action = 'published' AND p.slug = ?",
    )
    with sqlite3.connect(path) as opened:
        return tuple(opened.execute(question, [slug]).fetchone()[0] for question in questions)


def publishing(address, step, slug):
    environment = os.environ | {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "followup.settings"}
    command = [sys.executable, "-c", PUBLISHES_AND_IS_KILLED, step, slug]
    return subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, check=False)


def test_a_kill_leaves_everything_or_nothing(database, reports):
    address, count = database
    found = {}
    for step in STEPS:
        run = publishing(address, step, reports[step])
        assert run.returncode == -signal.SIGKILL, (step, run.stderr.decode())
        found[step] = count(reports[step])
    assert found == {step: WHOLE if step == "committed" else NOTHING for step in STEPS}
    left_alone = publishing(address, "none", reports["none"])
    assert (left_alone.returncode, count(reports["none"])) == (0, WHOLE), left_alone.stderr.decode()
