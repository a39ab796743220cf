"""What Prometheus reads, and who may."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from reports.commands.jobs.reaping import beat
from tests.builders import a_job, a_report

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a-token-that-is-long-enough"
SHOWN = {"headers": {"authorization": f"Bearer {TOKEN}", "host": "10.0.0.7:8000"}}


PROGRAM = """
import sys
import django
from django.conf import settings
from django.core.management import call_command
from django.test import Client
django.setup()
if sys.argv[1] == "migrate":
    call_command("migrate", verbosity=0)
else:
    client = Client(headers={"authorization": f"Bearer {settings.METRICS_TOKEN}"}, SERVER_NAME="localhost")
    for number in range(2):
        client.get(f"/namnd-{number}-hemlig/")
    if sys.argv[1] == "tell":
        sys.stdout.write(client.get("/matt/").content.decode())
"""
"""A process by itself: `migrate`, `ask` for two pages that are not there, or do so and `tell` what is measured."""


@pytest.fixture
def is_open(settings):
    settings.METRICS_TOKEN = TOKEN


def samples(response):
    families = text_string_to_metric_families(response.content.decode())
    return {(each.name, *sorted(each.labels.values())): each.value for family in families for each in family.samples}


def test_it_is_shut_until_there_is_a_token(client, db):
    assert client.get("/matt/", **SHOWN).status_code == 404


@pytest.mark.parametrize("shown", [{}, {"authorization": "Bearer "}, {"authorization": "Bearer wröng"}])
def test_it_is_shut_to_whoever_shows_another(client, db, is_open, shown):
    response = client.get("/matt/", headers=shown)
    assert (response.status_code, response["WWW-Authenticate"], response.content) == (401, "Bearer", b"")


def test_the_work_is_counted_when_it_is_asked(client, world, is_open, django_assert_num_queries):
    now = timezone.now()
    a_job(a_report(world.round), asked_at=now)
    a_job(a_report(world.round), asked_at=now, due_at=now.replace(year=now.year + 1))
    beat(worker="w", now=now)
    with django_assert_num_queries(4):
        found = samples(client.get("/matt/", **SHOWN))
    assert found["uppfoljning_database_up",] == 1
    assert found["uppfoljning_workers",] == 1
    assert (found["uppfoljning_jobs", "waiting"], found["uppfoljning_jobs", "scheduled"]) == (1, 1)
    assert (found["uppfoljning_publications",], found["uppfoljning_letters_waiting",]) == (0, 0)


def test_queries_of_requests_are_counted(client, world, is_open):
    before = samples(client.get("/matt/", **SHOWN))["uppfoljning_queries_total",]
    Client().get("/sok/")
    assert samples(client.get("/matt/", **SHOWN))["uppfoljning_queries_total",] > before


def test_what_one_process_counted_another_tells(tmp_path):
    """With the folder that they share. Labels are routes, so that no address stands in them, nor ever more of them."""
    surroundings = {
        "DJANGO_SETTINGS_MODULE": "followup.settings",
        "VAR_DIR": str(tmp_path),
        "METRICS_TOKEN": TOKEN,
        "PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "together"),
        "PYTHONPATH": str(ROOT),
    }

    def run(what):
        command = [sys.executable, "-c", PROGRAM, what]
        return subprocess.run(command, env=surroundings, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    run("migrate")
    run("ask")
    told = run("tell")
    labels = 'method="GET",status="404",view="reading:committee"'
    assert f"django_http_responses_total_by_status_view_method_total{{{labels}}} 4.0" in told
    assert "hemlig" not in told
