"""The fixed cast and the small world that most tests play in."""

import os
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.db.backends.signals import connection_created
from django_tasks_db.management.commands import db_worker
from hypothesis import settings as hypothesis_settings

from followup.core.choices import Role
from followup.core.models import Committee, Unit, User
from goals.models import Goal, Plan
from reports.models import Round
from reports.render import RENDERERS
from reports.render.formats import Format
from tests.builders import a_committee, a_goal, a_level, a_member, a_plan, a_round, a_unit, a_user
from tests.locks import watch_locks

hypothesis_settings.register_profile("suite", deadline=None)
hypothesis_settings.load_profile("suite")


DATABASE_FIXTURES = {"db", "transactional_db"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Marks what asks the database, before marks are chosen among."""
    for item in items:
        if DATABASE_FIXTURES & set(item.fixturenames) or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session", autouse=True)
def files_of_tests(tmp_path_factory):
    """What tests keep stands in a folder of the test process, for the processes that it starts too."""
    folder = tmp_path_factory.mktemp("files")
    settings.STORAGES["default"]["OPTIONS"]["location"] = str(folder)
    os.environ["FILES_URL"] = folder.as_uri()
    return folder


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """PostgreSQL may hold the session of a process that a test has ended for a moment more, and then drops nothing."""
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            connection.close()


@pytest.fixture(scope="session", autouse=True)
def rows_are_locked_alone():
    """Whatever a test does: no statement locks rows of a table that it only goes through."""
    connection_created.connect(watch_locks)
    yield
    connection_created.disconnect(watch_locks)


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def nothing_counted():
    """What is counted in the cache, such as failed sign-ins, would otherwise last from test to test."""
    cache.clear()


@pytest.fixture(autouse=True)
def readers_pages_are_looked_up_every_time(settings):
    settings.SECONDS_PAGES_ARE_KEPT = 0


@dataclass
class World:
    """A committee with units AFI and IFO, a plan of three goals (the third for AFI only) and an open round."""

    committee: Committee
    afi: Unit
    ifo: Unit
    plan: Plan
    goals: list[Goal]
    round: Round


@dataclass
class Cast:
    """`reporter` answers for AFI, `other_reporter` for IFO; `outsider` is controller of another committee."""

    reader: User
    reporter: User
    other_reporter: User
    approver: User
    auditor: User
    controller: User
    administrator: User
    outsider: User
    superuser: User
    anonymous: AnonymousUser


@pytest.fixture
def world(db):
    committee = a_committee(name="Socialnämnden", slug="socialnamnden")
    afi, ifo = a_unit(committee, "AFI"), a_unit(committee, "IFO")
    plan = a_plan(committee)
    a_level(plan)
    goals = [a_goal(plan), a_goal(plan), a_goal(plan, units=[afi])]
    return World(committee, afi, ifo, plan, goals, a_round(plan))


@pytest.fixture
def cast(world):
    committee = world.committee
    return Cast(
        reader=a_member("reader", Role.READER, committee),
        reporter=a_member("reporter", Role.REPORTER, committee, world.afi),
        other_reporter=a_member("other_reporter", Role.REPORTER, committee, world.ifo),
        approver=a_member("approver", Role.APPROVER, committee),
        auditor=a_member("auditor", Role.AUDITOR, committee),
        controller=a_member("controller", Role.CONTROLLER, committee),
        administrator=a_member("administrator", Role.ADMINISTRATOR, committee, is_staff=True),
        outsider=a_member("outsider", Role.CONTROLLER, a_committee()),
        superuser=a_user("superuser", is_superuser=True, is_staff=True),
        anonymous=AnonymousUser(),
    )


@pytest.fixture
def work_off(monkeypatch):
    """`work_off()`: what a worker does, until nothing is left that waits, in this process and its connection."""
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    return db_worker.Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="arbetaren",
    ).run


@pytest.fixture
def at_once(settings):
    """Long work is done in the request that asks for it, as if a worker had been very quick."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def light_pdf(monkeypatch):
    """A stand-in for the PDF where the test is not about it: laying out pages takes seconds."""
    monkeypatch.setitem(RENDERERS, Format.PDF, lambda document: f"%PDF-1.7 {document.title}".encode())
