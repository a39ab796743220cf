"""What the programs that look after the others are told, and how little they have to bring with them."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from reports.commands.jobs.reaping import REMEMBERED, SILENT_AFTER, beat, leave, reap
from reports.models import Worker
from reports.views.operations import health
from reports.views.operations.work import LATE_AFTER
from tests.builders import a_job, a_report

AS_A_PROBE = {"headers": {"host": "10.0.0.7:8000"}}


@pytest.fixture(autouse=True)
def as_in_production(settings, monkeypatch):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["uppfoljning.example"]
    monkeypatch.setattr(health, "_migrated_in", set())


def test_a_process_that_lives_says_so_without_the_database(client):
    response = client.get("/halsa/", **AS_A_PROBE)
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_it_is_ready_when_the_database_answers_and_is_migrated(client, db, django_assert_num_queries):
    assert client.get("/halsa/redo/", **AS_A_PROBE).status_code == 200
    with django_assert_num_queries(2):
        response = client.get("/halsa/redo/", **AS_A_PROBE)
    assert not response.cookies
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "work": {"status": "late", "workers": 0, "waiting": 0, "seconds_waited": 0},
    }


def test_it_is_not_ready_without_its_database(client, db, monkeypatch):
    def gone(*_args):
        raise OperationalError("connection to server at 192.0.2.1 failed")

    monkeypatch.setattr(health, "work_now", gone)
    response = client.get("/halsa/redo/", **AS_A_PROBE)
    assert (response.status_code, response.json()) == (503, {"status": "waits", "database": "unreachable"})


def test_it_is_not_ready_before_the_migrations_and_looks_again(client, db):
    app, name = MigrationLoader(connection).graph.leaf_nodes("reports")[0]
    applied = MigrationRecorder.Migration.objects.filter(app=app, name=name)
    applied.delete()
    response = client.get("/halsa/redo/", **AS_A_PROBE)
    assert (response.status_code, response.json()["migrations"]) == (503, "missing")
    MigrationRecorder(connection).record_applied(app, name)
    assert client.get("/halsa/redo/", **AS_A_PROBE).status_code == 200


def test_work_that_nobody_does_is_told_of_and_people_are_still_let_in(client, world):
    now = timezone.now()
    a_job(a_report(world.round), asked_at=now - LATE_AFTER * 2)
    beat(worker="w", now=now)
    response = client.get("/halsa/redo/", **AS_A_PROBE)
    told = response.json()["work"]
    assert response.status_code == 200
    assert (told["status"], told["workers"], told["waiting"]) == ("late", 1, 1)
    assert told["seconds_waited"] >= LATE_AFTER.total_seconds()


def test_a_worker_is_known_from_its_first_beat_until_it_ends_and_a_lost_one_is_forgotten(client, db):
    now = timezone.now()
    beat(worker="lost", now=now - SILENT_AFTER * 2)
    beat(worker="here", now=now)
    beat(worker="here", now=now)
    assert client.get("/halsa/redo/", **AS_A_PROBE).json()["work"]["workers"] == 1
    reap(now=now + REMEMBERED - SILENT_AFTER)
    assert [worker.name for worker in Worker.objects.all()] == ["here"]
    leave(worker="here")
    assert not Worker.objects.exists()


def test_other_addresses_beside_are_no_probes(client, db):
    assert client.get("/halsa/mera/", headers={"host": "uppfoljning.example"}).status_code == 301
    assert client.post("/halsa/", **AS_A_PROBE).status_code == 405
